import type {
  RecommendationActionRow,
  RecommendationEvidenceRow,
  RecommendationOut,
  RecommendationRow,
} from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { countEvidence, evidenceReference, evidenceStanding } from '@gt/domain/evidence';
import { referenceAcross } from '@gt/domain/plan';
import { recommendationReference } from '@gt/domain/recommendation';
import { toInstant, toIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import {
  type ActionFacts,
  byRecommendation,
  type EvidenceFacts,
  itemsOf,
  loadActionFacts,
  loadEvidenceFacts,
  loadRecommendationFacts,
  type RecommendationFacts,
} from './load-facts.ts';
import { loadMeasureFacts, type MeasureFacts } from './load-measure-facts.ts';
import { loadInspectedOn, monthsOf } from './months-of.ts';
import { rateAction } from './rate-action.ts';
import { sufficiencyOf, threadOf } from './thread-of.ts';

/** Recommendations of a plan in order of number. Five statements, however many there are. Throws NOT_FOUND. */
export async function listRecommendations(
  db: Db,
  scope: Scope,
  planId: string,
): Promise<RecommendationRow[]> {
  const [plan, recommendations, actions, evidence, measures] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } }),
    loadRecommendationFacts(db, scope, { planId }),
    loadActionFacts(db, scope, { planId, across: true }),
    loadEvidenceFacts(db, scope, { planId, across: true }),
    loadMeasureFacts(db, scope, { planId }),
  ]);
  if (!plan) throw notFound('plan');
  const actionsOf = byRecommendation(actions, (action) => action);
  const evidenceOf = Map.groupBy(evidence, (link) => link.recommendationId);
  const measuresOf = Map.groupBy(measures, (measure) => measure.recommendationId);
  return recommendations.map((facts) =>
    rowOf(
      facts,
      actionsOf.get(facts.id) ?? [],
      evidenceOf.get(facts.id) ?? [],
      measuresOf.get(facts.id) ?? [],
      scope,
    ),
  );
}

function rowOf(
  facts: RecommendationFacts,
  actions: readonly ActionFacts[],
  evidence: readonly EvidenceFacts[],
  measures: readonly MeasureFacts[],
  scope: Scope,
): RecommendationRow {
  const live = actions.filter((action) => action.status !== 'CANCELLED');
  const { known, accepted, expired } = countEvidence(itemsOf(evidence), scope.today);
  return {
    id: facts.id,
    reference: recommendationReference(facts.number),
    number: facts.number,
    quote: facts.quote,
    page: facts.page,
    category: facts.category,
    inspection: facts.inspection,
    judgementAreas: facts.judgementAreas,
    leadPost: leadOf(facts),
    status: facts.status,
    sufficiency: sufficiencyOf(facts, evidence, scope.today).state,
    thread: threadOf(facts, actions, evidence, measures, scope.today),
    actions: live.length,
    closedActions: live.filter((action) => action.status === 'CLOSED').length,
    overdueActions: live.filter((action) => rateAction(action, scope.today).overdue.isOverdue).length,
    evidence: known.length,
    acceptedEvidence: accepted.length,
    expiredEvidence: expired.length,
    version: facts.version,
  };
}

/** One recommendation with all that its page shows, its measures' own page apart. Six statements. Throws NOT_FOUND. */
export async function getRecommendation(
  db: Db,
  scope: Scope,
  recommendationId: string,
): Promise<RecommendationOut> {
  const [facts] = await loadRecommendationFacts(db, scope, { recommendationId });
  if (!facts) throw notFound('recommendation');
  const of = { planId: facts.planId, recommendationId };
  const [paragraphs, inspectedOn, actions, evidence, measures] = await Promise.all([
    loadParagraphs(db, recommendationId),
    loadInspectedOn(db, scope, facts.planId),
    loadActionFacts(db, scope, of),
    loadEvidenceFacts(db, scope, of),
    loadMeasureFacts(db, scope, of),
  ]);
  const { minEvidenceKinds, newestWithinDays, requireImpact } = facts;
  return {
    id: facts.id,
    planId: facts.planId,
    inspectionId: facts.inspectionId,
    reference: recommendationReference(facts.number),
    number: facts.number,
    quote: facts.quote,
    leadIn: facts.leadIn,
    page: facts.page,
    category: facts.category,
    response: facts.response,
    inspection: facts.inspection,
    judgementAreas: facts.judgementAreas,
    frameworkRefs: facts.frameworkRefs,
    paragraphs,
    leadPost: leadOf(facts),
    goodLooksLike: facts.goodLooksLike,
    closureTest: facts.closureTest,
    status: facts.status,
    evidenceTest: { minEvidenceKinds, newestWithinDays, requireImpact },
    evidenceAnswer: sufficiencyOf(facts, evidence, scope.today),
    thread: threadOf(facts, actions, evidence, measures, scope.today),
    actions: ownFirst(facts, actions).map((action) => actionRow(facts, action, scope)),
    evidence: evidenceRows(evidence, scope.today),
    ...monthsOf(evidence, inspectedOn, scope.today),
    redactedAt: facts.redactedAt ? toInstant(facts.redactedAt) : null,
    version: facts.version,
  };
}

