import type { AttentionItem } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { isOnRecord } from '@gt/domain/evidence';
import { recommendationReference } from '@gt/domain/recommendation';
import type { ActionFacts, EvidenceFacts } from '../recommendations/load-facts.ts';
import type { MeasureFacts } from '../recommendations/load-measure-facts.ts';
import type { RatedAction } from '../recommendations/rate-action.ts';
import { measureAttention } from './measures-position.ts';

export type Rated = { facts: ActionFacts; rated: RatedAction; recommendationNumber: number };
type Found = Pick<AttentionItem, 'kind' | 'words'> & { weight: number };

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
export function attentionOf(
  actions: readonly Rated[],
  {
    evidence,
    recommendations,
    measures,
  }: {
    evidence: readonly EvidenceFacts[];
    recommendations: readonly { id: string; number: number; quote: string }[];
    measures: readonly MeasureFacts[];
  },
  today: IsoDate,
): { attention: AttentionItem[]; attentionTotal: number } {
  const returned = Map.groupBy(
    evidence.filter((link) => link.state === 'RETURNED' && isOnRecord(link) && link.actionId !== null),
    (link) => link.actionId ?? '',
  );
  const found: (AttentionItem & { weight: number })[] = [];
  for (const action of actions) {
    const worst = worstOf(action, returned.get(action.facts.id) ?? []);
    if (!worst) continue;
    const { facts, recommendationNumber } = action;
    found.push({
      ...worst,
      reference: actionReference(recommendationNumber, facts.number),
      title: facts.title,
      recommendationId: facts.recommendationId,
      actionId: facts.id,
      measureId: null,
    });
  }
  found.push(...measures.flatMap((measure) => measureAttention(measure, today)));
  const acted = new Set(actions.map(({ facts }) => facts.recommendationId));
  for (const { id, number, quote } of recommendations) {
    if (acted.has(id)) continue;
    const words = 'Nothing is being done about it yet';
    const where = {
      reference: recommendationReference(number),
      title: quote,
      recommendationId: id,
      actionId: null,
      measureId: null,
    };
    found.push({ kind: 'NO_ACTION', words, weight: -number, ...where });
  }
  found.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.weight - a.weight);
  const attention = found.slice(0, LISTED).map(({ weight: _weight, ...item }) => item);
  return { attention, attentionTotal: found.length };
}

function worstOf({ facts, rated }: Rated, returned: readonly EvidenceFacts[]): Found | null {
  if (rated.overdue.isOverdue) {
    return { kind: 'OVERDUE', words: rated.overdue.words, weight: rated.overdue.daysOverdue };
  }
  if (facts.status === 'CLOSED' || facts.status === 'CANCELLED') return null;
  if (rated.mismatch.isMismatch) {
    const { kind, sentence } = rated.mismatch;
    return { kind: 'RAG_MISMATCH', words: sentence, weight: MISMATCH_WEIGHT[kind] };
  }
  if (returned.length > 0) {
    const names = returned.map((link) => `E${link.number}`).join(', ');
    const words = `${names} ${returned.length === 1 ? 'was' : 'were'} returned`;
    return { kind: 'RETURNED_EVIDENCE', words, weight: returned.length };
  }
  if (rated.isSilent) return { kind: 'SILENT', words: silence(rated), weight: 0 };
  return facts.hasOwner ? null : { kind: 'NO_OWNER', words: 'Nobody owns it yet', weight: 0 };
}

function silence(rated: RatedAction): string {
  const reason = rated.calculated.reasons.find(({ code }) => code === 'SILENT');
  return reason?.sentence ?? 'No recent update';
}
