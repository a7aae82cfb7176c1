import type {
  Acceptance,
  DeliveryStatus,
  EvidenceForm,
  EvidenceKind,
  EvidenceState,
  InspectionKind,
  IsoDate,
  ItemCategory,
  Rag,
  RecommendationStatus,
  Sensitivity,
  SustainState,
} from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import type { ScreeningFacts } from '@gt/domain/pack';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';
import { type RagFacts, ragFactColumns } from '../actions/rag-facts.ts';

/** A live recommendation, with its lead post and whoever holds it today. */
export type RecommendationFacts = {
  id: string;
  planId: string;
  inspectionId: string | null;
  number: number;
  quote: string;
  leadIn: string | null;
  page: number | null;
  category: ItemCategory | null;
  response: string;
  inspection: { id: string; kind: InspectionKind; on: IsoDate | null } | null;
  judgementAreas: string[];
  frameworkRefs: string[];
  goodLooksLike: string;
  closureTest: string;
  minEvidenceKinds: number;
  newestWithinDays: number;
  requireImpact: boolean;
  redactedAt: Date | null;
  status: RecommendationStatus;
  closedAt: Date | null;
  /** Sustain checks of its present closing that nobody has made yet, the first one first. */
  checksWaiting: { months: number; dueDate: IsoDate }[];
  /** All sustain checks of its present closing, the first one first. */
  checks: { months: number; dueDate: IsoDate; state: SustainState }[];
  version: number;
  leadPostId: string | null;
  leadPostTitle: string | null;
  leadHolder: string | null;
  /** Paragraphs of the report that bear on it, strongest first. */
  paragraphNumbers: number[];
};

/** A live action with what the rules need of it. Dates are midnight UTC of the calendar date. */
export type ActionFacts = RagFacts & {
  id: string;
  planId: string;
  /** Name of the plan it stands in, when it is another one than was asked about. */
  ofPlan: string | null;
  recommendationId: string;
  /** Of its own recommendation: with `number` it makes the reference. */
  recommendationNumber: number;
  number: number;
  /** Further recommendations that it serves. */
  alsoServesIds: string[];
  version: number;
  title: string;
  status: DeliveryStatus;
  declaredRag: Rag;
  startDate: Date | null;
  dueDate: Date | null;
  originalDueDate: Date | null;
  createdAt: Date;
  lastUpdateAt: Date | null;
  percentComplete: number;
  timesMoved: number;
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  acceptance: Acceptance;
  teamName: string | null;
  ownerPostTitle: string | null;
  /** Whoever holds the owner post today, else the person named on the action. */
  ownerName: string | null;
  hasOwner: boolean;
};

/**
 * A link of evidence to a recommendation: directly, through one of its live actions, or through an action elsewhere
 * that answers it as well.
 */
export type EvidenceFacts = {
  id: string;
  planId: string;
  /** Name of the plan it stands in, when it is another one than was asked about. */
  ofPlan: string | null;
  number: number;
  recommendationId: string;
  actionId: string | null;
  /** The reference of that action in its own plan. */
  actionRecommendationNumber: number | null;
  actionNumber: number | null;
  title: string;
  kind: EvidenceKind;
  state: EvidenceState;
  showsImpact: boolean;
  sensitivity: Sensitivity;
  periodFrom: Date | null;
  periodTo: Date | null;
  createdAt: Date;
  /** Upload of the newest version. */
  uploadedAt: Date;
  isGone: boolean;
  form: EvidenceForm;
  validUntil: IsoDate | null;
  /** Number of the item that took its place. */
  supersededBy: number | null;
  /** What the newest rules said of its newest version; null: not screened. */
  screening: ScreeningFacts | null;
};

/**
 * Of a plan, or of one recommendation in it. `across` adds what answers its recommendations from elsewhere: actions of
 * other plans, and the evidence of every action that answers a recommendation beside its own. Totals of the plan leave
 * the actions out again (`standingHere`). `actionIds` narrows actions to those.
 */
type Of = { planId: string; recommendationId?: string; across?: boolean; actionIds?: readonly string[] };

type OneOrAll = { planId: string } | { recommendationId: string };

/** Live recommendations of a live plan, or one of them, in order of number. One statement. */
export function loadRecommendationFacts(
  db: Db | Tx,
  scope: Scope,
  of: OneOrAll,
): Promise<RecommendationFacts[]> {
  return db.$queryRaw<RecommendationFacts[]>(recommendationFactsSql(scope, of));
}

