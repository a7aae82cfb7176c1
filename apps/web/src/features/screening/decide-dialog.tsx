import { JUSTIFICATION_MAX } from '@gt/domain/screening';
import { checkReason } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { Changed } from './changed.tsx';
import { type ScreenedFile, useScreeningWrites } from './queries.ts';
import classes from './screening.module.css';

type DecideDialogProps = {
  file: ScreenedFile;
  reference: string;
  decision: 'ALLOWED' | 'REFUSED';
  onClose: () => void;
};

const UNTOUCHED = { note: '' };

/** A verifier allows what was found in a file, or refuses it. Words begun are kept. */
export function DecideDialog({ file: shown, reference, decision, onClose }: DecideDialogProps) {
  // What was read: an answer to other words or another result is refused as stale.
  const [file] = useState(shown);
  const isRefusal = decision === 'REFUSED';
  const draft = useDraft(
    `screening:${file.versionId}:${decision}`,
    { entityType: 'EVIDENCE_VERSION', entityId: file.versionId },
    UNTOUCHED,
  );
  const { note } = draft.values;
  const { decide } = useScreeningWrites();
  const form = useWriteForm();
  const submit = async () => {
    const enter = 'Enter what the uploader has to do instead';
    if (!form.passes(isRefusal ? checkReason('note', note, enter) : [])) return;
    const { versionId, version } = file;
    if (!(await form.send(() => decide.mutateAsync({ versionId, version, decision, note })))) return;
    draft.clear();
    toast(isRefusal ? `${reference} goes back to whoever uploaded it.` : `${reference} may stay as it is.`);
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={isRefusal ? `Refuse ${reference}` : `Allow ${reference}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <Changed conflict={form.conflict} onClose={onClose} />
        <p>
          {file.fileName}: {file.sentence}
        </p>
        {file.justification ? <p className={classes.words}>{file.justification}</p> : null}
        <p>
          {isRefusal
            ? 'The file goes into no pack until it is replaced or justified anew.'
            : 'By allowing it you say that you have looked at the file and that it identifies nobody who must not be identified. It may then go into packs.'}
        </p>
        <LongText
          id="note"
          label={isRefusal ? 'What has to be done instead?' : 'Note (optional)'}
          description="Do not name a child."
          autosize
          minRows={2}
          data-autofocus
          limit={JUSTIFICATION_MAX}
          value={note}
          onChange={(event) => draft.set({ note: event.currentTarget.value })}
          error={form.errors.note}
        />
        <DialogButtons
          label={isRefusal ? 'Refuse it' : 'Allow it'}
          busy={decide.isPending}
          disabled={form.conflict !== null}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
