import type { EvidenceKind } from '@gt/contracts/words';
import { type EvidenceInput, stateAfterEdit, validateEvidence } from '@gt/domain/evidence';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack } from '@mantine/core';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './evidence.module.css';
import { COMPARED_FACTS, type EvidenceFacts, FACT_NAMES, pickFacts } from './evidence-facts.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { type EvidenceDetail, useEvidenceWrites } from './queries.ts';

/** Changes what is said about an item. Typed words are kept; a stale change is compared field by field. */
export function EditDialog({ evidence, onClose }: { evidence: EvidenceDetail; onClose: () => void }) {
  // The version goes with the words: a draft begun before somebody else's change must not pass for having seen it.
  const draft = useDraft<EvidenceFacts & { version: number }>(
    `evidence-edit:${evidence.id}`,
    { entityType: 'EVIDENCE', entityId: evidence.id },
    { ...pickFacts(evidence), version: evidence.version },
  );
  const { values, set } = draft;
  const { edit } = useEvidenceWrites();
  const form = useWriteForm();
  const today = useToday();
  const send = async (version: number, facts: EvidenceFacts) => {
    const { kind, ...rest } = pickFacts(facts);
    const input = { evidenceId: evidence.id, version, ...rest, kind: kind as EvidenceKind };
    if (!(await form.send(() => edit.mutateAsync(input)))) return;
    draft.clear();
    toast(`${evidence.reference} has been changed.`);
    onClose();
  };
  const changed = FACT_NAMES.filter((name) => values[name] !== evidence[name]) as (keyof EvidenceInput)[];
  const waits = evidence.state !== 'SUBMITTED' && stateAfterEdit(evidence.state, changed) === 'SUBMITTED';
  const { conflict } = form;
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={`Change ${evidence.reference}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={COMPARED_FACTS}
          mine={pickFacts(values)}
          submitLabel="Save my choices"
          busy={edit.isPending}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => void send(conflict.version, chosen as EvidenceFacts)}
        />
      ) : (
        <Stack gap="md">
          <EvidenceFields prefix="" facts={values} errors={form.errors} onChange={set} />
          <p className={classes.quiet} role="status">
            {waits ? 'Saving this makes it wait for a check again.' : ''}
          </p>
          <DialogButtons
            label="Save"
            busy={edit.isPending}
            onSubmit={() => {
              if (form.passes(validateEvidence(pickFacts(values), today)))
                void send(values.version, pickFacts(values));
            }}
            backLabel="Discard"
            onBack={() => {
              draft.clear();
              onClose();
            }}
          />
        </Stack>
      )}
    </Dialog>
  );
}
