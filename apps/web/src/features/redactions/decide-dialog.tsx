import { ErrorSummary, SkeletonRows } from '@gt/ui';
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import {
  decideRedactionMutation,
  forgetDestroyed,
  type RedactionRow,
  redactionPreviewQuery,
  refreshRedactions,
} from './queries.ts';
import classes from './redactions.module.css';
import { StaysBehind } from './stays-behind.tsx';
import { WhatVanishes } from './what-vanishes.tsx';

function DecideForm({ row, onClose }: { row: RedactionRow; onClose: () => void }) {
  const decide = useMutation(decideRedactionMutation());
  const preview = useQuery(redactionPreviewQuery(row.id));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { note: '' },
    validate: { note: (value) => (value.trim() === '' ? 'Enter what you checked' : null) },
  });
  const problem = useFormProblem(form);
  const send = async (note: string, approve: boolean) => {
    problem.clear();
    try {
      await decide.mutateAsync({ redactionId: row.id, version: row.version, approve, note });
      toast(approve ? `${row.reference}: destroyed.` : `${row.reference}: refused, nothing was destroyed.`);
      onClose();
      await (approve ? forgetDestroyed() : refreshRedactions());
    } catch (error) {
      const refused = problemOf(error);
      const decided = refused.code === 'CONFLICT';
      const message = `${refused.current?.changedBy ?? 'Somebody'} decided this a moment ago. Nothing that you entered was used.`;
      problem.refused(decided ? { data: { problem: { ...refused, message } } } : error);
      if (decided) await refreshRedactions();
    }
  };
  const press = (approve: boolean) =>
    form.onSubmit(({ note }) => void send(note, approve), problem.onInvalid)();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        // Enter in the note destroys nothing: only the button does.
        event.preventDefault();
      }}
    >
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <Stack gap="md">
        <p className={classes.say}>
          {row.requestedBy} asks: “{row.reason}”
        </p>
        {preview.isPending ? <SkeletonRows rows={3} label="Loading what vanishes" /> : null}
        {preview.error ? <ProblemPanel error={preview.error} onRetry={() => void preview.refetch()} /> : null}
        {preview.data ? (
          <>
            <WhatVanishes planId={row.planId} preview={preview.data} />
            <StaysBehind planId={row.planId} preview={preview.data} />
          </>
        ) : null}
        <Textarea
          id="note"
          label="What did you check?"
          description="Kept beside the request. Do not repeat the words."
          maxLength={500}
          key={form.key('note')}
          {...form.getInputProps('note')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => press(false)} disabled={decide.isPending}>
            Refuse
          </Button>
          <Button
            color="brick"
            onClick={() => press(true)}
            loading={decide.isPending}
            disabled={!preview.data}
          >
            Destroy for good
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type DecideDialogProps = { row: RedactionRow | null; opened: boolean; onClose: () => void };

/** The second person looks, notes what they checked, and agrees or refuses. */
export function DecideDialog({ row, opened, onClose }: DecideDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Decide: ${row?.reference ?? ''}`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {row ? <DecideForm row={row} onClose={onClose} /> : null}
    </Modal>
  );
}
