import { formatDate, type IsoDate } from '@gt/contracts/words';
import { LINEAGE_LIMITS } from '@gt/domain/lineage';
import { RECOMMENDATION_LIMITS, validateRecommendation } from '@gt/domain/recommendation';
import { checkText } from '@gt/domain/wording';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type Item, useLineageWrites } from './queries.ts';

type EarlierItemDialogProps = { onClose: () => void } & (
  | { item: Item; earlierInspectionId?: undefined }
  | { item?: undefined; earlierInspectionId: string }
);
type Words = { quote: string; page: number | null; whatWasDone: string; closedOn: IsoDate | null };

const plain = (value: unknown) => String(value ?? '');
const FIELDS = [
  { name: 'quote', label: 'Words of the report', show: plain },
  { name: 'page', label: 'Page', show: plain },
  { name: 'whatWasDone', label: 'What was done then', show: plain },
  { name: 'closedOn', label: 'Closed on', show: (value: unknown) => (value ? formatDate(plain(value)) : '') },
] as const;

/** Corrects an earlier recommendation or adds one, and says what was done about it. Typed words are kept. */
export function EarlierItemDialog({ item, earlierInspectionId, onClose }: EarlierItemDialogProps) {
  const [initial] = useState(() => ({ form: JSON.stringify(wordsOf(item)), version: item?.version ?? 1 }));
  const draft = useDraft(
    item ? `earlier-item:${item.id}` : `earlier-item-new:${earlierInspectionId}`,
    item
      ? { entityType: 'EARLIER_RECOMMENDATION', entityId: item.id }
      : { entityType: 'EARLIER_INSPECTION', entityId: earlierInspectionId ?? '' },
    initial,
  );
  const words = JSON.parse(draft.values.form) as Words;
  const set = (patch: Partial<Words>) => draft.set({ form: JSON.stringify({ ...words, ...patch }) });
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { addItem, editItem } = useLineageWrites();
  const form = useWriteForm();
  const dates = useUnreadableDates({ closedOn: 'the day it was closed' });

  const save = async (chosen: Words, version: number) => {
    const rest = { leadIn: item?.leadIn ?? null, judgementAreas: item?.judgementAreas ?? [] };
    const saved = await form.send(() =>
      item
        ? editItem.mutateAsync({ earlierId: item.id, ...rest, ...chosen, version })
        : addItem.mutateAsync({
            earlierInspectionId: earlierInspectionId ?? '',
            ...rest,
            ...chosen,
            idempotencyKey,
          }),
    );
    if (!saved) return;
    draft.clear();
    toast(item ? `${item.reference} has been changed.` : 'The recommendation has been added.');
    onClose();
  };
  const submit = () => {
    const found = [
      ...validateRecommendation({ quote: words.quote }),
      ...checkText('whatWasDone', words.whatWasDone, {
        label: 'What was done',
        max: LINEAGE_LIMITS.whatWasDone,
      }),
      ...dates.problems,
    ];
    if (form.passes(found)) void save(words, draft.values.version);
  };
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={item ? `${item.reference}: words and what was done` : 'Add a recommendation'}
    >
      <ErrorSummary {...form.summary} />
      {form.conflict ? (
        <ConflictChoice
          conflict={form.conflict}
          fields={FIELDS}
          mine={words}
          base={wordsOf(item)}
          submitLabel="Save my choices"
          busy={editItem.isPending}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => void save(chosen as Words, form.conflict?.version ?? 1)}
        />
      ) : (
        <Stack gap="md">
          <LongText
            id="quote"
            label="Words of the report, as they are printed"
            limit={RECOMMENDATION_LIMITS.quote}
            autosize
            minRows={2}
            value={words.quote}
            error={form.errors.quote}
            onChange={({ currentTarget }) => set({ quote: currentTarget.value })}
          />
          <NumberInput
            id="page"
            label="Page (optional)"
            min={1}
            max={1000}
            value={words.page ?? ''}
            error={form.errors.page}
            onChange={(page) => set({ page: typeof page === 'number' ? page : null })}
          />
          <LongText
            id="whatWasDone"
            label="What was done then (optional)"
            description="From the plan, the minutes or the people of that time. Name posts, not people."
            limit={LINEAGE_LIMITS.whatWasDone}
            autosize
            minRows={3}
            value={words.whatWasDone}
            error={form.errors.whatWasDone}
            onChange={({ currentTarget }) => set({ whatWasDone: currentTarget.value })}
          />
          <DateField
            id="closedOn"
            label="Closed on (optional)"
            value={words.closedOn}
            error={form.errors.closedOn}
            onChange={(closedOn) => set({ closedOn })}
            onUnreadable={dates.watch('closedOn')}
          />
          <DialogButtons
            label="Save"
            busy={addItem.isPending || editItem.isPending}
            onSubmit={submit}
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

function wordsOf(item: Item | undefined): Words {
  if (!item) return { quote: '', page: null, whatWasDone: '', closedOn: null };
  const { quote, page, whatWasDone, closedOn } = item;
  return { quote, page, whatWasDone, closedOn };
}
