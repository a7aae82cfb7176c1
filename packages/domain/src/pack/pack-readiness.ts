import type { DeliveryStatus, IsoDate } from '@gt/contracts/words';
import {
  type EvidenceTest,
  evidenceSufficiency,
  type SufficiencyGapCode,
  type SufficiencyItem,
} from '../evidence/index.ts';
import type { RagMismatch } from '../rag/index.ts';
import { countOf, listWords } from '../wording/index.ts';

export type ReadinessAction = {
  id: string;
  reference: string;
  status: DeliveryStatus;
  hasOwner: boolean;
  isOverdue: boolean;
  isSilent: boolean;
  mismatch: RagMismatch;
  /** Accepted evidence linked to the action itself. */
  acceptedEvidence: number;
};
export type ReadinessEvidence = SufficiencyItem & { id: string };
export type ReadinessRecommendation = {
  id: string;
  reference: string;
  title: string;
  hasLead: boolean;
  goodLooksLike: string;
  closureTest: string;
  evidenceTest: EvidenceTest;
  actions: readonly ReadinessAction[];
  evidence: readonly ReadinessEvidence[];
};

export type ReadinessCode =
  | SufficiencyGapCode
  | 'NO_ACTION'
  | 'NO_LEAD'
  | 'NO_GOOD_LOOKS_LIKE'
  | 'NO_CLOSURE_TEST'
  | 'NO_OWNER'
  | 'OVERDUE'
  | 'SILENT'
  | 'RAG_MISMATCH'
  | 'CLOSED_WITHOUT_EVIDENCE';
/** What the screen calls the column: missing, stale, unverified or contradictory. */
export type ReadinessGroup = 'MISSING' | 'STALE' | 'UNVERIFIED' | 'CONTRADICTORY';
export type ReadinessItem = {
  code: ReadinessCode;
  group: ReadinessGroup;
  /** A full sentence. */
  sentence: string;
  /** Where it can be mended. */
  target: { kind: 'RECOMMENDATION' | 'ACTION' | 'EVIDENCE'; id: string; reference: string };
};
export type RecommendationReadiness = {
  id: string;
  reference: string;
  title: string;
  isReady: boolean;
  items: ReadinessItem[];
};
export type PackReadiness = {
  isReady: boolean;
  /** The single honest line at the top: "Ready except 7 items in 3 recommendations". */
  line: string;
  items: number;
  recommendations: RecommendationReadiness[];
};

/**
 * What an inspector would miss in a pack built today, per recommendation, each with the place where it is mended. It
 * informs and never forbids: a pack can be built at any time, and prints the same list.
 * Source: pack readiness names what is missing, stale, unverified and contradictory, under one honest line.
 * Example: one recommendation without a lead, one with two items waiting to be checked → "Ready except 3 items in 2
 * recommendations".
 */
export function packReadiness(
  recommendations: readonly ReadinessRecommendation[],
  today: IsoDate,
): PackReadiness {
  const rows = recommendations.map((recommendation) => readinessOf(recommendation, today));
  const items = rows.reduce((sum, row) => sum + row.items.length, 0);
  const unready = rows.filter((row) => !row.isReady).length;
  return {
    isReady: rows.length > 0 && items === 0,
    line: lineOf(rows.length, items, unready),
    items,
    recommendations: rows,
  };
}

function lineOf(all: number, items: number, unready: number): string {
  if (all === 0) return 'Nothing to pack yet: there are no recommendations';
  if (items === 0) return `Ready: nothing is missing in ${countOf(all, 'recommendation')}`;
  return `Ready except ${countOf(items, 'item')} in ${countOf(unready, 'recommendation')}`;
}

function readinessOf(recommendation: ReadinessRecommendation, today: IsoDate): RecommendationReadiness {
  const { id, reference, title, actions } = recommendation;
  const items = [
    ...ownGaps(recommendation),
    ...actions.filter((action) => action.status !== 'CANCELLED').flatMap(actionGaps),
    ...evidenceGaps(recommendation, today),
  ];
  return { id, reference, title, isReady: items.length === 0, items };
}

