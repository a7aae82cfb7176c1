import type {
  LineageHistoryOut,
  LineageInspection,
  LineageItemOut,
  LineageLinkOut,
} from '@gt/contracts/schemas';
import type { Grade, InspectionKind, IsoDate, LineageState } from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { authorityKey, themesOf } from '@gt/domain/lineage';
import { recommendationReference } from '@gt/domain/recommendation';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** Everything known of one authority's inspections, in order of time. */
export type History = {
  planId: string;
  planName: string;
  authority: string;
  /** Names by which the plan's authority is compared. */
  authorityKeys: string[];
  inspections: LineageInspection[];
  items: LineageItemOut[];
  links: LineageLinkOut[];
  removed: LineageHistoryOut['removed'];
};

type RawInspection = {
  source: 'PLAN' | 'EARLIER';
  id: string;
  planId: string;
  planName: string;
  kind: InspectionKind;
  frameworkKey: string;
  authority: string;
  councilName: string;
  dateText: string;
  startDate: IsoDate | null;
  endDate: IsoDate | null;
  on: IsoDate;
  publicationDate: IsoDate | null;
  reportFileName: string | null;
  judgements: { area: string; grade: Grade }[];
  deletedAt: Date | null;
  deletedReason: string | null;
  redactedAt: Date | null;
  version: number;
};
type RawItem = Omit<LineageItemOut, 'key' | 'inspectionKey' | 'reference' | 'themes' | 'redactedAt'> & {
  inspectionId: string;
  redactedAt: Date | null;
};
type RawLink = {
  id: string;
  recommendationId: string;
  earlierId: string | null;
  earlierInPlanId: string | null;
  state: LineageState;
  note: string;
  similarity: number;
  decidedBy: string;
  decidedAt: Date;
  redactedAt: Date | null;
  version: number;
};

/** "P:…" for what a plan works on, "E:…" for history: one name for both in chains and lines. */
export const keyOf = (source: 'PLAN' | 'EARLIER', id: string): string =>
  `${source === 'PLAN' ? 'P' : 'E'}:${id}`;

/**
 * The history of the authority that a plan is about: inspections that plans here answer and those kept from before,
 * found by the council's name, so that every plan of the same council sees the same. Four statements, however much
 * there is. Throws NOT_FOUND.
 */
export async function loadHistory(
  db: Db | Tx,
  _scope: Scope,
  of: { planId: string } | { recommendationId: string },
): Promise<History> {
  const plan = await loadPlan(db, of);
  const all = await loadInspections(db);
  const mine = all.filter((row) => row.source === 'PLAN' && row.planId === plan.id);
  const authorityKeys = [
    ...new Set([plan.councilName, ...mine.map(({ authority }) => authority)].map(authorityKey)),
  ];
  const known = all.filter((row) =>
    [row.authority, row.councilName].some(
      (name) => name !== '' && authorityKeys.includes(authorityKey(name)),
    ),
  );
  const live = known.filter(({ deletedAt }) => deletedAt === null);
  const idsOf = (source: RawInspection['source']) =>
    live.filter((row) => row.source === source).map(({ id }) => id);
  const [items, links] = await Promise.all([
    loadItems(db, idsOf('PLAN'), idsOf('EARLIER')),
    loadLinks(db, [...new Set(live.filter(({ source }) => source === 'PLAN').map(({ planId }) => planId))]),
  ]);
  const shown = items.map(toItem);
  const keys = new Set(shown.map(({ key }) => key));
  return {
    planId: plan.id,
    planName: plan.name,
    authority: mine[0]?.authority ?? plan.councilName,
    authorityKeys,
    inspections: live.map((row) => toInspection(row, plan.id)),
    items: shown,
    links: links.map(toLink).filter(({ laterKey, earlierKey }) => keys.has(laterKey) && keys.has(earlierKey)),
    removed: known.flatMap(toRemoved),
  };
}

async function loadPlan(db: Db | Tx, of: { planId: string } | { recommendationId: string }) {
  const where =
    'planId' in of
      ? { id: of.planId, deletedAt: null }
      : { deletedAt: null, recommendations: { some: { id: of.recommendationId, deletedAt: null } } };
  const plan = await db.plan.findFirst({ where, select: { id: true, name: true, councilName: true } });
  if (!plan) throw notFound('planId' in of ? 'plan' : 'recommendation');
  return plan;
}

