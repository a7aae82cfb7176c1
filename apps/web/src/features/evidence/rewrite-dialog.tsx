import { EVIDENCE_CONTENT_LIMITS, validateEvidenceContent } from '@gt/domain/evidence';
import { Dialog, DialogButtons, ErrorSummary, SkeletonRows } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { ContentField } from './content-field.tsx';
import classes from './evidence.module.css';
import { contentQuery, type EvidenceDetail, useEvidenceWrites } from './queries.ts';

type RewriteDialogProps = { evidence: EvidenceDetail; onClose: () => void };

/** A note in other words, or a link with another address: the version before it stays on record. */
export function RewriteDialog({ evidence, onClose }: RewriteDialogProps) {
  const content = useQuery(contentQuery(evidence.latest.id));
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={`New version of ${evidence.reference}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {content.isError ? <ProblemPanel error={content.error} onRetry={() => void content.refetch()} /> : null}
      {content.isPending ? <SkeletonRows rows={3} label="Loading what was written" /> : null}
      {content.data ? <RewriteForm evidence={evidence} onClose={onClose} {...content.data} /> : null}
    </Dialog>
  );
}

type RewriteFormProps = RewriteDialogProps & { form: 'NOTE' | 'LINK'; content: string };

function RewriteForm({ evidence, onClose, form: kind, content }: RewriteFormProps) {
  const { id: evidenceId, version, reference, latest } = evidence;
  const [untouched] = useState({ content });
  const draft = useDraft(
    `evidence-rewrite:${evidenceId}`,
    { entityType: 'EVIDENCE', entityId: evidenceId },
    untouched,
  );
  const { rewrite } = useEvidenceWrites();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useWriteForm();
  const submit = async () => {
    const written = draft.values.content.trim();
    const same = { field: 'content', message: 'Change something, or go back' };
    if (!form.passes(written === content ? [same] : validateEvidenceContent(kind, written))) return;
    const input = { evidenceId, version, content: written, idempotencyKey };
    if (!(await form.send(() => rewrite.mutateAsync(input)))) return;
    draft.clear();
    toast(`${reference} has a new version. It waits for somebody to check it.`);
    onClose();
  };
  return (
    <>
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        {form.conflict ? (
          <p role="alert">
            {form.conflict.changedBy} changed this evidence while you were writing. Your words are kept: close
            this, look at it again, and save them then.
          </p>
        ) : null}
        <p className={classes.quiet}>Version {latest.number} stays on record. Somebody checks the new one.</p>
        <ContentField
          form={kind}
          value={draft.values.content}
          error={form.errors.content}
          limit={kind === 'NOTE' ? EVIDENCE_CONTENT_LIMITS.note : EVIDENCE_CONTENT_LIMITS.link}
          onChange={(value) => draft.set({ content: value })}
        />
        <DialogButtons
          label="Save it"
          busy={rewrite.isPending}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </>
  );
}
