import { formatDate, MEASURE_MOVEMENT_LABELS, type ReportCell } from '@gt/contracts/words';
import { valueWords } from '../measure/index.ts';
import type { BoardMeasure } from './board-facts.ts';
import { clip } from './read-words.ts';

/** Longest name of a measure in a table, in characters. */
const TITLE = 90;

/** A measure as a row of five cells; the counts travel with it, so that the public edition can hide small ones. */
export function measureRow(measure: BoardMeasure): ReportCell[] {
  const { reference, name, unit, baseline, baselineDate, latest } = measure;
  const value = (figure: number | null) =>
    ({ group: reference, unit, role: 'VALUE', value: figure }) as const;
  const derived = { group: reference, unit, role: 'DERIVED', value: null } as const;
  const dated = (figure: number, date: string) => `${valueWords(figure, unit)} (${date})`;
  return [
    { text: `${reference} ${clip(name, TITLE)}` },
    {
      text:
        baseline === null
          ? 'None'
          : baselineDate
            ? dated(baseline, formatDate(baselineDate))
            : valueWords(baseline, unit),
      figure: value(baseline),
    },
    {
      text: latest ? dated(latest.value, formatDate(latest.date)) : 'No figure yet',
      figure: value(latest?.value ?? null),
    },
    { text: measure.distance, figure: derived },
    { text: MEASURE_MOVEMENT_LABELS[measure.movement] },
  ];
}
