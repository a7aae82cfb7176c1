import { LINEAGE_LIMITS } from '@gt/domain/lineage';
import { checkText } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './lineage.module.css';
import { type Lineage, useLineageWrites } from './queries.ts';

const EMPTY = { note: '' };
/** So many are listed at once; more are found by their words. */
const LISTED = 30;

/** Links any earlier recommendation of the council by hand, with a note if one helps. */
export function LinkDialog({ lineage, onClose }: { lineage: Lineage; onClose: () => void }) {
  const { recommendationId, others } = lineage;
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState('');
  const of = { entityType: 'RECOMMENDATION', entityId: recommendationId };
  const draft = useDraft(`lineage:${recommendationId}`, of, EMPTY);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { decide, takeBack } = useLineageWrites();
  const form = useWriteForm();
  const wanted = find.trim().toLowerCase();
  const found = others.filter(({ quote, inspection, reference }) =>
    `${quote} ${inspection} ${reference}`.toLowerCase().includes(wanted),
  );
  const submit = async () => {
    const other = others.find(({ id }) => id === chosen);
    const problems = checkText('note', draft.values.note, { label: 'The note', max: LINEAGE_LIMITS.note });
    if (!other)
      problems.push({ field: 'find', message: 'Choose the earlier recommendation that it repeats' });
    if (!form.passes(problems) || !other) return;
    const saved = await form.send(async () => {
      const link = await decide.mutateAsync({
        recommendationId,
        earlier: { source: other.source, id: other.id },
        state: 'CONFIRMED',
        note: draft.values.note,
        version: null,
        idempotencyKey,
      });
      toast('Noted as raised before.', { undo: () => takeBack.mutate(link) });
    });
    if (!saved) return;
    draft.clear();
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="lg" title="Which earlier recommendation does it repeat?">
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <TextInput
          id="find"
          label="Find by words or year"
          value={find}
          error={form.errors.find}
          onChange={({ currentTarget }) => setFind(currentTarget.value)}
          data-autofocus
        />
        <Radio.Group
          value={chosen}
          onChange={setChosen}
          label={`${found.length} of ${others.length} earlier recommendations`}
        >
          <div className={classes.choices}>
            {found.slice(0, LISTED).map(({ id, quote, reference, inspection }) => (
              <Radio key={id} value={id} label={quote} description={`${inspection}, ${reference}`} />
            ))}
          </div>
        </Radio.Group>
        {found.length > LISTED ? <p className={classes.say}>Type more words to see the rest.</p> : null}
        <LongText
          id="note"
          label="Why it is the same concern (optional)"
          limit={LINEAGE_LIMITS.note}
          value={draft.values.note}
          error={form.errors.note}
          onChange={({ currentTarget }) => draft.set({ note: currentTarget.value })}
        />
        <DialogButtons
          label="It is the same concern"
          busy={decide.isPending}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
