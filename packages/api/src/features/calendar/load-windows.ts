import type { WindowOut } from '@gt/contracts/schemas';
import type { Grade, InspectionKind, InspectionOutcome, IsoDate, WindowKind } from '@gt/contracts/words';
import { type Db, sql, type Tx } from '@gt/db';
import { readWindow, usualWindow, type WindowRule, windowRules } from '@gt/domain/visit';
import type { Scope } from '../../core/scope.ts';

type Assumption = {
  id: string;
  kind: WindowKind;
  number: number;
  fromDate: IsoDate | null;
  untilDate: IsoDate | null;
  reason: string;
  setBy: string;
  setAt: string;
};
type Raw = {
  id: string;
  planId: string;
  kind: InspectionKind;
  outcome: InspectionOutcome | null;
  receivedDate: IsoDate;
  endDate: IsoDate | null;
  judgements: { area: string; grade: Grade }[];
  actionPlan: IsoDate | null;
  lastVisit: IsoDate | null;
  assumptions: Assumption[];
};

export type PlanWindows = { windows: WindowOut[]; whyNone: string };

/**
 * The windows of some plans: of the latest inspection of children's services and the latest of the SEND area each, since
 * a later one puts an end to what was expected before it. One statement.
 */
export async function loadWindows(
  db: Db | Tx,
  scope: Scope,
  planIds: readonly string[],
): Promise<Map<string, PlanWindows>> {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT DISTINCT ON (i."planId", i."kind" = 'SEND_AREA') i."id", i."planId", i."kind"::text AS "kind",
      i."outcome"::text AS "outcome", i."receivedDate"::text AS "receivedDate", i."endDate"::text AS "endDate",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('area', j."area", 'grade', j."grade")), '[]'::jsonb)
        FROM "judgement" j WHERE j."inspectionId" = i."id") AS "judgements",
      (SELECT coalesce(c."submittedOn", c."dueDate")::text FROM "statutory_clock" c
        WHERE c."inspectionId" = i."id" ORDER BY c."workingDays" DESC LIMIT 1) AS "actionPlan",
      ${lastVisit(scope)} AS "lastVisit",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w."id", 'kind', w."kind", 'number', w."number",
          'fromDate', w."fromDate", 'untilDate', w."untilDate", 'reason', w."reason",
          'setBy', coalesce(u."name", ''), 'setAt', w."setAt") ORDER BY w."number" DESC), '[]'::jsonb)
        FROM "window_assumption" w LEFT JOIN "user" u ON u."id" = w."setById"
        WHERE w."inspectionId" = i."id") AS "assumptions"
    FROM "inspection" i
    WHERE i."planId" = ANY(${[...planIds]}::text[])
      AND i."kind" NOT IN ('FOCUSED_VISIT', 'MONITORING_VISIT')
    ORDER BY i."planId", i."kind" = 'SEND_AREA', coalesce(i."endDate", i."receivedDate") DESC, i."id" DESC`;
  return new Map(
    [...Map.groupBy(rows, ({ planId }) => planId)].map(([planId, inspections]) => [
      planId,
      windowsOf(inspections, scope.today),
    ]),
  );
}

/** The last day of a monitoring visit that took place: on record as an inspection, or as a firm date of the calendar. */
function lastVisit(scope: Scope) {
  return sql`(SELECT max(v."day")::text FROM (
      SELECT coalesce(o."endDate", o."startDate", o."receivedDate") AS "day" FROM "inspection" o
        WHERE o."planId" = i."planId" AND o."kind" = 'MONITORING_VISIT'
      UNION ALL
      SELECT d."untilDate" FROM "plan_date" d
        WHERE d."planId" = i."planId" AND d."kind" = 'MONITORING_VISIT' AND d."isFirm" AND d."deletedAt" IS NULL
    ) v WHERE v."day" <= ${scope.today}::date)`;
}

function windowsOf(inspections: readonly Raw[], today: IsoDate): PlanWindows {
  const found = inspections.map((inspection) => ({ inspection, ...windowRules(inspection) }));
  const windows = found
    .flatMap(({ inspection, rules }) => rules.map((rule) => windowOf(inspection, rule, today)))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  return { windows, whyNone: windows.length > 0 ? '' : (found[0]?.why ?? '') };
}

function windowOf(inspection: Raw, rule: WindowRule, today: IsoDate): WindowOut {
  const steps = inspection.assumptions.filter(({ kind }) => kind === rule.kind);
  const usual = usualWindow(rule, inspection);
  const last = steps[0];
  const isChanged = last !== undefined && last.fromDate !== null && last.untilDate !== null;
  const span = isChanged
    ? { from: last.fromDate ?? usual.from, until: last.untilDate ?? usual.until }
    : usual;
  return {
    inspectionId: inspection.id,
    inspectionKind: inspection.kind,
    kind: rule.kind,
    name: rule.name,
    ...span,
    ...readWindow(span, today),
    usual: { ...usual, words: rule.words, source: rule.source },
    isChanged,
    version: last?.number ?? 0,
    history: steps.map(({ id, fromDate, untilDate, reason, setBy, setAt }) => ({
      id,
      fromDate,
      untilDate,
      reason,
      setBy,
      setAt: new Date(setAt).toISOString(),
    })),
  };
}
