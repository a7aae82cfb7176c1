import { checkJustification, JUSTIFICATION_MAX } from '@gt/domain/screening';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Stack } from '@mantine/core';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { Changed } from './changed.tsx';
import { type ScreenedFile, useScreeningWrites } from './queries.ts';

type JustifyDialogProps = { file: ScreenedFile; reference: string; onClose: () => void };

const UNTOUCHED = { justification: '' };

/** Says why a file may stay although something was found in it. Words begun are kept. */
export function JustifyDialog({ file, reference, onClose }: JustifyDialogProps) {
  const draft = useDraft(
    `screening:${file.versionId}`,
    { entityType: 'EVIDENCE_VERSION', entityId: file.versionId },
    UNTOUCHED,
  );
  const { justification } = draft.values;
  const { justify } = useScreeningWrites();
  const form = useWriteForm();
  const submit = async () => {
    if (!form.passes(checkJustification(justification))) return;
    const { versionId, version } = file;
    if (!(await form.send(() => justify.mutateAsync({ versionId, version, justification })))) return;
    draft.clear();
    toast(`${reference} waits for a verifier.`);
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={`Why may ${reference} stay as it is?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <Changed conflict={form.conflict} onClose={onClose} />
        <p>
          {file.fileName}: {file.sentence} A verifier reads what you write and allows it or refuses. Both stay
          on record.
        </p>
        <LongText
          id="justification"
          label="Why it may stay"
          description="At least a sentence: what it is, and why it identifies nobody. Do not name a child."
          autosize
          minRows={3}
          data-autofocus
          limit={JUSTIFICATION_MAX}
          value={justification}
          onChange={(event) => draft.set({ justification: event.currentTarget.value })}
          error={form.errors.justification}
        />
        <DialogButtons
          label="Send it to a verifier"
          busy={justify.isPending}
          disabled={form.conflict !== null}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