/** The statement of `loadRecommendationFacts`, for whoever reads a plan as at one moment. */
export function recommendationFactsSql(scope: Scope, of: OneOrAll): Sql {
  const which = 'planId' in of ? sql`r."planId" = ${of.planId}` : sql`r."id" = ${of.recommendationId}`;
  return sql`
    SELECT r."id", r."planId", r."inspectionId", r."number", r."quote", r."leadIn", r."page",
      r."category"::text AS "category", r."response",
      (SELECT json_build_object('id', i."id", 'kind', i."kind", 'on', COALESCE(i."endDate", i."startDate")::text)
        FROM "inspection" i WHERE i."id" = r."inspectionId") AS "inspection",
      coalesce(r."judgementAreas", '{}') AS "judgementAreas", coalesce(r."frameworkRefs", '{}') AS "frameworkRefs",
      r."goodLooksLike", r."closureTest", r."minEvidenceKinds", r."newestWithinDays",
      r."requireImpact", r."redactedAt", r."status"::text AS "status", r."closedAt", r."version",
      (SELECT coalesce(json_agg(json_build_object('months', c."months", 'dueDate', c."dueDate") ORDER BY c."dueDate"), '[]')
        FROM "sustain_check" c JOIN "recommendation_closure" cl ON cl."id" = c."closureId"
        WHERE cl."recommendationId" = r."id" AND cl."reopenedAt" IS NULL AND c."state" = 'WAITING') AS "checksWaiting",
      (SELECT coalesce(json_agg(json_build_object('months', c."months", 'dueDate', c."dueDate", 'state', c."state")
          ORDER BY c."dueDate"), '[]')
        FROM "sustain_check" c JOIN "recommendation_closure" cl ON cl."id" = c."closureId"
        WHERE cl."recommendationId" = r."id" AND cl."reopenedAt" IS NULL) AS "checks",
      r."leadPostId", p."title" AS "leadPostTitle",
      ${holderOf(sql`r."leadPostId"`, scope.today)} AS "leadHolder",
      ARRAY(
        SELECT rp."number" FROM "recommendation_paragraph" b
        JOIN "report_paragraph" rp ON rp."id" = b."paragraphId"
        WHERE b."recommendationId" = r."id" ORDER BY cardinality(b."sharedWords") DESC, rp."number"
      ) AS "paragraphNumbers"
    FROM "recommendation" r
    JOIN "plan" pl ON pl."id" = r."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "post" p ON p."id" = r."leadPostId"
    WHERE ${which} AND r."deletedAt" IS NULL
    ORDER BY r."number"`;
}

/** Live actions of a plan, or of one recommendation, in order of number; those of other plans last. One statement. */
export function loadActionFacts(db: Db | Tx, scope: Scope, of: Of): Promise<ActionFacts[]> {
  return db.$queryRaw<ActionFacts[]>(actionFactsSql(scope, of));
}

/** The statement of `loadActionFacts`. */
export function actionFactsSql(scope: Scope, of: Of): Sql {
  return sql`
    SELECT a."id", a."planId", CASE WHEN a."planId" <> ${of.planId} THEN pl."name" END AS "ofPlan",
      a."recommendationId", home."number" AS "recommendationNumber", a."number",
      ARRAY(SELECT s."recommendationId" FROM "also_serves" s WHERE s."actionId" = a."id") AS "alsoServesIds",
      a."version", a."teamId", a."ownerPostId", a."ownerUserId", a."acceptance"::text AS "acceptance", a."title", a."status"::text AS "status",
      a."declaredRag"::text AS "declaredRag", a."startDate", a."dueDate", a."originalDueDate", a."createdAt",
      a."lastUpdateAt", a."percentComplete", coalesce(moves."count", 0)::int AS "timesMoved",
      t."name" AS "teamName", p."title" AS "ownerPostTitle", coalesce(u."name", ${holderOf(sql`a."ownerPostId"`, scope.today)}) AS "ownerName",
      (a."ownerPostId" IS NOT NULL OR a."ownerUserId" IS NOT NULL) AS "hasOwner",
      ${ragFactColumns(scope)}
    FROM "action" a
    JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL
    JOIN "recommendation" home ON home."id" = a."recommendationId"
    LEFT JOIN (
      SELECT d."actionId", count(*) AS "count" FROM "date_revision" d
      WHERE d."fromDate" IS NOT NULL AND d."toDate" IS DISTINCT FROM d."fromDate" AND d."takenBackAt" IS NULL GROUP BY d."actionId"
    ) moves ON moves."actionId" = a."id"
    LEFT JOIN "team" t ON t."id" = a."teamId"
    LEFT JOIN "post" p ON p."id" = a."ownerPostId"
    LEFT JOIN "user" u ON u."id" = a."ownerUserId"
    WHERE a."deletedAt" IS NULL AND ${whichActions(of)}
      ${of.actionIds ? sql`AND a."id" = ANY(${[...of.actionIds]}::text[])` : sql``}
    ORDER BY a."planId" <> ${of.planId}, pl."name", home."number", a."number"`;
}

