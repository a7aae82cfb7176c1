import type { ReviewRow } from '@gt/contracts/schemas';
import type { IsoDate, MeetingKind, ReviewState } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql, type Tx } from '@gt/db';
import { recommendationReference, recommendationTitle } from '@gt/domain/recommendation';
import { movedWords } from '@gt/domain/review';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

type Person = { id: string; name: string };

/** One review as the statement below answers it. */
export type RawReviewRow = {
  id: string;
  planId: string;
  planName: string;
  number: number;
  meeting: MeetingKind;
  recommendationId: string | null;
  recommendationNumber: number | null;
  quote: string | null;
  teamId: string | null;
  teamName: string | null;
  heldOn: IsoDate;
  movedFrom: IsoDate | null;
  startTime: string;
  minutesPlanned: number;
  state: ReviewState;
  chairId: string | null;
  chair: Person | null;
  currentItemId: string | null;
  openedAt: Date | null;
  frozenAt: Date | null;
  frozenBy: Person | null;
  cancelledReason: string;
  summary: string;
  items: number;
  itemsDone: number;
  itemsParked: number;
  decisions: number;
  snapshotId: string | null;
  minutesReportId: string | null;
  redactedAt: Date | null;
  version: number;
};

/**
 * Reviews over `r`, with everything a list shows of them, in one statement. `rest` is what follows FROM: conditions,
 * order, page. `more` adds columns, each after a comma.
 */
export function loadReviewRows<More = unknown>(
  db: Db | Tx,
  _scope: Scope,
  rest: Sql,
  more: Sql = emptySql,
): Promise<(RawReviewRow & More)[]> {
  return db.$queryRaw<(RawReviewRow & More)[]>`
    SELECT r."id", r."planId", pl."name" AS "planName", r."number", r."meeting"::text, r."recommendationId",
      rec."number" AS "recommendationNumber", rec."quote", r."teamId", t."name" AS "teamName", r."heldOn"::text,
      r."movedFrom"::text, r."startTime", r."minutesPlanned", r."state"::text, r."chairId",
      COALESCE(${person(sql`r."chairId"`)}, ${expectedChair}) AS "chair", r."currentItemId",
      r."openedAt", r."frozenAt", ${person(sql`r."frozenById"`)} AS "frozenBy", r."cancelledReason", r."summary",
      i."items", i."itemsDone", i."itemsParked",
      (SELECT count(*)::int FROM "review_decision" d WHERE d."reviewId" = r."id") AS "decisions",
      (SELECT s."id" FROM "snapshot" s WHERE s."reviewId" = r."id") AS "snapshotId",
      (SELECT m."id" FROM "report" m WHERE m."reviewId" = r."id" AND m."kind" = 'MINUTES'
        ORDER BY m."versionNumber" DESC, m."id" DESC LIMIT 1) AS "minutesReportId",
      r."redactedAt", r."version"${more}
    FROM "review" r JOIN "plan" pl ON pl."id" = r."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "recommendation" rec ON rec."id" = r."recommendationId"
    LEFT JOIN "team" t ON t."id" = r."teamId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "items", (count(*) FILTER (WHERE x."state" = 'DONE'))::int AS "itemsDone",
        (count(*) FILTER (WHERE x."state" = 'PARKED'))::int AS "itemsParked"
      FROM "review_item" x WHERE x."reviewId" = r."id"
    ) i
    ${rest}`;
}

/** Somebody by id, as `personRef`. */
export function person(userId: Sql): Sql {
  return sql`(SELECT json_build_object('id', pu."id", 'name', pu."name") FROM "user" pu WHERE pu."id" = ${userId})`;
}

/** Before a review is open: whoever is to chair it. */
const expectedChair = sql`(SELECT json_build_object('id', cu."id", 'name', cu."name")
  FROM "review_attendance" ra JOIN "user" cu ON cu."id" = ra."userId"
  WHERE ra."reviewId" = r."id" AND ra."isChair" LIMIT 1)`;

export function toReviewRow(row: RawReviewRow): ReviewRow {
  return {
    id: row.id,
    planId: row.planId,
    number: row.number,
    meeting: row.meeting,
    recommendationId: row.recommendationId,
    teamId: row.teamId,
    scope: scopeWords(row) || 'Whole plan',
    heldOn: row.heldOn,
    moved: movedWords({ date: row.heldOn, movedFrom: row.movedFrom }),
    startTime: row.startTime,
    minutesPlanned: row.minutesPlanned,
    state: row.state,
    chair: row.chair,
    openedAt: row.openedAt && toInstant(row.openedAt),
    frozenAt: row.frozenAt && toInstant(row.frozenAt),
    frozenBy: row.frozenBy,
    cancelledReason: row.cancelledReason,
    items: row.items,
    itemsDone: row.itemsDone,
    itemsParked: row.itemsParked,
    decisions: row.decisions,
    snapshotId: row.snapshotId,
    minutesReportId: row.minutesReportId,
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
    version: row.version,
  };
}

/** "R3 Effectiveness of the fostering service", "Fostering"; '' for the whole plan. */
export function scopeWords(row: Pick<RawReviewRow, 'recommendationNumber' | 'quote' | 'teamName'>): string {
  if (row.recommendationNumber === null) return row.teamName ?? '';
  return `${recommendationReference(row.recommendationNumber)} ${recommendationTitle(row.quote ?? '')}`;
}
