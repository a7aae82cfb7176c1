import type { CalendarEntry, WindowOut } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';

/** The first and the last day of each window, where they fall into a span of days; what lies between is said in words. */
export function windowEntries(
  windows: readonly WindowOut[],
  { from, to }: { from: IsoDate; to: IsoDate },
): CalendarEntry[] {
  return windows.flatMap((window) =>
    [
      { edge: 'opens', date: window.from, words: 'assumed: it could come from this day' },
      { edge: 'ends', date: window.until, words: 'assumed: most likely until this day' },
    ]
      .filter(({ date }) => date >= from && date <= to)
      .map(({ edge, date, words }) => ({
        id: `WINDOW ${window.inspectionId} ${window.kind} ${edge}`,
        kind: 'WINDOW' as const,
        date,
        until: date,
        reference: null,
        title: `${window.name}: window ${edge}`,
        words,
        isDone: false,
        isLate: false,
        target: { to: 'POSITION' as const, id: null },
      })),
  );
}
