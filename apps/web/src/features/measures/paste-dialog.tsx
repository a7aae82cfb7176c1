import { formatDate } from '@gt/contracts/words';
import { MEASURE_LIMITS, valueWords } from '@gt/domain/measure';
import { countOf } from '@gt/domain/wording';
import { DataTable, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './measures.module.css';
import { type MeasureDetail, type PastePreview, useFigureWrites } from './queries.ts';

const OUTCOME_WORDS: Record<PastePreview['rows'][number]['outcome'], string> = {
  ADD: 'To add',
  CORRECT: 'To correct',
  SAME: 'Nothing to do',
  NONE: 'No figure',
  HEADING: 'Passed over',
  REFUSED: 'Refused',
};

/** Two columns from a spreadsheet: pasted, looked at row by row, then entered in one go. */
export function PasteDialog({ measure, onClose }: { measure: MeasureDetail; onClose: () => void }) {
  const { id: measureId, reference } = measure;
  const draft = useDraft(
    `figures:${measureId}`,
    { entityType: 'MEASURE', entityId: measureId },
    { text: '', comment: '' },
  );
  const { text, comment } = draft.values;
  const [checked, setChecked] = useState<{ text: string; preview: PastePreview } | null>(null);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const { previewPaste, pastePoints } = useFigureWrites();
  const form = useWriteForm();
  const preview = checked?.text === text ? checked.preview : null;

  const look = async () => {
    setChecked(null);
    await form.send(async () => {
      setChecked({ text, preview: await previewPaste.mutateAsync({ measureId, text }) });
      setKey(crypto.randomUUID());
    });
  };
  const enter = async ({ add, correct }: PastePreview) => {
    const input = { measureId, text, comment, expected: { add, correct }, idempotencyKey };
    if (!(await form.send(() => pastePoints.mutateAsync(input)))) return;
    draft.clear();
    toast(`${enteredWords({ add, correct })} ${reference}.`);
    onClose();
  };
  const willEnter = preview !== null && preview.add + preview.correct > 0;
  return (
    <Dialog onClose={onClose} size="xl" title={`Paste figures of ${reference}`}>
      <ErrorSummary {...form.summary} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void (preview && willEnter ? enter(preview) : look());
        }}
      >
        <Stack gap="md">
          <Textarea
            id="text"
            label="Two columns from a spreadsheet: the date, then the figure"
            description="Dates as 31/03/2026, Mar 2026 or 2026-03-31. A third column is read as a comment. Nothing is entered before you have seen each row."
            autosize
            minRows={6}
            maxRows={14}
            classNames={{ input: classes.pasted }}
            value={text}
            onChange={(event) => draft.set({ text: event.currentTarget.value })}
            error={form.errors.text}
            data-autofocus
          />
          {preview ? <Rows preview={preview} measure={measure} /> : null}
          {preview && preview.correct > 0 ? (
            <LongText
              id="comment"
              label="Why are figures on record corrected?"
              description="Kept with each corrected figure that has no comment of its own"
              autosize
              minRows={2}
              limit={MEASURE_LIMITS.comment}
              value={comment}
              onChange={(event) => draft.set({ comment: event.currentTarget.value })}
              error={form.errors.comment}
            />
          ) : null}
          <DialogButtons
            label={preview && willEnter ? deedWords(preview) : 'Check the rows'}
            busy={previewPaste.isPending || pastePoints.isPending}
            onBack={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

/** "Add 11 figures and correct 1". */
function deedWords({ add, correct }: PastePreview): string {
  if (add === 0) return `Correct ${countOf(correct, 'figure')}`;
  return `Add ${countOf(add, 'figure')}${correct > 0 ? ` and correct ${correct}` : ''}`;
}

function enteredWords({ add, correct }: { add: number; correct: number }): string {
  const parts = [
    ...(add > 0 ? [`${countOf(add, 'figure')} added`] : []),
    ...(correct > 0 ? [`${countOf(correct, 'figure')} corrected`] : []),
  ];
  return `${parts.join(', ')} in`;
}

function Rows({ preview, measure }: { preview: PastePreview; measure: MeasureDetail }) {
  return (
    <section aria-label="What becomes of each row">
      <p role="status" className={classes.outcome}>
        <strong>{preview.words}.</strong>
        {preview.refused > 0 ? ' Rows that are refused stay out; mend them above and check again.' : ''}
      </p>
      <div className={classes.pastedRows}>
        <DataTable caption="Rows as they were read">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Pasted</th>
              <th scope="col">Read as</th>
              <th scope="col">What becomes of it</th>
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.line} data-outcome={row.outcome}>
                <td className="gt-figures">{row.line}</td>
                <td className={classes.said}>{row.text}</td>
                <td>
                  {row.date !== null && row.value !== null && row.outcome !== 'REFUSED'
                    ? `${formatDate(row.date)}: ${valueWords(row.value, measure.unit)}`
                    : ''}
                </td>
                <td className={classes.said}>
                  <strong className={classes.verdict} data-outcome={row.outcome}>
                    {OUTCOME_WORDS[row.outcome]}
                  </strong>{' '}
                  {row.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </section>
  );
}
