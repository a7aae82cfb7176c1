import {
  type DeliveryStatus,
  type EvidenceForm,
  formatDate,
  type IsoDate,
  type ReadinessGroup,
  type RecommendationStatus,
  type SufficiencyState,
} from '@gt/contracts/words';
import {
  type EvidenceTest,
  evidenceSufficiency,
  type Sufficiency,
  type SufficiencyGapCode,
  type SufficiencyItem,
} from '../evidence/index.ts';
import type { RagMismatch } from '../rag/index.ts';
import { countOf, listWords } from '../wording/index.ts';
import { type ScreeningFacts, screened } from './pack-scope.ts';

export type ReadinessAction = {
  id: string;
  reference: string;
  status: DeliveryStatus;
  hasOwner: boolean;
  isOverdue: boolean;
  isSilent: boolean;
  mismatch: RagMismatch;
  /** Shown or worked out as red. */
  isRed: boolean;
  /** Evidence linked to the action itself that counts as proof. */
  acceptedEvidence: number;
};
export type ReadinessEvidence = SufficiencyItem & {
  id: string;
  form: EvidenceForm;
  /** What screening said of the newest version; null: not screened. */
  screening: ScreeningFacts | null;
};
export type ReadinessRecommendation = {
  id: string;
  reference: string;
  title: string;
  hasLead: boolean;
  status: RecommendationStatus;
  /** Names of its measures that move away from their target. */
  measuresAway: readonly string[];
  /** Sustain checks of its present closing that nobody has made yet. */
  checksWaiting: readonly { months: number; dueDate: IsoDate }[];
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
  | 'CLOSED_WITHOUT_EVIDENCE'
  | 'CLOSED_BUT_RED'
  | 'CLOSED_BUT_AWAY'
  | 'CLOSED_BUT_NOT_ENOUGH'
  | 'CHECK_OVERDUE'
  | 'NOT_SCREENED'
  | 'FOUND_NOT_ANSWERED';
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
  /** What its evidence test answers. */
  sufficiency: SufficiencyState;
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
  const { id, reference, title, actions, evidence, evidenceTest } = recommendation;
  const live = actions.filter((action) => action.status !== 'CANCELLED');
  const answer = evidenceSufficiency(evidenceTest, evidence, today);
  const items = [
    ...ownGaps(recommendation),
    ...(recommendation.status === 'CLOSED' ? closedGaps(recommendation, live, answer, today) : []),
    ...live.flatMap(actionGaps),
    ...evidenceGaps(recommendation, answer),
    ...evidence.flatMap((item) => screeningGaps(item)),
  ];
  return { id, reference, title, isReady: items.length === 0, sufficiency: answer.state, items };
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

/** A closed recommendation says that all is well: whatever says otherwise contradicts it. */
function closedGaps(
  recommendation: ReadinessRecommendation,
  live: readonly ReadinessAction[],
  answer: Sufficiency,
  today: IsoDate,
): ReadinessItem[] {
  const { id, reference, measuresAway, checksWaiting } = recommendation;
  const target = { kind: 'RECOMMENDATION' as const, id, reference };
  const items: ReadinessItem[] = [];
  for (const action of live.filter(({ status, isRed }) => status !== 'CLOSED' && isRed)) {
    const sentence = `${reference} is closed, and ${action.reference} is red.`;
    const of = { kind: 'ACTION' as const, id: action.id, reference: action.reference };
    items.push({ code: 'CLOSED_BUT_RED', group: 'CONTRADICTORY', sentence, target: of });
  }
  if (measuresAway.length > 0) {
    const verb = measuresAway.length === 1 ? 'moves' : 'move';
    const sentence = `${reference} is closed, and ${listWords(measuresAway, 3)} ${verb} away from the target.`;
    items.push({ code: 'CLOSED_BUT_AWAY', group: 'CONTRADICTORY', sentence, target });
  }
  if (!answer.ok) {
    const sentence = `${reference} is closed, and its evidence test is not met any more.`;
    items.push({ code: 'CLOSED_BUT_NOT_ENOUGH', group: 'CONTRADICTORY', sentence, target });
  }
  for (const { months, dueDate } of checksWaiting.filter((check) => check.dueDate < today)) {
    const sentence = `The check after ${months} months was due on ${formatDate(dueDate)}.`;
    items.push({ code: 'CHECK_OVERDUE', group: 'STALE', sentence, target });
  }
  return items;
}

const GROUPS: Record<SufficiencyGapCode, ReadinessGroup> = {
  NO_EVIDENCE: 'MISSING',
  NOT_VERIFIED: 'UNVERIFIED',
  RETURNED: 'UNVERIFIED',
  EXPIRED: 'STALE',
  TOO_FEW_KINDS: 'MISSING',
  NEWEST_TOO_OLD: 'STALE',
  NO_IMPACT: 'MISSING',
};

/** One item for each gap of the evidence test, and for each item of evidence that is not verified. */
function evidenceGaps(
  { id, reference, evidence }: ReadinessRecommendation,
  answer: Sufficiency,
): ReadinessItem[] {
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

/** Of what a pack would otherwise hold: what came back or was withdrawn is left out for that already. */
function screeningGaps({ id, reference, form, screening, ...item }: ReadinessEvidence): ReadinessItem[] {
  const isOffered = item.state === 'ACCEPTED' || item.state === 'SUBMITTED';
  if (form === 'LINK' || !isOffered || item.isGone || item.supersededBy) return [];
  const found = screened(screening);
  if (typeof found === 'string') return [];
  const code = found.code === 'UNJUSTIFIED' ? 'FOUND_NOT_ANSWERED' : 'NOT_SCREENED';
  const target = { kind: 'EVIDENCE' as const, id, reference };
  return [{ code, group: 'UNSCREENED', sentence: `${reference}: ${found.reason}`, target }];
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