function ownGaps(recommendation: ReadinessRecommendation): ReadinessItem[] {
  const { id, reference, actions } = recommendation;
  const items: ReadinessItem[] = [];
  const missing = (code: ReadinessCode, sentence: string) =>
    items.push({ code, group: 'MISSING', sentence, target: { kind: 'RECOMMENDATION', id, reference } });
  if (!recommendation.hasLead) missing('NO_LEAD', 'Nobody is named as accountable.');
  if (recommendation.goodLooksLike.trim() === '') {
    missing('NO_GOOD_LOOKS_LIKE', 'What good looks like has not been written down.');
  }
  if (recommendation.closureTest.trim() === '') {
    missing('NO_CLOSURE_TEST', 'The test for closing it has not been written down.');
  }
  if (!actions.some((action) => action.status !== 'CANCELLED')) missing('NO_ACTION', 'No action answers it.');
  return items;
}

function actionGaps(action: ReadinessAction): ReadinessItem[] {
  const { id, reference, mismatch } = action;
  const items: ReadinessItem[] = [];
  const add = (code: ReadinessCode, group: ReadinessGroup, sentence: string) =>
    items.push({ code, group, sentence, target: { kind: 'ACTION', id, reference } });
  if (action.status === 'CLOSED') {
    if (action.acceptedEvidence === 0) {
      const sentence = `${reference} is closed, and no accepted evidence stands behind it.`;
      add('CLOSED_WITHOUT_EVIDENCE', 'CONTRADICTORY', sentence);
    }
    return items;
  }
  if (!action.hasOwner) add('NO_OWNER', 'MISSING', `${reference} has no owner.`);
  if (action.isOverdue) add('OVERDUE', 'STALE', `${reference} is past its due date and still open.`);
  if (action.isSilent) add('SILENT', 'STALE', `${reference} has had no recent update.`);
  if (mismatch.isMismatch) add('RAG_MISMATCH', 'CONTRADICTORY', `${reference}: ${mismatch.sentence}.`);
  return items;
}

const GROUPS: Record<SufficiencyGapCode, ReadinessGroup> = {
  NO_EVIDENCE: 'MISSING',
  NOT_VERIFIED: 'UNVERIFIED',
  RETURNED: 'UNVERIFIED',
  TOO_FEW_KINDS: 'MISSING',
  NEWEST_TOO_OLD: 'STALE',
  NO_IMPACT: 'MISSING',
};

/** One item for each gap of the evidence test, and for each item of evidence that is not verified. */
function evidenceGaps(recommendation: ReadinessRecommendation, today: IsoDate): ReadinessItem[] {
  const { id, reference, evidence, evidenceTest } = recommendation;
  const answer = evidenceSufficiency(evidenceTest, evidence, today);
  return answer.missing.flatMap((gap): ReadinessItem[] => {
    const group = GROUPS[gap.code];
    if (group !== 'UNVERIFIED') {
      return [
        { code: gap.code, group, sentence: gap.sentence, target: { kind: 'RECOMMENDATION', id, reference } },
      ];
    }
    const verb =
      gap.code === 'NOT_VERIFIED' ? 'waits to be checked' : 'was returned and needs mending or withdrawing';
    return evidence
      .filter((item) => gap.references.includes(item.reference))
      .map((item) => ({
        code: gap.code,
        group,
        sentence: `${item.reference} ${verb}.`,
        target: { kind: 'EVIDENCE', id: item.id, reference: item.reference },
      }));
  });
}

/** What is missing for one recommendation as phrases for the pack itself; empty when nothing is. */
export function missingWords(readiness: RecommendationReadiness): string[] {
  return readiness.items.map((item) => item.sentence);
}

/** References that need attention, for a short line: "R1, R3 and 2 more". */
export function unreadyReferences(readiness: PackReadiness, limit = 5): string {
  const unready = readiness.recommendations.filter((row) => !row.isReady);
  return listWords(
    unready.map((row) => row.reference),
    limit,
  );
}
