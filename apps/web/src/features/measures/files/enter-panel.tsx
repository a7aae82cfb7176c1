import { FIGURE_POLICIES, FIGURE_POLICY_LABELS, type FigurePolicy } from '@gt/contracts/words';
import { MEASURE_LIMITS } from '@gt/domain/measure';
import { countOf } from '@gt/domain/wording';
import { LongText, Panel } from '@gt/ui';
import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../../components/toast.tsx';
import { problemOf } from '../../../lib/problem.ts';
import classes from '../measures.module.css';
import { type DryRun, type FigureImport, useFigureImportWrites } from './queries.ts';

/** What a file would do, the choice over periods that have a figure already, and entering it. */
export function EnterPanel({ file, dryRun }: { file: FigureImport; dryRun: DryRun }) {
  const { choose, confirm } = useFigureImportWrites();
  const [reason, setReason] = useState(file.choices.reason);
  const { counts, stop, words } = dryRun;
  const { id: importId, version, choices } = file;
  const keep = (patch: Partial<FigureImport['choices']>) =>
    choose.mutateAsync({ importId, version, choices: { ...choices, reason, ...patch } });
  const enter = async () => {
    const now = reason === choices.reason ? { version } : await keep({});
    const expected = { add: counts.ADD, correct: counts.CORRECT };
    await confirm.mutateAsync({ importId, version: now.version, expected });
    toast(`${countOf(counts.ADD + counts.CORRECT, 'figure')} entered.`);
  };
  const problem = confirm.error ?? choose.error;
  const hasOther = counts.KEPT + counts.CORRECT > 0;
  const isBusy = choose.isPending || confirm.isPending;
  return (
    <Panel title="What it would do">
      <Stack gap="md">
        <p role="status" className={classes.outcome}>
          <strong>{words}.</strong> {stop}
        </p>
        {hasOther ? (
          <Radio.Group
            label="Where a period has another figure on record"
            value={choices.policy}
            onChange={(value) => void keep({ policy: value as FigurePolicy })}
          >
            <div className={classes.radios}>
              {FIGURE_POLICIES.map((policy) => (
                <Radio key={policy} value={policy} label={FIGURE_POLICY_LABELS[policy]} disabled={isBusy} />
              ))}
            </div>
          </Radio.Group>
        ) : null}
        {counts.CORRECT > 0 ? (
          <LongText
            id="reason"
            label="Why are figures on record corrected?"
            description="Kept with each corrected figure that has no comment of its own"
            autosize
            minRows={2}
            limit={MEASURE_LIMITS.comment}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <Findings
          dryRun={dryRun}
          hasLooked={choices.hasLookedAtFindings}
          onLook={(hasLookedAtFindings) => void keep({ hasLookedAtFindings })}
        />
        {problem ? <p role="alert">{problemOf(problem).message}</p> : null}
        <Button
          className={classes.propose}
          loading={isBusy}
          disabled={stop !== ''}
          onClick={() => void enter().catch(() => undefined)}
        >
          {enterWords(counts)}
        </Button>
      </Stack>
    </Panel>
  );
}

function enterWords({ ADD, CORRECT }: DryRun['counts']): string {
  if (CORRECT === 0) return `Enter ${countOf(ADD, 'figure')}`;
  return ADD === 0
    ? `Correct ${countOf(CORRECT, 'figure')}`
    : `Enter ${countOf(ADD, 'figure')} and correct ${CORRECT}`;
}

type FindingsProps = { dryRun: DryRun; hasLooked: boolean; onLook: (hasLooked: boolean) => void };

function Findings({ dryRun: { findings }, hasLooked, onLook }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <div>
      <p>
        {countOf(findings.length, 'comment')} may name somebody. Children’s own data never belongs in a plan.
      </p>
      <ul>
        {findings.map(({ row, masked, why }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings of one row differ by nothing else
          <li key={`${row} ${at}`}>
            Row {row}: {masked}. {why}.
          </li>
        ))}
      </ul>
      <Checkbox
        label="I have looked at them, and none is about a child or family"
        checked={hasLooked}
        onChange={(event) => onLook(event.currentTarget.checked)}
      />
    </div>
  );
}
