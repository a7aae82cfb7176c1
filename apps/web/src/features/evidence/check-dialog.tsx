import { EVIDENCE_STATE_LABELS } from '@gt/contracts/words';
import { checkReason, REASON_MAX } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { stateWords } from './evidence-facts.ts';
import { type EvidenceDetail, refreshEvidence, useEvidenceWrites } from './queries.ts';

type CheckDialogProps = {
  evidence: EvidenceDetail;
  decision: 'ACCEPTED' | 'RETURNED';
  /** A dip check of what was accepted before. */
  isSample?: boolean;
  onClose: () => void;
};

const UNTOUCHED = { reason: '' };

const WORDS = {
  check: {
    ACCEPTED: {
      title: 'Accept',
      lead: ' By accepting you say that the file shows what is written, for the period given.',
      button: 'Accept it',
    },
    RETURNED: {
      title: 'Return',
      lead: ' It goes back to whoever uploaded it, with your reason.',
      button: 'Return it',
    },
  },
  sample: {
    ACCEPTED: {
      title: 'Uphold',
      lead: ' By upholding it you say that it was rightly accepted. The dip check stays on record.',
      button: 'Uphold it',
    },
    RETURNED: {
      title: 'Fail',
      lead: ' It goes back to whoever uploaded it, and the record says that a dip check found it.',
      button: 'Return it',
    },
  },
} as const;

/** Accepts an item of evidence, or returns it with what must be mended. A reason begun is kept. */
export function CheckDialog({ evidence: shown, decision, isSample = false, onClose }: CheckDialogProps) {
  // What was looked at: a newer version behind the dialog must not pass for having been read.
  const [evidence] = useState(shown);
  const isReturn = decision === 'RETURNED';
  const words = WORDS[isSample ? 'sample' : 'check'][decision];
  const draft = useDraft(
    `evidence-check:${evidence.id}:${decision}${isSample ? ':sample' : ''}`,
    { entityType: 'EVIDENCE', entityId: evidence.id },
    UNTOUCHED,
  );
  const writes = useEvidenceWrites();
  const check = isSample ? writes.checkSample : writes.check;
  const form = useWriteForm();
  const { reason } = draft.values;
  const submit = async () => {
    const enter = 'Enter what is missing or wrong, so that the uploader can mend it';
    if (!form.passes(isReturn ? checkReason('reason', reason, enter) : [])) return;
    const { id: evidenceId, version, latest } = evidence;
    const saved = await form.send(() =>
      check.mutateAsync({ evidenceId, version, versionNumber: latest.number, decision, reason }),
    );
    if (!saved) return;
    draft.clear();
    const upheld = isSample && !isReturn;
    toast(`${evidence.reference} is ${upheld ? 'still' : 'now'} “${EVIDENCE_STATE_LABELS[decision]}”.`);
    onClose();
  };
  const { conflict } = form;
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={`${words.title} ${evidence.reference}`}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        {conflict ? (
          <Alert role="alert" title={`${conflict.changedBy} changed this evidence`}>
            <p>
              On {dayInWords(conflict.changedAt)} at {timeInWords(conflict.changedAt)}, while you were
              looking. It is now “{stateWords(conflict.values.state)}”. Nothing was decided; your reason is
              kept. Look at it again before you decide.
            </p>
            <Button onClick={() => void refreshEvidence().then(onClose)}>Look at it again</Button>
          </Alert>
        ) : null}
        <p>
          “{evidence.title}”, file {evidence.latest.number}: {evidence.latest.fileName}.{words.lead}
        </p>
        <LongText
          id="reason"
          label={isReturn ? 'What must be mended?' : 'Note (optional)'}
          description="Do not name a child."
          limit={REASON_MAX}
          autosize
          minRows={3}
          data-autofocus
          value={reason}
          onChange={(event) => draft.set({ reason: event.currentTarget.value })}
          error={form.errors.reason}
        />
        <DialogButtons
          label={words.button}
          busy={check.isPending}
          disabled={conflict !== null}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