/** All of the installation, in order of time: there are few, and names are compared by a rule of the domain. */
function loadInspections(db: Db | Tx): Promise<RawInspection[]> {
  return db.$queryRaw<RawInspection[]>`
    SELECT x.* FROM (
      SELECT 'PLAN' AS "source", i."id", i."planId", p."name" AS "planName", i."kind"::text AS "kind", i."frameworkKey",
        i."authority", p."councilName", i."inspectionDateText" AS "dateText", i."startDate"::text AS "startDate",
        i."endDate"::text AS "endDate",
        coalesce(i."endDate", i."startDate", i."publicationDate", i."receivedDate")::text AS "on",
        i."publicationDate"::text AS "publicationDate", i."reportFileName",
        (SELECT coalesce(json_agg(json_build_object('area', j."area", 'grade', j."grade") ORDER BY j."area"), '[]')
          FROM "judgement" j WHERE j."inspectionId" = i."id") AS "judgements",
        NULL::timestamptz AS "deletedAt", NULL AS "deletedReason", NULL::timestamptz AS "redactedAt", i."version"
      FROM "inspection" i JOIN "plan" p ON p."id" = i."planId" WHERE p."deletedAt" IS NULL
      UNION ALL
      SELECT 'EARLIER', e."id", e."planId", p."name", e."kind"::text, e."frameworkKey", e."authority", '',
        e."inspectionDateText", e."startDate"::text, e."endDate"::text, e."endDate"::text, e."publicationDate"::text,
        e."reportFileName",
        (SELECT coalesce(json_agg(json_build_object('area', j."area", 'grade', j."grade") ORDER BY j."area"), '[]')
          FROM "earlier_judgement" j WHERE j."earlierInspectionId" = e."id"),
        e."deletedAt", e."deletedReason", e."redactedAt", e."version"
      FROM "earlier_inspection" e JOIN "plan" p ON p."id" = e."planId"
    ) x ORDER BY x."on", x."source", x."id"`;
}

/** A recommendation that somebody added to a plan with several inspections stands with the newest of them. */
function loadItems(db: Db | Tx, inspectionIds: string[], earlierIds: string[]): Promise<RawItem[]> {
  return db.$queryRaw<RawItem[]>`
    SELECT 'PLAN' AS "source", r."id", i."id" AS "inspectionId", r."planId", r."number", r."quote", r."leadIn", r."page",
      coalesce(r."judgementAreas", '{}') AS "judgementAreas", r."status"::text AS "status", '' AS "whatWasDone", NULL AS "closedOn", r."redactedAt",
      r."version"
    FROM "recommendation" r JOIN LATERAL (
      SELECT n."id" FROM "inspection" n WHERE n."planId" = r."planId" AND n."id" = ANY(${inspectionIds}::text[])
        AND (r."inspectionId" IS NULL OR n."id" = r."inspectionId")
      ORDER BY coalesce(n."endDate", n."startDate", n."publicationDate", n."receivedDate") DESC, n."id" LIMIT 1
    ) i ON true
    WHERE r."deletedAt" IS NULL
    UNION ALL
    SELECT 'EARLIER', e."id", e."earlierInspectionId", n."planId", e."number", e."quote", e."leadIn", e."page",
      coalesce(e."judgementAreas", '{}'), NULL, e."whatWasDone", e."closedOn"::text, e."redactedAt", e."version"
    FROM "earlier_recommendation" e JOIN "earlier_inspection" n ON n."id" = e."earlierInspectionId"
    WHERE e."earlierInspectionId" = ANY(${earlierIds}::text[])
    ORDER BY "inspectionId", "number"`;
}

function loadLinks(db: Db | Tx, planIds: string[]): Promise<RawLink[]> {
  return db.$queryRaw<RawLink[]>`
    SELECT ${LINK_COLUMNS} FROM "lineage_link" l LEFT JOIN "user" u ON u."id" = l."decidedById"
    WHERE l."planId" = ANY(${planIds}::text[]) ORDER BY l."decidedAt", l."id"`;
}

const LINK_COLUMNS: Sql = sql`l."id", l."recommendationId", l."earlierId", l."earlierInPlanId",
  l."state"::text AS "state", l."note", l."similarity", coalesce(u."name", '') AS "decidedBy", l."decidedAt",
  l."redactedAt", l."version"`;

function toInspection(row: RawInspection, planId: string): LineageInspection {
  const { councilName: _council, deletedAt: _at, deletedReason: _reason, redactedAt, ...facts } = row;
  return {
    ...facts,
    key: keyOf(row.source, row.id),
    isOfThisPlan: row.source === 'PLAN' && row.planId === planId,
    redactedAt: redactedAt && toInstant(redactedAt),
  };
}

function toItem({ inspectionId, redactedAt, ...facts }: RawItem): LineageItemOut {
  return {
    ...facts,
    key: keyOf(facts.source, facts.id),
    inspectionKey: keyOf(facts.source, inspectionId),
    reference: facts.source === 'PLAN' ? recommendationReference(facts.number) : `Item ${facts.number}`,
    themes: redactedAt ? [] : themesOf(facts.quote),
    redactedAt: redactedAt && toInstant(redactedAt),
  };
}

function toLink({ recommendationId, earlierId, earlierInPlanId, ...row }: RawLink): LineageLinkOut {
  return {
    ...row,
    laterKey: keyOf('PLAN', recommendationId),
    earlierKey: earlierId === null ? keyOf('PLAN', earlierInPlanId ?? '') : keyOf('EARLIER', earlierId),
    decidedAt: toInstant(row.decidedAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  };
}

function toRemoved({
  id,
  authority,
  dateText,
  deletedAt,
  deletedReason,
  version,
}: RawInspection): History['removed'] {
  if (deletedAt === null) return [];
  return [
    { id, name: authority, dateText, reason: deletedReason ?? '', removedAt: toInstant(deletedAt), version },
  ];
}
