import { BEST_ITEMS, ENQUIRY_LIMITS, validateEnquiry } from '@gt/domain/evidence';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { choicesQuery, type Enquiry, recommendationsQuery, useEnquiryWrites } from './queries.ts';
import classes from './readiness.module.css';

type EnquiryDialogProps = { planId: string; enquiry: Enquiry | null; onClose: () => void };

const PREFIX = 'enquiry-';

/** What an inspector asks, which recommendations it bears on, and what is chosen by hand. */
export function EnquiryDialog({ planId, enquiry, onClose }: EnquiryDialogProps) {
  const [initial] = useState(() => ({ question: enquiry?.question ?? '', note: enquiry?.note ?? '' }));
  const draft = useDraft(
    `enquiry:${enquiry?.id ?? planId}`,
    { entityType: 'PLAN', entityId: planId },
    initial,
  );
  const [recommendationIds, setRecommendations] = useState(
    enquiry?.recommendations.map(({ id }) => id) ?? [],
  );
  const [evidenceIds, setEvidence] = useState(enquiry?.evidenceIds ?? []);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useWriteForm(PREFIX);
  const { create, edit } = useEnquiryWrites();
  const submit = async () => {
    const facts = { ...draft.values, recommendationIds, evidenceIds };
    if (!form.passes(validateEnquiry(facts))) return;
    const saved = await form.send(() =>
      enquiry
        ? edit.mutateAsync({
            ...facts,
            enquiryId: enquiry.id,
            version: form.conflict?.version ?? enquiry.version,
          })
        : create.mutateAsync({ ...facts, planId, idempotencyKey }),
    );
    if (!saved) return;
    draft.clear();
    toast(enquiry ? `${enquiry.reference} is saved.` : 'The line is added.');
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      title={enquiry ? `Edit ${enquiry.reference}` : 'Add a line of enquiry'}
      size="lg"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <ErrorSummary {...form.summary} />
          {form.conflict ? (
            <p role="alert" className={classes.notice}>
              {form.conflict.changedBy} changed this line while you were writing. Your words are kept: press
              once more to save them in the place of theirs.
            </p>
          ) : null}
          <LongText
            id={`${PREFIX}question`}
            label="What does an inspector ask?"
            autosize
            minRows={1}
            limit={ENQUIRY_LIMITS.question}
            value={draft.values.question}
            error={form.errors.question}
            onChange={({ currentTarget }) => draft.set({ question: currentTarget.value })}
            data-autofocus
          />
          <div>
            <LongText
              id={`${PREFIX}note`}
              label="What we say to it (optional)"
              description="Do not name a child."
              autosize
              minRows={2}
              limit={ENQUIRY_LIMITS.note}
              value={draft.values.note}
              error={form.errors.note}
              onChange={({ currentTarget }) => draft.set({ note: currentTarget.value })}
            />
          </div>
          <Recommendations
            planId={planId}
            value={recommendationIds}
            onChange={setRecommendations}
            error={form.errors.recommendationIds}
          />
          <Choices
            planId={planId}
            recommendationIds={recommendationIds}
            value={evidenceIds}
            onChange={setEvidence}
            error={form.errors.evidenceIds}
          />
          <DialogButtons
            label={enquiry ? 'Save' : 'Add the line'}
            busy={create.isPending || edit.isPending}
            onBack={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

type ChoiceProps = {
  planId: string;
  value: string[];
  onChange: (value: string[]) => void;
  error?: string;
};

function Recommendations({ planId, value, onChange, error }: ChoiceProps) {
  const { data: rows = [] } = useQuery(recommendationsQuery(planId));
  return (
    <Checkbox.Group
      id={`${PREFIX}recommendationIds`}
      label="Which recommendations does it bear on?"
      value={value}
      onChange={onChange}
      error={error}
    >
      <Stack gap={6} mt={4}>
        {rows.map(({ id, reference, quote }) => (
          <Checkbox key={id} value={id} label={`${reference} ${quote}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** What is ticked comes first, in the order in which it was ticked; without any the rule chooses. */
function Choices({
  planId,
  recommendationIds,
  value,
  onChange,
  error,
}: ChoiceProps & { recommendationIds: string[] }) {
  const { data: items = [] } = useQuery(choicesQuery(planId, recommendationIds));
  if (items.length === 0) return null;
  return (
    <Checkbox.Group
      id={`${PREFIX}evidenceIds`}
      label="Best evidence, chosen by hand (optional)"
      description={`Up to ${BEST_ITEMS}, the best first; what you leave open is chosen by rule`}
      value={value}
      onChange={onChange}
      error={error}
    >
      <Stack gap={6} mt={4} className={classes.choices}>
        {items.map(({ id, reference, title }) => (
          <Checkbox
            key={id}
            value={id}
            label={`${reference} ${title}`}
            disabled={value.length >= BEST_ITEMS && !value.includes(id)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
