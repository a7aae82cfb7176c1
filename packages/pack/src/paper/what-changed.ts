import {
  formatDate,
  type PackContent,
  type PackEvidence,
  type PackRecommendation,
} from '@gt/contracts/words';
import type { PackOutcome } from '../pack-outcome.ts';

/** One thing that changed for children: who says so, when, and what. */
export interface Change {
  /** "R3.A2, 4 March 2026" or "E12, January to March 2026". */
  source: string;
  words: string;
}

/** So many of what updates say stand in the papers; the workbook has all of them. */
const SHOWN = 12;

/**
 * What changed for children: the difference that evidence shows, and what updates say of it, newest first. Evidence of
 * which no difference was written down is told of by what it shows.
 */
export function changesOf(
  item: PackRecommendation,
  outcome: PackOutcome,
): { changes: Change[]; more: number } {
  const said = item.actions
    .flatMap(({ ref, updates }) => updates.map((update) => ({ ref, ...update })))
    .filter(({ difference }) => difference.trim() !== '')
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const shown = said.slice(0, SHOWN).map(({ ref, on, difference }) => ({
    source: `${ref}, ${formatDate(on)}`,
    words: difference,
  }));
  const proved = evidenceOf(item, outcome.content)
    .filter(({ showsImpact }) => showsImpact)
    .map(({ ref, title, shows, difference = '' }) => ({
      source: `${ref} ${title}`,
      words: difference.trim() === '' ? shows : difference,
    }));
  return { changes: [...proved, ...shown], more: said.length - shown.length };
}

export function evidenceOf({ ref }: PackRecommendation, { evidence }: PackContent): PackEvidence[] {
  return evidence.filter(({ recommendationRefs }) => recommendationRefs.includes(ref));
}

/** What open actions do next, by their newest update: "R3.A2: Panel on 24 March." */
export function nextStepsOf({ actions }: PackRecommendation): string[] {
  return actions
    .filter(({ status }) => status !== 'CLOSED' && status !== 'CANCELLED')
    .flatMap(({ ref, updates: [latest] }) =>
      latest && latest.next.trim() !== '' ? [`${ref}: ${latest.next}`] : [],
    );
}
