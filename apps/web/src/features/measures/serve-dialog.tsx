import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type MeasureDetail, servableQuery, useMeasureWrites } from './queries.ts';

/** Chooses a further recommendation that the measure shows something of. */
export function ServeDialog({ measure, onClose }: { measure: MeasureDetail; onClose: () => void }) {
  const { id: measureId, reference } = measure;
  const found = useQuery(servableQuery(measureId));
  const [recommendationId, setChosen] = useState('');
  const { serve } = useMeasureWrites();
  const form = useWriteForm();
  const submit = async () => {
    const missing = { field: 'recommendation', message: 'Choose a recommendation' };
    if (!form.passes(recommendationId === '' ? [missing] : [])) return;
    if (!(await form.send(() => serve.mutateAsync({ measureId, recommendationId })))) return;
    toast(`${reference} counts for it too.`);
    onClose();
  };
  const groups = Map.groupBy(found.data ?? [], ({ ofPlan }) => ofPlan ?? 'This plan');
  return (
    <Dialog onClose={onClose} title={`What else does ${reference} show?`}>
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <NativeSelect
          id="recommendation"
          label="Recommendation"
          description="From then on the measure counts in its thread, and its packs print it"
          value={recommendationId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          error={form.errors.recommendation}
          data-autofocus
        >
          <option value="">Choose one</option>
          {[...groups].map(([plan, items]) => (
            <optgroup key={plan} label={plan}>
              {items.map(({ id, number, quote }) => (
                <option key={id} value={id}>
                  R{number} {quote.slice(0, 90)}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
        <DialogButtons label="Link" busy={serve.isPending} onSubmit={() => void submit()} onBack={onClose} />
      </Stack>
    </Dialog>
  );
}
