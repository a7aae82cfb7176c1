import type { IsoDate, MeetingKind } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { fromIsoDate, toIsoDate } from './dates.ts';

export type CalledOff = { has(planId: string, meeting: { kind: MeetingKind; date: IsoDate }): boolean };

/** The meetings of whole plans, on a day or later, that were called off with a reason: they are on no list. */
export async function calledOff(db: Db, planIds: readonly string[], from: IsoDate): Promise<CalledOff> {
  const rows = await db.review.findMany({
    where: {
      planId: { in: [...planIds] },
      state: 'CANCELLED',
      heldOn: { gte: fromIsoDate(from) },
      recommendationId: null,
      teamId: null,
    },
    select: { planId: true, meeting: true, heldOn: true },
  });
  const keyOf = (planId: string, kind: MeetingKind, date: IsoDate) => `${planId} ${kind} ${date}`;
  const keys = new Set(rows.map(({ planId, meeting, heldOn }) => keyOf(planId, meeting, toIsoDate(heldOn))));
  return { has: (planId, { kind, date }) => keys.has(keyOf(planId, kind, date)) };
}