/** Actions that stand under what is asked about, and those of others that serve it as well. */
export function whichActions({ planId, recommendationId, across }: Of): Sql {
  if (recommendationId) {
    return sql`a."id" IN (SELECT o."id" FROM "action" o WHERE o."recommendationId" = ${recommendationId}
      UNION SELECT s."actionId" FROM "also_serves" s WHERE s."recommendationId" = ${recommendationId})`;
  }
  if (!across) return sql`a."planId" = ${planId}`;
  return sql`a."id" IN (SELECT o."id" FROM "action" o WHERE o."planId" = ${planId}
    UNION SELECT s."actionId" FROM "also_serves" s JOIN "recommendation" sr ON sr."id" = s."recommendationId"
    WHERE sr."planId" = ${planId})`;
}

/** Actions by every recommendation they serve: first its own, then those that serve it as well. */
export function byRecommendation<T>(
  actions: readonly T[],
  of: (action: T) => Pick<ActionFacts, 'recommendationId' | 'alsoServesIds'>,
): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  const add = (recommendationId: string, action: T) =>
    found.set(recommendationId, [...(found.get(recommendationId) ?? []), action]);
  for (const action of actions) add(of(action).recommendationId, action);
  for (const action of actions) for (const id of of(action).alsoServesIds) add(id, action);
  return found;
}

/** Links of evidence under a plan, or under one recommendation, in order of number. One statement. */
export function loadEvidenceFacts(db: Db | Tx, scope: Scope, of: Of): Promise<EvidenceFacts[]> {
  return db.$queryRaw<EvidenceFacts[]>(evidenceFactsSql(scope, of));
}

/** The statement of `loadEvidenceFacts`. */
export function evidenceFactsSql(_scope: Scope, of: Of): Sql {
  return sql`
    SELECT e."id", e."planId", CASE WHEN e."planId" <> ${of.planId} THEN pl."name" END AS "ofPlan", e."number",
      l."recommendationId", l."actionId", home."number" AS "actionRecommendationNumber",
      a."number" AS "actionNumber", e."title",
      e."kind"::text AS "kind", e."state"::text AS "state", e."showsImpact",
      e."sensitivity"::text AS "sensitivity", e."periodFrom", e."periodTo", e."createdAt",
      coalesce(
        (SELECT max(v."uploadedAt") FROM "evidence_version" v WHERE v."evidenceId" = e."id"), e."createdAt"
      ) AS "uploadedAt",
      (e."redactedAt" IS NOT NULL) AS "isGone", e."form"::text AS "form", e."validUntil"::text AS "validUntil",
      (SELECT n."number" FROM "evidence" n WHERE n."id" = e."supersededById") AS "supersededBy",
      (SELECT (SELECT json_build_object('outcome', s."outcome", 'total', s."total", 'likely', s."likely", 'unread', cardinality(s."unread"),
            'answer', s."answer")
          FROM "evidence_screening" s WHERE s."versionId" = v."id" ORDER BY s."rules" DESC LIMIT 1)
        FROM "evidence_version" v WHERE v."evidenceId" = e."id" ORDER BY v."number" DESC LIMIT 1) AS "screening"
    FROM (${whichLinks(of)}) l
    JOIN "evidence" e ON e."id" = l."evidenceId" AND e."deletedAt" IS NULL
    JOIN "plan" pl ON pl."id" = e."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "action" a ON a."id" = l."actionId"
    LEFT JOIN "recommendation" home ON home."id" = a."recommendationId"
    WHERE a."deletedAt" IS NULL
    ORDER BY e."planId" <> ${of.planId}, e."number", home."number", a."number"`;
}

/** Links as they were made, and those that come with an action which answers another recommendation as well. */
export function whichLinks({ planId, recommendationId, across }: Of): Sql {
  const made = recommendationId
    ? sql`SELECT m."evidenceId", m."actionId", m."recommendationId" FROM "evidence_link" m
        WHERE m."recommendationId" = ${recommendationId}`
    : sql`SELECT m."evidenceId", m."actionId", m."recommendationId" FROM "evidence_link" m
        JOIN "evidence" me ON me."id" = m."evidenceId" WHERE me."planId" = ${planId}`;
  if (!across && !recommendationId) return made;
  const served = recommendationId
    ? sql`s."recommendationId" = ${recommendationId}`
    : sql`s."recommendationId" IN (SELECT sr."id" FROM "recommendation" sr WHERE sr."planId" = ${planId})`;
  return sql`${made} UNION ALL
    SELECT c."evidenceId", c."actionId", s."recommendationId" FROM "also_serves" s
    JOIN "evidence_link" c ON c."actionId" = s."actionId" WHERE ${served}`;
}

/** Evidence of one recommendation with each item once, however many actions it is linked to. */
export function itemsOf<Link extends { id: string }>(links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [link.id, link])).values()];
}
