import type { IsoDate, UpcomingKind } from '@gt/contracts/words';
import { isOpenStatus } from '../action/index.ts';
import { addDays } from '../calendar/index.ts';
import type { PositionFacts } from './position-facts.ts';

/** The nearer and the further end of what is coming, in days. */
export const UPCOMING_DAYS = [14, 28] as const;

export type Upcoming = {
  date: IsoDate;
  kind: UpcomingKind;
  /** What to open: an action, or a recommendation for a check, or what was asked for. */
  actionId: string | null;
  recommendationId: string | null;
  askId: string | null;
  reference: string;
  /** "Check after 3 months", "Asked of Head of Fostering"; '' for an action, which has a title. */
  words: string;
};

/** What falls within four weeks of a day, the nearest first: due dates, milestones, sustain checks, evidence asked for. */
export function upcomingOf(facts: PositionFacts): Upcoming[] {
  const { asAt } = facts;
  const until = addDays(asAt, Math.max(...UPCOMING_DAYS));
  const isComing = (day: IsoDate | null): day is IsoDate => day !== null && day >= asAt && day <= until;
  const none = { actionId: null, recommendationId: null, askId: null, words: '' };
  const found: Upcoming[] = [];
  for (const { id, reference, status, dueDate, openMilestones } of facts.actions) {
    if (!isOpenStatus(status)) continue;
    const of = { ...none, actionId: id, reference };
    if (isComing(dueDate)) found.push({ ...of, date: dueDate, kind: 'DUE' });
    for (const date of openMilestones) if (isComing(date)) found.push({ ...of, date, kind: 'MILESTONE' });
  }
  const references = new Map(facts.recommendations.map(({ id, reference }) => [id, reference]));
  for (const { id, reference, checks } of facts.recommendations) {
    for (const { months, dueDate, state } of checks) {
      if (state !== 'WAITING' || !isComing(dueDate)) continue;
      const words = `Check after ${months} months`;
      found.push({ ...none, recommendationId: id, reference, date: dueDate, kind: 'CHECK', words });
    }
  }
  for (const { id, recommendationId, post, dueDate } of facts.asks) {
    if (!isComing(dueDate)) continue;
    const reference = references.get(recommendationId) ?? '';
    found.push({ ...none, askId: id, reference, date: dueDate, kind: 'ASK', words: `Asked of ${post}` });
  }
  return found.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}
