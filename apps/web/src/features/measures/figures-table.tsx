import { formatDate, formatShortDate } from '@gt/contracts/words';
import { isSmallCount, SMALL_COUNT_WARNING, valueWords } from '@gt/domain/measure';
import { countOf } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { RedactedNote } from '../redactions/public.tsx';
import classes from './measures.module.css';
import type { MeasureDetail, MeasurePoint } from './queries.ts';

/** Figures shown before the rest is asked for: a year of months. */
const FIRST = 12;

type FiguresTableProps = {
  measure: MeasureDetail;
  /** Absent for those who may not. */
  onCorrect?: (point: MeasurePoint) => void;
};

/** Every figure that stands, newest first, and beneath them what was corrected or taken away. */
export function FiguresTable({ measure, onCorrect }: FiguresTableProps) {
  const [isAll, setAll] = useState(false);
  const { points, unit, corrections } = measure;
  const newest = points.toReversed();
  const shown = isAll ? newest : newest.slice(0, FIRST);
  const hasSmall = points.some(({ value }) => isSmallCount(value, unit));
  if (points.length === 0 && corrections.length === 0) {
    return (
      <p className={classes.quiet}>No figure yet. Type the first one, or paste them from a spreadsheet.</p>
    );
  }
  return (
    <>
      {hasSmall ? <p className={classes.warning}>{SMALL_COUNT_WARNING}</p> : null}
      <DataTable caption={`Figures of ${measure.reference}`}>
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">Figure</th>
            <th scope="col">Comment, and who entered it</th>
            {onCorrect ? (
              <th scope="col">
                <span className="gt-visually-hidden">Correct</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <tr key={point.id}>
              <td className={classes.ref}>{formatShortDate(point.date)}</td>
              <td className={`${classes.figure} gt-figures`}>{valueWords(point.value, unit)}</td>
              <td className={classes.said}>
                {point.redactedAt ? <RedactedNote redactedAt={point.redactedAt} /> : point.comment}
                <span className={classes.beneath}>
                  {point.enteredBy.name}, {dayInWords(point.enteredAt)}
                </span>
              </td>
              {onCorrect ? (
                <td>
                  <ActionIcon
                    variant="subtle"
                    className="gt-screen-only"
                    aria-label={`Correct the figure of ${formatDate(point.date)}`}
                    title="Correct"
                    onClick={() => onCorrect(point)}
                  >
                    <IconPencil size={18} stroke={1.75} aria-hidden="true" />
                  </ActionIcon>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {newest.length > FIRST ? (
        <Button variant="subtle" size="compact-sm" className="gt-screen-only" onClick={() => setAll(!isAll)}>
          {isAll ? 'Show the newest twelve' : `Show all ${countOf(newest.length, 'figure')}`}
        </Button>
      ) : null}
      <Corrections measure={measure} />
    </>
  );
}

function Corrections({ measure: { corrections, unit } }: { measure: MeasureDetail }) {
  if (corrections.length === 0) return null;
  return (
    <details className={classes.corrections}>
      <summary>{countOf(corrections.length, 'figure')} corrected or taken away</summary>
      <ul className={classes.entries}>
        {corrections.map((point) => (
          <li key={point.id} className={classes.entry}>
            <s>
              {formatDate(point.date)}: {valueWords(point.value, unit)}
            </s>
            {point.comment ? <p className={classes.text}>{point.comment}</p> : null}
            <p className={classes.quiet}>
              Entered by {point.enteredBy.name} on {dayInWords(point.enteredAt)};{' '}
              {point.replacedBy ? `corrected by ${point.replacedBy.name}` : 'taken away'} on{' '}
              {dayInWords(point.replacedAt)} at {timeInWords(point.replacedAt)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
