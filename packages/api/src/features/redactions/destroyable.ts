import type { RedactionPreviewOut } from '@gt/contracts/schemas';
import { formatDate, type RedactableEntity } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { canOnAction, seesWholePlan } from '@gt/domain/authz';
import { ACTION_ACCESS_SELECT, actionRecord, visibleActions } from '../../core/action-access.ts';
import { londonDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { isLineageEntity, type LineageEntity, lineageTexts } from '../lineage/blank-lineage.ts';
import { reportTexts } from '../reports/blank-reports.ts';
import { reportReference } from '../reports/load-report.ts';
import { ACTION_TEXTS_SELECT, actionTexts } from './blank-action.ts';
import { isCalendarEntity, loadCalendarRecord } from './blank-calendar.ts';
import { enquiryTexts } from './blank-enquiry.ts';
import { measureCommentTexts, measureTexts } from './blank-measure.ts';
import { packTexts } from './blank-pack.ts';
import { textsBesideRecommendation } from './blank-recommendation.ts';
import { reviewTexts } from './blank-review.ts';
import { DESTROYED } from './destroyed.ts';
import { splitOrigins } from './split-origins.ts';

export type RedactionPlace = RedactionPreviewOut['place'];

/** What is known of a record before it is destroyed: where it belongs, how people call it, and its words. */
export type Destroyable = {
  planId: string;
  reference: string;
  /** The page on which it is read: an update on its action, a file on its evidence. */
  place: RedactionPlace;
  /** Packs built since then print the words; null when no pack does. */
  inPacksSince: Date | null;
  /** Records whose history and drafts repeat these words as they are: an update's action, a file's evidence, what it was split from. */
  relatedIds: string[];
  /** Every text that must vanish, from copies too. */
  texts: string[];
  /** Contents whose bytes must vanish. */
  sha256s: string[];
};

const ACTION_SELECT = {
  ...ACTION_ACCESS_SELECT,
  createdAt: true,
  ...ACTION_TEXTS_SELECT,
  recommendation: { select: { number: true } },
  updates: { select: { id: true } },
  comments: { select: { id: true } },
} as const;

/** Loads the record behind a request to destroy. Throws NOT_FOUND for what the person may not see. */
export async function loadDestroyable(
  tx: Tx,
  scope: Scope,
  entity: RedactableEntity,
  entityId: string,
): Promise<Destroyable> {
  if (entity === 'ACTION') return loadAction(tx, scope, entityId);
  if (entity === 'PROGRESS_UPDATE') return loadUpdate(tx, scope, entityId);
  if (entity === 'COMMENT') return loadComment(tx, scope, entityId);
  if (entity === 'RECOMMENDATION') return loadRecommendation(tx, scope, entityId);
  if (entity === 'REPORT_PARAGRAPH') return loadParagraph(tx, scope, entityId);
  if (entity === 'MEASURE') return loadMeasure(tx, scope, entityId);
  if (entity === 'MEASURE_COMMENT') return loadMeasureComment(tx, scope, entityId);
  if (entity === 'REPORT') return loadPaper(tx, scope, entityId);
  if (entity === 'REVIEW') return loadReview(tx, scope, entityId);
  if (entity === 'LINE_OF_ENQUIRY') return loadEnquiry(tx, scope, entityId);
  if (entity === 'PACK') return loadPack(tx, scope, entityId);
  if (isCalendarEntity(entity)) return loadCalendarRecord(tx, mayReach(scope), entity, entityId);
  if (isLineageEntity(entity)) return loadLineage(tx, scope, entity, entityId);
  return entity === 'EVIDENCE' ? loadEvidence(tx, scope, entityId) : loadVersion(tx, scope, entityId);
}

const words = (...texts: (string | null)[]) =>
  texts.filter((text): text is string => text !== null && text !== '' && text !== DESTROYED);

/** Administrators destroy as the second person without reading the plan, so the rules of reading do not stop them. */
function mayReach(scope: Scope): boolean {
  return seesWholePlan(scope.roles) || scope.roles.includes('ADMINISTRATOR');
}

async function loadAction(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const row = await tx.action.findUnique({ where: { id }, select: ACTION_SELECT });
  if (!row || !(mayReach(scope) || canOnAction(scope, 'action.read', actionRecord(row)).ok))
    throw notFound('action');
  return {
    planId: row.planId,
    reference: actionReference(row.recommendation.number, row.number),
    place: { kind: 'ACTION', id },
    inPacksSince: row.createdAt,
    relatedIds: [
      id,
      ...[...row.updates, ...row.comments].map((item) => item.id),
      ...(await splitOrigins(tx, id)),
    ],
    texts: words(...actionTexts(row)),
    sha256s: [],
  };
}

async function loadUpdate(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const row = await tx.progressUpdate.findUnique({
    where: { id },
    select: {
      actionId: true,
      createdAt: true,
      whatHappened: true,
      difference: true,
      inTheWay: true,
      next: true,
      ragReason: true,
    },
  });
  if (!row) throw notFound('update');
  const action = await loadAction(tx, scope, row.actionId);
  return {
    planId: action.planId,
    place: action.place,
    reference: `${action.reference}, update of ${formatDate(londonDate(row.createdAt))}`,
    inPacksSince: row.createdAt,
    relatedIds: [id, row.actionId],
    texts: words(row.whatHappened, row.difference, row.inTheWay, row.next, row.ragReason),
    sha256s: [],
  };
}

/** Packs never print a comment. */
async function loadComment(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const row = await tx.actionComment.findUnique({
    where: { id },
    select: { actionId: true, body: true, createdAt: true, deletedAt: true, authorId: true },
  });
  // A removed comment is out of sight for all but its author, and for whoever agrees to its destruction.
  const isHidden = row?.deletedAt && row.authorId !== scope.userId && !mayReach(scope);
  if (!row || isHidden) throw notFound('comment');
  const action = await loadAction(tx, scope, row.actionId);
  return {
    planId: action.planId,
    place: action.place,
    reference: `${action.reference}, comment of ${formatDate(londonDate(row.createdAt))}`,
    inPacksSince: null,
    relatedIds: [id, row.actionId],
    texts: words(row.body),
    sha256s: [],
  };
}

/** Measures belong to everybody who sees the plan. */
async function loadMeasure(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  if (!mayReach(scope)) throw notFound('measure');
  const { planId, reference, createdAt, commentIds, texts } = await measureTexts(tx, id);
  return {
    planId,
    reference,
    place: { kind: 'MEASURE', id },
    inPacksSince: createdAt,
    relatedIds: [id, ...commentIds],
    texts: words(...texts),
    sha256s: [],
  };
}

/** Packs never print what was said of a figure. */
async function loadMeasureComment(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const found = await measureCommentTexts(tx, id);
  if (!found || !mayReach(scope)) throw notFound('comment');
  return {
    planId: found.planId,
    reference: found.reference,
    place: { kind: 'MEASURE', id: found.measureId },
    inPacksSince: null,
    relatedIds: [id],
    texts: words(...found.texts),
    sha256s: [],
  };
}

/** Packs never print a paper. */
async function loadPaper(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const found = mayReach(scope) ? await reportTexts(tx, id) : null;
  if (!found) throw notFound('report');
  return {
    planId: found.report.planId,
    reference: reportReference(found.report),
    place: { kind: 'REPORT', id },
    inPacksSince: null,
    relatedIds: [id],
    texts: words(...found.texts),
    sha256s: found.sha256s,
  };
}

/** A note may have become the reason for a colour, which packs print. */
async function loadReview(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const found = mayReach(scope) ? await reviewTexts(tx, id) : null;
  if (!found) throw notFound('review');
  return {
    planId: found.planId,
    reference: found.reference,
    place: { kind: 'REVIEW', id },
    inPacksSince: found.openedAt,
    relatedIds: found.relatedIds,
    texts: words(...found.texts),
    sha256s: [],
  };
}

/** Packs never print a line of enquiry. */
async function loadEnquiry(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const found = mayReach(scope) ? await enquiryTexts(tx, id) : null;
  if (!found) throw notFound('line of enquiry');
  return {
    planId: found.planId,
    reference: found.reference,
    place: { kind: 'LINE_OF_ENQUIRY', id },
    inPacksSince: null,
    relatedIds: [id],
    texts: words(...found.texts),
    sha256s: [],
  };
}

/** Of a pack the words of its cover, which no other pack prints; what it prints of a record goes with the record. */
async function loadPack(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const found = mayReach(scope) ? await packTexts(tx, id) : null;
  if (!found) throw notFound('pack');
  return {
    planId: found.planId,
    reference: found.reference,
    place: { kind: 'PACK', id },
    inPacksSince: null,
    relatedIds: [id],
    texts: words(...found.texts),
    sha256s: found.sha256s,
  };
}

/** History belongs to everybody who sees plans. Packs print the years of it, and none of its words. */
async function loadLineage(tx: Tx, scope: Scope, entity: LineageEntity, id: string): Promise<Destroyable> {
  const found = mayReach(scope) ? await lineageTexts(tx, entity, id) : null;
  if (!found) throw notFound('record');
  const { recommendationId, texts, ...rest } = found;
  return {
    ...rest,
    place: recommendationId
      ? { kind: 'RECOMMENDATION', id: recommendationId }
      : { kind: 'LINEAGE', id: rest.planId },
    inPacksSince: null,
    texts: words(...texts),
  };
}

async function loadRecommendation(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  if (!mayReach(scope)) throw notFound('recommendation');
  const row = await tx.recommendation.findUnique({
    where: { id },
    select: {
      planId: true,
      number: true,
      createdAt: true,
      quote: true,
      leadIn: true,
      goodLooksLike: true,
      closureTest: true,
      response: true,
    },
  });
  if (!row) throw notFound('recommendation');
  return {
    planId: row.planId,
    reference: `R${row.number}`,
    place: { kind: 'RECOMMENDATION', id },
    inPacksSince: row.createdAt,
    relatedIds: [id],
    texts: words(
      row.quote,
      row.leadIn,
      row.goodLooksLike,
      row.closureTest,
      row.response,
      ...(await textsBesideRecommendation(tx, id)),
    ),
    sha256s: [],
  };
}

/** A paragraph belongs to everybody who sees the plan. Packs name its number and never print it. */
async function loadParagraph(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  if (!mayReach(scope)) throw notFound('paragraph');
  const row = await tx.reportParagraph.findUnique({
    where: { id },
    select: {
      number: true,
      heading: true,
      text: true,
      inspection: { select: { planId: true } },
      recommendations: {
        select: { recommendationId: true },
        orderBy: { recommendation: { number: 'asc' } },
        take: 1,
      },
    },
  });
  if (!row) throw notFound('paragraph');
  const { planId } = row.inspection;
  const reader = row.recommendations[0]?.recommendationId;
  return {
    planId,
    reference: paragraphReference(row.number),
    place: reader ? { kind: 'RECOMMENDATION', id: reader } : { kind: 'PLAN', id: planId },
    inPacksSince: null,
    relatedIds: [id],
    texts: words(row.heading, row.text),
    sha256s: [],
  };
}

/** "Paragraph 40 of the report". */
export function paragraphReference(number: number): string {
  return `Paragraph ${number} of the report`;
}

/** What people wrote about what was found in a file. */
const SCREENED_SELECT = { screenings: { select: { justification: true, decisionNote: true } } } as const;
const writtenOf = ({ screenings }: { screenings: { justification: string; decisionNote: string }[] }) =>
  screenings.flatMap(({ justification, decisionNote }) => [justification, decisionNote]);

const EVIDENCE_SELECT = {
  planId: true,
  number: true,
  createdAt: true,
  title: true,
  shows: true,
  difference: true,
  source: true,
  authorPost: true,
  questions: { select: { text: true, answer: true } },
  versions: { select: { id: true, fileName: true, sha256: true, redactedAt: true, ...SCREENED_SELECT } },
  checks: { select: { reason: true } },
} as const;

async function loadEvidence(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  if (!(mayReach(scope) || (await isOwnEvidence(tx, scope, id)))) throw notFound('evidence');
  const row = await tx.evidence.findUnique({ where: { id }, select: EVIDENCE_SELECT });
  if (!row) throw notFound('evidence');
  return {
    planId: row.planId,
    reference: `E${row.number}`,
    place: { kind: 'EVIDENCE', id },
    inPacksSince: row.createdAt,
    relatedIds: [id, ...row.versions.map((version) => version.id)],
    texts: words(
      row.title,
      row.shows,
      row.difference,
      row.source,
      row.authorPost,
      ...row.questions.flatMap(({ text, answer }) => [text, answer]),
      ...row.versions.map((version) => version.fileName),
      ...row.versions.flatMap(writtenOf),
      ...row.checks.map((check) => check.reason),
    ),
    sha256s: row.versions.filter((version) => !version.redactedAt).map((version) => version.sha256),
  };
}

/** A partner reaches the evidence of the actions that they see, and no other. */
async function isOwnEvidence(tx: Tx, scope: Scope, evidenceId: string): Promise<boolean> {
  const link = await tx.evidenceLink.findFirst({
    where: { evidenceId, action: visibleActions(scope, false) },
    select: { id: true },
  });
  return link !== null;
}

async function loadVersion(tx: Tx, scope: Scope, id: string): Promise<Destroyable> {
  const version = await tx.evidenceVersion.findUnique({
    where: { id },
    select: {
      evidenceId: true,
      number: true,
      fileName: true,
      sha256: true,
      uploadedAt: true,
      redactedAt: true,
      ...SCREENED_SELECT,
    },
  });
  if (!version) throw notFound('file');
  const evidence = await loadEvidence(tx, scope, version.evidenceId);
  return {
    planId: evidence.planId,
    reference: `${evidence.reference}, file ${version.number}`,
    place: evidence.place,
    inPacksSince: version.uploadedAt,
    relatedIds: [id, version.evidenceId],
    texts: words(version.fileName, ...writtenOf(version)),
    sha256s: version.redactedAt ? [] : [version.sha256],
  };
}
