import type { CalendarEntry } from '@gt/contracts/schemas';
import { type IsoDate, MEETING_KIND_LABELS, type MeetingKind, type ReviewState } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { movedWords } from '@gt/domain/review';
import { meetingsBetween, type Rhythm } from '../../core/rhythm.ts';

type Raw = {
  id: string;
  meeting: MeetingKind;
  heldOn: IsoDate;
  plannedFor: IsoDate | null;
  state: ReviewState;
  startTime: string;
  /** What a review of a part is of; null for the whole plan. */
  of: string | null;
};

const STATE_WORDS: Record<ReviewState, string> = {
  PREPARED: 'prepared',
  OPEN: 'open now',
  FROZEN: 'held',
  CANCELLED: 'not held',
};

/**
 * Reviews and boards of a span of days: those on record, and those that the rhythm foresees from today on where none is
 * on record for that day yet. One statement.
 */
export async function meetingEntries(
  db: Db,
  plan: { planId: string; rhythm: Rhythm },
  span: { from: IsoDate; to: IsoDate; today: IsoDate },
): Promise<CalendarEntry[]> {
  const { from, to, today } = span;
  const rows = await db.$queryRaw<Raw[]>`
    SELECT v."id", v."meeting"::text AS "meeting", v."heldOn"::text AS "heldOn",
      v."plannedFor"::text AS "plannedFor", v."state"::text AS "state", v."startTime",
      coalesce(t."name", 'R' || r."number") AS "of"
    FROM "review" v LEFT JOIN "team" t ON t."id" = v."teamId"
    LEFT JOIN "recommendation" r ON r."id" = v."recommendationId"
    WHERE v."planId" = ${plan.planId} AND (v."heldOn" BETWEEN ${from}::date AND ${to}::date
      OR v."plannedFor" BETWEEN ${from}::date AND ${to}::date)
    ORDER BY v."heldOn", v."startTime", v."id"`;
  const whole = rows.filter(({ of }) => of === null);
  const isOnRecord = (kind: MeetingKind, day: IsoDate) =>
    whole.some((row) => row.meeting === kind && (row.heldOn === day || row.plannedFor === day));
  // What the rhythm foresaw before today took place, or it did not: the record says which.
  const foreseen = meetingsBetween(plan.rhythm, from, to).filter(
    ({ kind, date, movedFrom }) =>
      date >= today && !isOnRecord(kind, date) && !(movedFrom !== null && isOnRecord(kind, movedFrom)),
  );
  return [
    ...rows.filter(({ heldOn }) => heldOn >= from && heldOn <= to).map(recorded),
    ...foreseen.map((meeting) => ({
      ...entry(meeting.kind, meeting.date, `${meeting.kind} ${meeting.date}`),
      title: MEETING_KIND_LABELS[meeting.kind],
      words: [
        meeting.kind === 'REVIEW' ? plan.rhythm.reviewTime : plan.rhythm.boardTime,
        movedWords(meeting) ?? '',
      ]
        .filter(Boolean)
        .join(', '),
      isDone: false,
      target: { to: 'REVIEWS' as const, id: null },
    })),
  ];
}

const entry = (meeting: MeetingKind, date: IsoDate, id: string) =>
  ({
    id,
    kind: meeting === 'BOARD' ? 'BOARD' : 'REVIEW',
    date,
    until: date,
    reference: null,
    isLate: false,
  }) as const;

function recorded({ id, meeting, heldOn, state, startTime, of }: Raw): CalendarEntry {
  const name = of === null ? MEETING_KIND_LABELS[meeting] : `Review of ${of}`;
  return {
    ...entry(meeting, heldOn, `REVIEW ${id}`),
    title: name,
    words: `${startTime}, ${STATE_WORDS[state]}`,
    isDone: state === 'FROZEN' || state === 'CANCELLED',
    target: { to: 'REVIEW', id },
  };
}
