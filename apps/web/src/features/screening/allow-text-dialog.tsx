import { FINDING_KIND_LABELS } from '@gt/contracts/words';
import { JUSTIFICATION_MAX } from '@gt/domain/screening';
import { checkReason, listWords } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { Changed } from './changed.tsx';
import { type ScreenedText, useScreeningWrites } from './queries.ts';

type AllowTextDialogProps = { planId: string; text: ScreenedText; onClose: () => void };

const UNTOUCHED = { reason: '' };

/** A verifier allows typed words for packs, and says why. Words begun are kept. */
export function AllowTextDialog({ planId, text: shown, onClose }: AllowTextDialogProps) {
  // What was read: other words in its place are refused.
  const [text] = useState(shown);
  const { entity, entityId, field, sha256, reference, title } = text;
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const draft = useDraft(`screening-text:${entityId}:${field}`, { entityType: entity, entityId }, UNTOUCHED);
  const { reason } = draft.values;
  const { allowText } = useScreeningWrites();
  const form = useWriteForm();
  const submit = async () => {
    const enter = 'Enter why these words identify nobody who must not be';
    if (!form.passes(checkReason('reason', reason, enter))) return;
    const input = { planId, entity, entityId, field, sha256, reason, idempotencyKey };
    if (!(await form.send(() => allowText.mutateAsync(input)))) return;
    draft.clear();
    toast(`These words of ${reference} may stand in packs.`);
    onClose();
  };
  const found = listWords([...new Set(text.findings.map(({ kind }) => FINDING_KIND_LABELS[kind]))]);
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={`Allow words of ${reference} for packs`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <Changed conflict={form.conflict} onClose={onClose} />
        <p>
          {title}: {found}. By allowing it you say that you have read these words where they stand, and that
          they identify nobody who must not be identified. It holds for exactly these words, and not for
          public editions.
        </p>
        <LongText
          id="reason"
          label="Why may they stand?"
          description="At least 10 characters, kept on record. Do not name a child."
          autosize
          minRows={2}
          data-autofocus
          limit={JUSTIFICATION_MAX}
          value={reason}
          onChange={(event) => draft.set({ reason: event.currentTarget.value })}
          error={form.errors.reason}
        />
        <DialogButtons
          label="Allow them"
          busy={allowText.isPending}
          disabled={form.conflict !== null}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
