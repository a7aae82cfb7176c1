import type { IsoDate, SnapshotAction, SnapshotContent } from '@gt/contracts/words';
import { addDays, daysBetween } from '../calendar/index.ts';
import { compareReferences } from './compare-snapshots.ts';

/** From so many weeks on, red is a matter for the chair, and the board is told how long it has been. */
export const LONG_RED_WEEKS = 4;

export type LongRed = {
  action: SnapshotAction;
  /** The first day on which it is known to have been red without a break. */
  since: IsoDate;
  /** Whole weeks from then to the newest snapshot. */
  weeks: number;
  /** In how many snapshots one after the other it was red, the newest included. */
  snapshots: number;
};

/** The day of the oldest snapshot that the list needs: the newest at that day or before. */
export function longRedFrom(newestAsAt: IsoDate, weeks: number): IsoDate {
  return addDays(newestAsAt, -7 * weeks);
}

/**
 * Open actions that have been red for so many weeks, the longest first: red in the newest snapshot and in each one
 * before it. An action that was another colour for some days between two snapshots, and red at both, counts as red
 * throughout: the meetings saw nothing else. Snapshots in order of time, the newest last.
 * Source: the "red for 4 weeks" list of the weekly review.
 * Example: red in the snapshots of 12, 19, 26 March, 2 and 9 April 2026, declared on 10 March → since 10 March,
 * 4 weeks, 5 snapshots.
 */
export function longRed(snapshots: readonly SnapshotContent[], weeks: number = LONG_RED_WEEKS): LongRed[] {
  const newest = snapshots.at(-1);
  if (!newest) return [];
  const redBefore = snapshots
    .slice(0, -1)
    .reverse()
    .map(({ asAt, actions }) => ({
      asAt,
      red: new Map(actions.filter(({ rag }) => rag === 'RED').map((action) => [action.id, action])),
    }));
  return newest.actions
    .filter(({ rag }) => rag === 'RED')
    .map((action) => runOf(action, newest.asAt, redBefore))
    .filter((run) => run.weeks >= weeks)
    .sort(
      (one, other) =>
        other.weeks - one.weeks || compareReferences(one.action.reference, other.action.reference),
    );
}

function runOf(
  action: SnapshotAction,
  newestAsAt: IsoDate,
  redBefore: readonly { asAt: IsoDate; red: ReadonlyMap<string, SnapshotAction> }[],
): LongRed {
  let since = action.ragSince ?? newestAsAt;
  let snapshots = 1;
  for (const { asAt, red } of redBefore) {
    const then = red.get(action.id);
    if (!then) break;
    snapshots += 1;
    for (const day of [asAt, then.ragSince]) if (day !== null && day < since) since = day;
  }
  return { action, since, weeks: Math.floor(daysBetween(since, newestAsAt) / 7), snapshots };
}
