import { CHECK_NOTE } from '@gt/domain/recommendation';
import { checkText } from '@gt/domain/wording';
import { ErrorSummary, LongText } from '@gt/ui';
import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type Closing, type SustainCheck, useClosingWrites } from './queries.ts';
import classes from './readiness.module.css';

const EMPTY = { note: '' };
type Outcome = 'SUSTAINED' | 'NOT_SUSTAINED';

/** Whether a closed recommendation lasts: what was looked at, what was found, and the evidence that shows it. */
export function CheckForm({
  check,
  closing,
  onDone,
}: {
  check: SustainCheck;
  closing: Closing;
  onDone: () => void;
}) {
  const { id: checkId, months, version } = check;
  const { recommendationId, reference, proof } = closing;
  const prefix = `check-${checkId}-`;
  const of = { entityType: 'RECOMMENDATION', entityId: recommendationId };
  const draft = useDraft(`sustain:${checkId}`, of, EMPTY);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [evidenceIds, setEvidenceIds] = useState<string[]>([]);
  const form = useWriteForm(prefix);
  const writes = useClosingWrites();
  const { note } = draft.values;
  const submit = async () => {
    const rule = { label: 'The note', enter: 'Enter what you looked at and what you found', ...CHECK_NOTE };
    const problems = [
      ...(outcome === null ? [{ field: 'outcome', message: 'Say whether it lasts' }] : []),
      ...checkText('note', note, rule),
      ...(outcome === 'SUSTAINED' && evidenceIds.length === 0
        ? [{ field: 'evidenceIds', message: 'Choose the evidence that shows it' }]
        : []),
    ];
    if (!form.passes(problems) || outcome === null) return;
    const input = { checkId, version: form.conflict?.version ?? version, outcome, note, evidenceIds };
    if (!(await form.send(() => writes.check.mutateAsync(input)))) return;
    draft.clear();
    toast(outcome === 'SUSTAINED' ? `${reference} stays closed.` : `${reference} is open again.`);
    onDone();
  };
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={`Check after ${months} months`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <Radio.Group
          id={`${prefix}outcome`}
          label="Does it last?"
          value={outcome ?? ''}
          error={form.errors.outcome}
          onChange={(value) => setOutcome(value === 'SUSTAINED' ? 'SUSTAINED' : 'NOT_SUSTAINED')}
        >
          <Stack gap={6} mt={4}>
            <Radio value="SUSTAINED" label="Yes, it lasts" />
            <Radio value="NOT_SUSTAINED" label={`No: ${reference} is opened again`} />
          </Stack>
        </Radio.Group>
        <div>
          <LongText
            id={`${prefix}note`}
            label="What did you look at, and what did you find?"
            description="Do not name a child."
            limit={CHECK_NOTE.max}
            autosize
            minRows={2}
            value={note}
            error={form.errors.note}
            onChange={({ currentTarget }) => draft.set({ note: currentTarget.value })}
          />
        </div>
        <Checkbox.Group
          id={`${prefix}evidenceIds`}
          label="Which evidence shows it?"
          description="Accepted evidence that counts today"
          value={evidenceIds}
          error={form.errors.evidenceIds}
          onChange={setEvidenceIds}
        >
          <Stack gap={6} mt={4}>
            {proof.map(({ id, reference: item, title }) => (
              <Checkbox key={id} value={id} label={`${item} ${title}`} />
            ))}
            {proof.length === 0 ? <p className={classes.quiet}>There is none.</p> : null}
          </Stack>
        </Checkbox.Group>
        <Group gap="xs">
          <Button type="submit" loading={writes.check.isPending}>
            Save the check
          </Button>
          <Button variant="default" onClick={onDone}>
            Go back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
