import { validateRecommendation } from '@gt/domain/recommendation';
import { Dialog, DialogButtons, ErrorSummary, type SummaryError } from '@gt/ui';
import { NumberInput, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { addRecommendationMutation, useRecommendationsChanged } from './queries.ts';

type New = { quote: string; page: number | null };
const EMPTY: New = { quote: '', page: null };
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
    <Dialog onClose={onClose} title="Add a recommendation" size="lg">
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
        <DialogButtons label="Add it" busy={add.isPending} onSubmit={() => void send()} onBack={onClose} />
      </Stack>
    </Dialog>
  );
}
