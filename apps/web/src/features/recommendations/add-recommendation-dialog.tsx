import { ITEM_CATEGORY_LABELS, type ItemCategory } from '@gt/contracts/words';
import { INSPECTION_SHAPES, inspectionWords, itemWords } from '@gt/domain/inspection';
import { validateRecommendation } from '@gt/domain/recommendation';
import { withArticle } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary, type SummaryError } from '@gt/ui';
import { NativeSelect, NumberInput, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { addRecommendationMutation, planQuery, useRecommendationsChanged } from './queries.ts';

type New = { quote: string; page: number | null; inspectionId: string; category: ItemCategory | null };
const EMPTY: New = { quote: '', page: null, inspectionId: '', category: null };
const NONE: readonly SummaryError[] = [];

/** One more recommendation, word for word, with the next number of the plan. */
export function AddRecommendationDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  const { values, set, clear } = useDraft<New>(
    `recommendation-new:${planId}`,
    { entityType: 'PLAN', entityId: planId },
    EMPTY,
  );
  const [errors, setErrors] = useState(NONE);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const navigate = useNavigate();
  const changed = useRecommendationsChanged();
  const add = useMutation(addRecommendationMutation());
  const { data: plan } = useQuery(planQuery(planId));
  const inspections = plan?.inspections ?? [];
  const from =
    inspections.length === 1 ? inspections[0] : inspections.find(({ id }) => id === values.inspectionId);
  const categories = from ? INSPECTION_SHAPES[from.kind].categories : [];
  const { one } = itemWords(plan?.kind ?? 'INSPECTION');

  const send = async () => {
    const found = validateRecommendation(values).map(({ field, message }) => ({ fieldId: field, message }));
    setErrors(found);
    if (found.length > 0) return;
    try {
      const { recommendationId, reference } = await add.mutateAsync({
        planId,
        idempotencyKey,
        quote: values.quote,
        page: values.page,
        leadIn: null,
        inspectionId: from?.id ?? null,
        category: categories.find((known) => known === values.category) ?? null,
        judgementAreas: [],
        frameworkRefs: [],
      });
      clear();
      await changed();
      toast(`${reference} has been added.`);
      onClose();
      await navigate({ to: paths.recommendation, params: { planId, recommendationId } });
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
    }
  };

  return (
    <Dialog onClose={onClose} title={`Add ${withArticle(one)}`} size="lg">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <Textarea
          id="quote"
          label="Words of the report"
          description="Word for word; what you write here is what the pack will quote"
          autosize
          minRows={3}
          value={values.quote}
          error={errors.find(({ fieldId }) => fieldId === 'quote')?.message}
          onChange={({ currentTarget }) => set({ quote: currentTarget.value })}
          data-autofocus
        />
        <NumberInput
          id="page"
          label="Page (optional)"
          w={120}
          min={1}
          max={1000}
          allowDecimal={false}
          hideControls
          value={values.page ?? ''}
          onChange={(page) => set({ page: typeof page === 'number' ? page : null })}
        />
        {inspections.length > 1 ? (
          <NativeSelect
            label="Inspection it came from"
            data={[
              { value: '', label: 'None of them' },
              ...inspections.map(({ id, kind, endDate, startDate }) => ({
                value: id,
                label: inspectionWords({ kind, on: endDate ?? startDate }),
              })),
            ]}
            value={values.inspectionId}
            onChange={({ currentTarget }) => set({ inspectionId: currentTarget.value })}
          />
        ) : null}
        {categories.length > 0 ? (
          <NativeSelect
            label="What the report calls it"
            data={[
              { value: '', label: 'Not said' },
              ...categories.map((value) => ({ value, label: ITEM_CATEGORY_LABELS[value] })),
            ]}
            value={values.category ?? ''}
            onChange={({ currentTarget }) =>
              set({ category: categories.find((known) => known === currentTarget.value) ?? null })
            }
          />
        ) : null}
        <DialogButtons label="Add it" busy={add.isPending} onSubmit={() => void send()} onBack={onClose} />
      </Stack>
    </Dialog>
  );
}
