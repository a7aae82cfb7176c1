import { editedHeadings } from '@gt/domain/report';
import { listWords } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary, type SummaryError } from '@gt/ui';
import { Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import classes from './editor.module.css';
import { snapshotWords } from './paper-words.ts';
import { type Report, refreshReports, regenerateMutation } from './queries.ts';
import { NO_EDITS } from './report-edits.ts';
import type { Editing } from './use-report-edits.ts';

type RegenerateDialogProps = {
  report: Report;
  editing: Editing;
  save: () => Promise<number | null>;
  onClose: () => void;
};

const NONE: readonly SummaryError[] = [];

/** Writes a draft again, from its snapshot or a newer one, with or without what was changed in it. */
export function RegenerateDialog({ report, editing, save, onClose }: RegenerateDialogProps) {
  const { snapshot, newerSnapshot, kind } = report;
  const regenerate = useMutation(regenerateMutation());
  const [keepEdits, setKeepEdits] = useState(true);
  const [snapshotId, setSnapshotId] = useState(newerSnapshot?.id ?? snapshot?.id ?? '');
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState(NONE);
  const edited = editedHeadings(editing.paper.content);

  const send = async () => {
    setErrors(NONE);
    setBusy(true);
    try {
      const version = editing.isDirty && keepEdits ? await save() : report.version;
      if (version === null) return onClose();
      const from = kind === 'BOARD_REPORT' && snapshotId ? { snapshotId } : {};
      const answer = await regenerate.mutateAsync({ reportId: report.id, version, keepEdits, ...from });
      if (!keepEdits) editing.replace(NO_EDITS, answer.version);
      onClose();
      await refreshReports();
      toast('The draft is written again.');
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog onClose={onClose} title="Write the draft again" size="lg">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        {kind === 'BOARD_REPORT' && snapshot && newerSnapshot ? (
          <Radio.Group label="From" value={snapshotId} onChange={setSnapshotId}>
            <Stack gap="xs" mt={4}>
              <Radio
                value={newerSnapshot.id}
                label={snapshotWords(newerSnapshot)}
                description="The newest of the plan."
              />
              <Radio
                value={snapshot.id}
                label={snapshotWords(snapshot)}
                description="The one this draft was written from."
              />
            </Stack>
          </Radio.Group>
        ) : (
          <p className={classes.say}>
            {kind === 'BOARD_REPORT' && snapshot
              ? `It is written from ${snapshotWords(snapshot).replace('S', 's')}, the newest of the plan.`
              : 'It is written from the plan as it stands now.'}
          </p>
        )}
        <Radio.Group
          label="What was changed in this draft"
          value={keepEdits ? 'keep' : 'drop'}
          onChange={(value) => setKeepEdits(value === 'keep')}
        >
          <Stack gap="xs" mt={4}>
            <Radio
              value="keep"
              label="Keep my edits"
              description={
                edited.length > 0
                  ? `Words changed in ${listWords(edited)} stay; tables and all other words are new.`
                  : 'No words were changed yet, so all of them are new. The order of sections stays.'
              }
            />
            <Radio
              value="drop"
              label="From scratch"
              description="All words are as they are written from the plan. What was changed is gone."
            />
          </Stack>
        </Radio.Group>
        <DialogButtons
          label="Write it again"
          busy={isBusy}
          danger={!keepEdits && edited.length > 0}
          onSubmit={() => void send()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