function ownFirst(facts: RecommendationFacts, actions: readonly ActionFacts[]): ActionFacts[] {
  const isOwn = (action: ActionFacts) => action.recommendationId === facts.id;
  return [...actions.filter(isOwn), ...actions.filter((action) => !isOwn(action))];
}

function leadOf(facts: RecommendationFacts): RecommendationRow['leadPost'] {
  if (facts.leadPostId === null) return null;
  return { id: facts.leadPostId, title: facts.leadPostTitle ?? '', holder: facts.leadHolder };
}

function actionRow(facts: RecommendationFacts, action: ActionFacts, scope: Scope): RecommendationActionRow {
  const rated = rateAction(action, scope.today);
  return {
    id: action.id,
    planId: action.planId,
    ofPlan: action.ofPlan,
    reference: actionReference(action.recommendationNumber, action.number),
    isServed: action.recommendationId !== facts.id,
    assigned: { teamId: action.teamId, ownerPostId: action.ownerPostId, ownerUserId: action.ownerUserId },
    acceptance: action.acceptance,
    version: action.version,
    title: action.title,
    status: action.status,
    teamName: action.teamName,
    owner: action.ownerPostTitle ?? action.ownerName,
    dueDate: rated.dueDate,
    originalDueDate: rated.originalDueDate,
    dueWords: rated.overdue.words,
    overdue: rated.overdue.isOverdue,
    declaredRag: rated.declared,
    calculatedRag: rated.calculated.rag,
    calculatedReason: rated.calculated.sentence,
    mismatch: rated.mismatch.isMismatch,
    percentComplete: action.percentComplete,
    lastUpdateAt: action.lastUpdateAt ? toInstant(action.lastUpdateAt) : null,
  };
}

function evidenceRows(links: readonly EvidenceFacts[], today: IsoDate): RecommendationEvidenceRow[] {
  const actions = Map.groupBy(links, (link) => link.id);
  return itemsOf(links).map((item) => ({
    id: item.id,
    planId: item.planId,
    ofPlan: item.ofPlan,
    reference: evidenceReference(item.number),
    title: item.title,
    kind: item.kind,
    state: item.state,
    showsImpact: item.showsImpact,
    sensitivity: item.sensitivity,
    periodFrom: toIsoDateOrNull(item.periodFrom),
    periodTo: toIsoDateOrNull(item.periodTo),
    createdAt: toInstant(item.createdAt),
    redacted: item.isGone,
    standing: standingWords(item, today),
    actionReferences: (actions.get(item.id) ?? [])
      .filter((link) => link.actionNumber !== null)
      .map((link) =>
        referenceAcross(
          actionReference(link.actionRecommendationNumber ?? 0, link.actionNumber ?? 0),
          link.ofPlan,
        ),
      ),
  }));
}

/** "Expired: it was valid until …", "Superseded by E9"; '' while it still says how things are. */
function standingWords({ validUntil, supersededBy }: EvidenceFacts, today: IsoDate): string {
  const by = supersededBy === null ? null : evidenceReference(supersededBy);
  return evidenceStanding({ validUntil, supersededBy: by }, today)?.words ?? '';
}

type RawParagraph = Omit<RecommendationOut['paragraphs'][number], 'redactedAt'> & { redactedAt: Date | null };

async function loadParagraphs(db: Db, recommendationId: string): Promise<RecommendationOut['paragraphs']> {
  const rows = await db.$queryRaw<RawParagraph[]>`
    SELECT p."id", p."number", p."page", p."heading", p."text", p."redactedAt",
      coalesce(rp."sharedWords", '{}') AS "sharedWords"
    FROM "recommendation_paragraph" rp JOIN "report_paragraph" p ON p."id" = rp."paragraphId"
    WHERE rp."recommendationId" = ${recommendationId}
    ORDER BY cardinality(rp."sharedWords") DESC, p."number"`;
  return rows.map((row) => ({ ...row, redactedAt: row.redactedAt && toInstant(row.redactedAt) }));
}
