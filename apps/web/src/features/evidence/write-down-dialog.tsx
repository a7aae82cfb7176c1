import type { EvidenceKind } from '@gt/contracts/words';
import { EVIDENCE_CONTENT_LIMITS, validateEvidence, validateEvidenceContent } from '@gt/domain/evidence';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { ContentField } from './content-field.tsx';
import { type EvidenceFacts, NO_FACTS, pickFacts } from './evidence-facts.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { useEvidenceWrites } from './queries.ts';
import type { UploadTarget } from './upload-queue.ts';

type WriteDownDialogProps = { target: UploadTarget; form: 'NOTE' | 'LINK'; onClose: () => void };

const UNTOUCHED: EvidenceFacts & { content: string } = { ...NO_FACTS, content: '' };

/** Evidence that is no file: a note, or a link to where it is kept. Typed words are kept until they are saved. */
export function WriteDownDialog({ target, form: kind, onClose }: WriteDownDialogProps) {
  const { planId, entityType, entityId } = target;
  const draft = useDraft(`evidence-${kind}:${entityId}`, { entityType, entityId }, UNTOUCHED);
  const { values, set } = draft;
  const { write } = useEvidenceWrites();
  // The same words sent again after a lost answer make one item.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useWriteForm();
  const today = useToday();
  const submit = async () => {
    const facts = pickFacts(values);
    const problems = [...validateEvidenceContent(kind, values.content), ...validateEvidence(facts, today)];
    if (!form.passes(problems)) return;
    const links =
      entityType === 'ACTION'
        ? { actionIds: [entityId], recommendationIds: [] }
        : { actionIds: [], recommendationIds: [entityId] };
    const words = { ...facts, kind: facts.kind as EvidenceKind, content: values.content.trim() };
    let reference = '';
    const saved = await form.send(async () => {
      const made = await write.mutateAsync({ planId, ...links, ...words, form: kind, idempotencyKey });
      reference = made.reference;
    });
    if (!saved) return;
    draft.clear();
    toast(`${reference} has been added. It waits for somebody to check it.`);
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={kind === 'NOTE' ? 'Write a note as evidence' : 'Add a link as evidence'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <ContentField
          form={kind}
          value={values.content}
          error={form.errors.content}
          limit={kind === 'NOTE' ? EVIDENCE_CONTENT_LIMITS.note : EVIDENCE_CONTENT_LIMITS.link}
          onChange={(content) => set({ content })}
        />
        <EvidenceFields prefix="" facts={values} errors={form.errors} onChange={set} />
        <DialogButtons
          label="Add it"
          busy={write.isPending}
          onSubmit={() => void submit()}
          backLabel="Discard"
          onBack={() => {
            draft.clear();
            onClose();
          }}
        />
      </Stack>
    </Dialog>
  );
}
