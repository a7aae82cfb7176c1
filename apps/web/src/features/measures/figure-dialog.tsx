import { formatDate, type IsoDate } from '@gt/contracts/words';
import {
  checkFigureDate,
  isSmallCount,
  MEASURE_LIMITS,
  nextPeriodEnd,
  numberWords,
  partsOf,
  SMALL_COUNT_WARNING,
  valueWords,
} from '@gt/domain/measure';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Alert, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { CountFields, typedCounts } from './count-fields.tsx';
import { typedFigure } from './measure-form.ts';
import { type MeasureDetail, type MeasurePoint, useFigureWrites } from './queries.ts';

type FigureDialogProps = {
  measure: MeasureDetail;
  /** The figure to correct; a new one when absent. */
  wrong?: MeasurePoint;
  onClose: () => void;
};

type Form = { date: IsoDate | null; value: string; numerator: string; denominator: string; comment: string };

/** The period whose figure comes next, when its last day has passed. */
function nextDate({ points, frequency, baselineDate }: MeasureDetail, today: IsoDate): IsoDate | null {
  const last = points.at(-1)?.date ?? baselineDate;
  const next = last && nextPeriodEnd(last, frequency);
  return next && next <= today ? next : null;
}

/** Types one figure, or puts a right one in the place of a wrong one. */
export function FigureDialog({ measure, wrong, onClose }: FigureDialogProps) {
  const today = useToday();
  const [initial] = useState<Form>(() =>
    wrong
      ? {
          date: wrong.date,
          value: numberWords(wrong.value),
          numerator: wrong.numerator === null ? '' : numberWords(wrong.numerator),
          denominator: wrong.denominator === null ? '' : numberWords(wrong.denominator),
          comment: '',
        }
      : { date: nextDate(measure, today), value: '', numerator: '', denominator: '', comment: '' },
  );
  const draft = useDraft<Form>(
    wrong ? `figure:${wrong.id}` : `figure-new:${measure.id}`,
    { entityType: 'MEASURE', entityId: measure.id },
    initial,
  );
  const { values, set } = draft;
  const { addPoint, correctPoint, removePoint } = useFigureWrites();
  const form = useWriteForm();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { reference, unit } = measure;
  const counts = typedCounts(values, unit);
  const own = typedFigure('value', values.value, unit);
  const typed =
    values.value.trim() === '' && counts.worked !== null ? { value: counts.worked, problems: [] } : own;

  const submit = async () => {
    const { date } = values;
    const found = [
      ...(date === null
        ? [{ field: 'date', message: 'Enter the last day of the period that the figure is of' }]
        : checkFigureDate('date', date, 'The day that the figure is of', today)),
      ...counts.problems,
      ...(typed.value === null && typed.problems.length === 0 && counts.problems.length === 0
        ? [{ field: 'value', message: 'Enter the figure' }]
        : typed.problems),
      ...(wrong && values.comment.trim() === ''
        ? [{ field: 'comment', message: 'Enter why the figure is corrected' }]
        : []),
    ];
    if (!form.passes(found) || date === null || typed.value === null) return;
    const { value } = typed;
    const { comment } = values;
    const { numerator, denominator } = counts;
    const point = { date, value, numerator, denominator, comment, idempotencyKey };
    let pointId = '';
    const saved = await form.send(async () => {
      const made = wrong
        ? await correctPoint.mutateAsync({ pointId: wrong.id, ...point })
        : await addPoint.mutateAsync({ measureId: measure.id, ...point });
      pointId = made.pointId;
    });
    if (!saved) return;
    draft.clear();
    const undo = () => removePoint.mutate({ pointId, reason: 'Taken back at once by whoever entered it.' });
    toast(
      wrong ? `The figure of ${formatDate(date)} is corrected.` : `${valueWords(value, unit)} is entered.`,
      wrong ? {} : { undo },
    );
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      title={wrong ? `Correct the figure of ${formatDate(wrong.date)}` : `A figure of ${reference}`}
    >
      <ErrorSummary {...form.summary} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {form.conflict ? <Meanwhile conflict={form.conflict} unit={unit} /> : null}
          {wrong ? (
            <p>
              On record: {valueWords(wrong.value, unit)}, entered by {wrong.enteredBy.name}. It stays on
              record as corrected.
            </p>
          ) : null}
          <TextInput
            id="value"
            label={unit === '' ? 'Figure' : `Figure (${unit})`}
            inputMode="decimal"
            description={
              typed.value !== null && isSmallCount(typed.value, unit) ? SMALL_COUNT_WARNING : undefined
            }
            placeholder={counts.worked === null ? undefined : numberWords(counts.worked)}
            value={values.value}
            onChange={(event) => set({ value: event.currentTarget.value })}
            error={form.errors.value}
            data-autofocus
          />
          {partsOf(unit) === null ? null : (
            <CountFields values={values} counts={counts} unit={unit} set={set} errors={form.errors} />
          )}
          <DateField
            id="date"
            label="Of"
            description="The last day of the period: for March’s figure, 31 March"
            value={values.date}
            onChange={(date) => set({ date })}
            error={form.errors.date}
          />
          <LongText
            id="comment"
            label={wrong ? 'Why is it corrected?' : 'Comment, if something must be known of it'}
            description="Never name a child."
            autosize
            minRows={2}
            limit={MEASURE_LIMITS.comment}
            value={values.comment}
            onChange={(event) => set({ comment: event.currentTarget.value })}
            error={form.errors.comment}
          />
          <DialogButtons
            label={wrong ? 'Correct it' : 'Enter it'}
            busy={addPoint.isPending || correctPoint.isPending}
            onBack={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

type Conflict = NonNullable<ReturnType<typeof useWriteForm>['conflict']>;

/** Somebody corrected the same figure first: what stands now, with the typed figure kept beneath. */
function Meanwhile({ conflict, unit }: { conflict: Conflict; unit: string }) {
  const { value } = conflict.values;
  return (
    <Alert color="brick" role="alert" title={`${conflict.changedBy} changed this figure meanwhile`}>
      {typeof value === 'number'
        ? `It is ${valueWords(value, unit)} now. Close this and correct that one, if it is still wrong.`
        : 'It was taken away. Close this and add a figure, if one is missing.'}
    </Alert>
  );
}
