import type { IsoDate, MeetingKind } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { fromIsoDate } from '../../core/dates.ts';
import { comingMeetings, type Rhythm } from '../../core/rhythm.ts';
import { insertReview, type Preparer } from './insert-review.ts';

/** A meeting of the rhythm. */
export type Coming = { date: IsoDate; movedFrom: IsoDate | null; time: string };

/** The day of the rhythm that a meeting stands for, before a bank holiday moved it. */
export function plannedDay({ date, movedFrom }: Coming): IsoDate {
  return movedFrom ?? date;
}

/** How many meetings ahead are looked at for one that nobody has held, called off or prepared yet. */
const AHEAD = 3;

/**
 * Sees to it that the next meeting of a plan's rhythm is prepared. Each day of the rhythm is prepared once, whoever
 * moved it, called it off or froze it early; answers the id of the one that is ahead, null for a plan without a rhythm.
 * The caller holds the plan's row.
 */
export async function prepareComing(
  tx: Tx,
  who: Preparer,
  plan: { id: string; rhythm: Rhythm },
  meeting: MeetingKind,
): Promise<string | null> {
  const ahead = comingMeetings(plan.rhythm, meeting, who.now, AHEAD);
  const taken = await tx.review.findMany({
    where: {
      planId: plan.id,
      meeting,
      plannedFor: { in: ahead.map((one) => fromIsoDate(plannedDay(one))) },
    },
    select: { id: true, plannedFor: true, state: true },
  });
  for (const coming of ahead) {
    const day = plannedDay(coming);
    const known = taken.find(({ plannedFor }) => plannedFor?.getTime() === fromIsoDate(day).getTime());
    if (known?.state === 'PREPARED' || known?.state === 'OPEN') return known.id;
    if (!known) {
      const { id } = await insertReview(tx, who, {
        planId: plan.id,
        meeting,
        recommendationId: null,
        teamId: null,
        heldOn: coming.date,
        movedFrom: coming.movedFrom,
        plannedFor: day,
        startTime: coming.time,
      });
      return id;
    }
  }
  return null;
}
