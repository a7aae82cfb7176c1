import type { AttentionItem } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { isOpenStatus, overdue } from '@gt/domain/action';
import { daysBetween } from '@gt/domain/calendar';
import { isOverdueOn, type PositionAction, type PositionFacts } from '@gt/domain/position';
import { ragMismatch } from '@gt/domain/rag';
import { countOf } from '@gt/domain/wording';
import { measureAttention } from './measures-position.ts';
import type { ActionName, ActionNames } from './name-actions.ts';

type Picked = {
  kind: AttentionItem['kind'];
  weight: number;
  action: PositionAction | null;
  item: AttentionItem | null;
};

/** Rosier than the rule comes before silent on colour, and that before gloomier. */
const MISMATCH_WEIGHT = { DECLARED_BETTER: 2, NOT_DECLARED: 1, DECLARED_WORSE: 0 } as const;
/** How many the dashboard lists; the rest is counted. */
const LISTED = 10;
const ORDER: readonly AttentionItem['kind'][] = [
  'OVERDUE',
  'RAG_MISMATCH',
  'RETURNED_EVIDENCE',
  'MEASURE_AWAY',
  'SILENT',
  'MEASURE_LATE',
  'NO_ACTION',
  'NO_OWNER',
];

/**
 * What needs attention, exceptions first: overdue (longest first), declared better than the rule, evidence that came
 * back, measures moving away from their target, silence, late data, recommendations without action, actions without
 * owner. Each action and each measure stands once, by its worst.
 */
export function pickAttention(facts: PositionFacts): { first: Picked[]; total: number } {
  const found: Picked[] = [];
  for (const action of facts.actions) {
    const worst = worstOf(action, facts.asAt);
    if (worst) found.push({ ...worst, action, item: null });
  }
  for (const item of facts.measures.flatMap(measureAttention)) {
    found.push({ kind: item.kind, weight: 0, action: null, item });
  }
  const acted = new Set(facts.actions.map(({ recommendationId }) => recommendationId));
  for (const { id, reference, quote } of facts.recommendations) {
    if (acted.has(id)) continue;
    const words = 'Nothing is being done about it yet';
    const where = { reference, title: quote, recommendationId: id, actionId: null, measureId: null };
    found.push({ kind: 'NO_ACTION', weight: 0, action: null, item: { kind: 'NO_ACTION', words, ...where } });
  }
  found.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.weight - a.weight);
  return { first: found.slice(0, LISTED), total: found.length };
}

/** The picked ones with their names and what is wrong with them. */
export function namedAttention(
  picked: readonly Picked[],
  names: ActionNames,
  asAt: IsoDate,
): AttentionItem[] {
  return picked.flatMap(({ kind, action, item }) => {
    if (item) return [item];
    if (!action) return [];
    const name = names.get(action.id);
    const { id, reference, recommendationId } = action;
    const words = wordsOf(kind, action, name, asAt);
    const where = { reference, recommendationId, actionId: id, measureId: null };
    return [{ kind, title: name?.title ?? reference, words, ...where }];
  });
}

function worstOf(action: PositionAction, asAt: IsoDate): Pick<Picked, 'kind' | 'weight'> | null {
  if (action.dueDate !== null && isOverdueOn(action, asAt)) {
    return { kind: 'OVERDUE', weight: daysBetween(action.dueDate, asAt) };
  }
  if (!isOpenStatus(action.status)) return null;
  const mismatch = mismatchOf(action, '');
  if (mismatch.isMismatch) return { kind: 'RAG_MISMATCH', weight: MISMATCH_WEIGHT[mismatch.kind] };
  if (action.returnedEvidence > 0) return { kind: 'RETURNED_EVIDENCE', weight: action.returnedEvidence };
  if (action.silent) return { kind: 'SILENT', weight: 0 };
  return action.hasOwner ? null : { kind: 'NO_OWNER', weight: 0 };
}

const mismatchOf = ({ rag, calculatedRag }: PositionAction, sentence: string) =>
  ragMismatch(rag, { rag: calculatedRag, reasons: [], sentence });

function wordsOf(
  kind: AttentionItem['kind'],
  action: PositionAction,
  name: ActionName | undefined,
  asAt: IsoDate,
): string {
  if (kind === 'OVERDUE') return overdue({ ...action, today: asAt }).words;
  if (kind === 'RAG_MISMATCH') {
    const mismatch = mismatchOf(action, name?.calculatedSentence ?? '');
    return mismatch.isMismatch ? mismatch.sentence : '';
  }
  if (kind === 'RETURNED_EVIDENCE') {
    return `${countOf(action.returnedEvidence, 'item of evidence was', 'items of evidence were')} returned`;
  }
  if (kind === 'SILENT') {
    return name?.reasons.find((reason) => reason.startsWith('No update')) ?? 'No recent update';
  }
  return 'Nobody owns it yet';
}
