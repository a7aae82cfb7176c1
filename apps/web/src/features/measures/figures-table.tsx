import { formatDate, formatShortDate } from '@gt/contracts/words';
import {
  controlPointWords,
  isSmallCount,
  isSmallShare,
  SMALL_COUNT_WARNING,
  shareOf,
  shareWords,
  valueWords,
} from '@gt/domain/measure';
import { countOf } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import { ActionIcon, Button } from '@mantine/core';
import { IconMessagePlus, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { RedactedNote } from '../redactions/public.tsx';
import { FigureComments } from './figure-comments.tsx';
import classes from './measures.module.css';
import type { MeasureDetail, MeasurePoint } from './queries.ts';

/** Figures shown before the rest is asked for: a year of months. */
const FIRST = 12;

type FiguresTableProps = {
  measure: MeasureDetail;
  /** Absent for those who may not. */
  onCorrect?: (point: MeasurePoint) => void;
  onComment?: (point: MeasurePoint) => void;
};

/** Every figure that stands, newest first, and beneath them what was corrected or taken away. */
export function FiguresTable({ measure, onCorrect, onComment }: FiguresTableProps) {
  const [isAll, setAll] = useState(false);
  const { points, unit, corrections } = measure;
  const newest = points.toReversed();
  const shown = isAll ? newest : newest.slice(0, FIRST);
  const hasSmall = points.some((point) => isSmall(point, unit));
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
            <th scope="col">Figure, change or noise</th>
            <th scope="col">Comments, and who entered it</th>
            {onCorrect || onComment ? (
              <th scope="col">
                <span className="gt-visually-hidden">Comment or correct</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <FigureRow
              key={point.id}
              measure={measure}
              point={point}
              onCorrect={onCorrect}
              onComment={onComment}
            />
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

function isSmall(point: MeasurePoint, unit: string): boolean {
  const share = shareOf(point);
  return isSmallCount(point.value, unit) || (share !== null && isSmallShare(share));
}

type FigureRowProps = FiguresTableProps & { point: MeasurePoint };

function FigureRow({ measure, point, onCorrect, onComment }: FigureRowProps) {
  const { unit, reference, control, comments } = measure;
  const share = shareOf(point);
  const judged = control.points.find(({ date }) => date === point.date);
  return (
    <tr>
      <td className={classes.ref}>{formatShortDate(point.date)}</td>
      <td className="gt-figures">
        <span className={classes.figure}>{valueWords(point.value, unit)}</span>
        {judged ? <span className={classes.beneath}>{controlPointWords(judged)}</span> : null}
        {share ? <span className={classes.beneath}>{shareWords(share)}</span> : null}
        {isSmall(point, unit) ? <span className={classes.beneath}>Small number</span> : null}
      </td>
      <td className={classes.said}>
        {point.redactedAt ? <RedactedNote redactedAt={point.redactedAt} /> : point.comment}
        <span className={classes.beneath}>
          {point.enteredBy.name}, {dayInWords(point.enteredAt)}
        </span>
        <FigureComments reference={reference} comments={comments.filter(({ date }) => date === point.date)} />
      </td>
      {onCorrect || onComment ? (
        <td>
          <span className={`${classes.rowDeeds} gt-screen-only`}>
            {onComment ? (
              <ActionIcon
                variant="subtle"
                aria-label={`Comment on the figure of ${formatDate(point.date)}`}
                onClick={() => onComment(point)}
              >
                <IconMessagePlus size={18} aria-hidden="true" />
              </ActionIcon>
            ) : null}
            {onCorrect ? (
              <ActionIcon
                variant="subtle"
                aria-label={`Correct the figure of ${formatDate(point.date)}`}
                onClick={() => onCorrect(point)}
              >
                <IconPencil size={18} aria-hidden="true" />
              </ActionIcon>
            ) : null}
          </span>
        </td>
      ) : null}
    </tr>
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
