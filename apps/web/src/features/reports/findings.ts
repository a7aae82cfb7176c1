import type { ReportContent } from '@gt/contracts/words';
import type { Finding } from './queries.ts';

/** The same words wherever they were found: one reason is for all of them. */
export type FoundWords = Pick<Finding, 'kind' | 'words' | 'why'> & {
  places: Pick<Finding, 'blockKey' | 'heading' | 'excerpt'>[];
};

/** Findings by their words, those that wait for somebody first. */
export function findingsByWords(findings: readonly Finding[]): FoundWords[] {
  const byWords = new Map<string, FoundWords>();
  for (const { kind, words, why, blockKey, heading, excerpt } of findings) {
    const key = `${kind} ${words.toLowerCase()}`;
    const known = byWords.get(key) ?? { kind, words, why, places: [] };
    known.places.push({ blockKey, heading, excerpt });
    byWords.set(key, known);
  }
  return [...byWords.values()].toSorted((a, b) => Number(a.why !== '') - Number(b.why !== ''));
}

/** An excerpt in parts, the words that were found marked. */
export function markedExcerpt(excerpt: string, words: string): { text: string; isMarked: boolean }[] {
  const at = excerpt.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return [{ text: excerpt, isMarked: false }];
  const end = at + words.length;
  return [
    { text: excerpt.slice(0, at), isMarked: false },
    { text: excerpt.slice(at, end), isMarked: true },
    { text: excerpt.slice(end), isMarked: false },
  ].filter(({ text }) => text !== '');
}

/** The id of the field in the editor where found words stand; null when they stand in none. */
export function fieldOf(blockKey: string, { sections }: Pick<ReportContent, 'sections'>): string | null {
  if (blockKey === 'title') return 'title';
  for (const { key, blocks } of sections) {
    if (key === blockKey && !blocks.some((block) => block.key === blockKey)) return `heading-${key}`;
    const block = blocks.find((candidate) => candidate.key === blockKey);
    if (block) return block.kind === 'WORDS' && !block.isFixed ? `words-${blockKey}` : `heading-${key}`;
  }
  return null;
}
