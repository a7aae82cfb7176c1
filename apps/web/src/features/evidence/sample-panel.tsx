import { SAMPLE_SIZES } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { ErrorSummary, Panel } from '@gt/ui';
import { Button, Group, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { useUser } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './evidence.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { type EvidenceSample, sampleQuery, useEvidenceWrites } from './queries.ts';

type Draw = NonNullable<EvidenceSample['latest']>;

/** So many stand there from the start, those that this person may look at first. */
const AT_FIRST = 3;

const OUTCOMES: Record<Draw['rows'][number]['outcome'], string> = {
  WAITING: '○ To be looked at',
  UPHELD: '✓ Upheld',
  FAILED: '↩ Failed: returned',
  GONE: '– No longer accepted',
};

/** The dip check: accepted evidence drawn by chance and looked at once more by somebody else. */
export function SamplePanel({ planId }: { planId: string }) {
  const { roles } = useUser();
  const mayCheck = holds(roles, 'evidence.check');
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...sampleQuery(planId), enabled: mayCheck });
  if (!mayCheck || !data || (data.poolSize === 0 && data.latest === null)) return null;
  const waiting = data.latest?.rows.filter((row) => row.outcome === 'WAITING').length ?? 0;
  if (waiting === 0 && !isOpen) {
    return (
      <div className={`${classes.waiting} gt-screen-only`}>
        <Button variant="subtle" size="compact-md" onClick={() => setOpen(true)}>
          Dip check of accepted evidence …
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.waiting}>
      <Panel title={waiting > 0 ? `Dip check: ${waiting} to be looked at` : 'Dip check'}>
        {data.latest ? <Drawn draw={data.latest} /> : null}
        <DrawForm planId={planId} poolSize={data.poolSize} waiting={waiting} />
      </Panel>
    </div>
  );
}

function Drawn({ draw }: { draw: Draw }) {
  const { pool, seed, drawnBy, drawnAt } = draw;
  const [all, setAll] = useState(false);
  const rank = ({ outcome, mayCheck }: Draw['rows'][number]) =>
    outcome !== 'WAITING' ? 2 : mayCheck.ok ? 0 : 1;
  const rows = draw.rows.toSorted((a, b) => rank(a) - rank(b));
  return (
    <>
      <ul className={classes.cards} aria-label="Drawn for the dip check">
        {rows.slice(0, all ? undefined : AT_FIRST).map((row) => (
          <EvidenceCard
            key={row.id}
            item={row}
            standing={<span className={classes.quiet}>{OUTCOMES[row.outcome]}</span>}
            note={row.outcome === 'WAITING' && !row.mayCheck.ok ? row.mayCheck.sentence : undefined}
          />
        ))}
      </ul>
      {rows.length > AT_FIRST && !all ? (
        <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      ) : null}
      <p className={classes.quiet}>
        Drawn by {drawnBy} on {dayInWords(drawnAt)} at {timeInWords(drawnAt)}, from{' '}
        {countOf(pool.length, 'accepted item')}, with the seed <span className={classes.hash}>{seed}</span>.
        The same seed draws the same items again.
      </p>
    </>
  );
}

type DrawFormProps = { planId: string; poolSize: number; waiting: number };

function DrawForm({ planId, poolSize, waiting }: DrawFormProps) {
  const most = Math.min(SAMPLE_SIZES.most, poolSize);
  const [size, setSize] = useState<string | number>(Math.min(SAMPLE_SIZES.usual, most));
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { drawSample } = useEvidenceWrites();
  const form = useWriteForm();
  if (poolSize === 0)
    return <p className={classes.quiet}>No evidence is accepted and current, so nothing can be drawn.</p>;
  const submit = async () => {
    const wanted = Number(size);
    const isFine = Number.isInteger(wanted) && wanted >= SAMPLE_SIZES.least && wanted <= most;
    if (!form.passes(isFine ? [] : [{ field: 'size', message: `Enter a whole number from 1 to ${most}.` }]))
      return;
    if (!(await form.send(() => drawSample.mutateAsync({ planId, size: wanted, idempotencyKey: key }))))
      return;
    setKey(crypto.randomUUID());
    toast('The items have been drawn. The draw is on record.');
  };
  return (
    <div className="gt-screen-only">
      <ErrorSummary {...form.summary} />
      <Group align="flex-end" gap="xs" mt="sm">
        <NumberInput
          id="size"
          label="How many to draw"
          description={`From ${countOf(poolSize, 'item')} accepted and current`}
          clampBehavior="none"
          min={SAMPLE_SIZES.least}
          max={most}
          value={size}
          onChange={setSize}
          error={form.errors.size}
        />
        <Button variant="default" loading={drawSample.isPending} onClick={() => void submit()}>
          {waiting > 0 ? 'Draw anew' : 'Draw'}
        </Button>
      </Group>
    </div>
  );
}
