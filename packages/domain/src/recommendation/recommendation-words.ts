import type { DeliveryStatus } from '@gt/contracts/words';
import { countOf } from '../wording/index.ts';

/** The name people use for a recommendation. Example: `recommendationReference(3)` is "R3". */
export function recommendationReference(number: number): string {
  return `R${number}`;
}

/** Reads "R3", in either case and with blanks at the ends; null for anything else. */
export function parseRecommendationReference(text: string): number | null {
  const match = /^r([1-9]\d{0,4})$/i.exec(text.trim());
  return match ? Number(match[1]) : null;
}

/**
 * A short name for headings and folders, out of the verbatim words: blanks made single, the first letter a capital,
 * the full stop dropped, cut at a word with "…" when longer than `max` characters.
 * Example: "effectiveness of the fostering service." → "Effectiveness of the fostering service".
 */
export function recommendationTitle(quote: string, max = 90): string {
  const text = quote
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;:,]+$/, '');
  const name = text.slice(0, 1).toUpperCase() + text.slice(1);
  if (name.length <= max) return name;
  const cut = name.slice(0, max);
  const atWord = cut.lastIndexOf(' ') > max / 2 ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${atWord.replace(/[.;:,–-]+$/, '').trim()}…`;
}

export type RecommendationProgress = {
  /** Actions that are not cancelled, and of those the closed ones. */
  live: number;
  closed: number;
  /** "6 of 9 actions closed", "no actions". */
  words: string;
  /** How far the work is: "No actions yet", "Not started", "In progress", "All actions closed". */
  status: string;
};

/** How far the actions of a recommendation have come. Cancelled ones are left out of account. */
export function recommendationProgress(
  actions: readonly { status: DeliveryStatus }[],
): RecommendationProgress {
  const live = actions.filter((action) => action.status !== 'CANCELLED');
  const closed = live.filter((action) => action.status === 'CLOSED').length;
  const words = live.length === 0 ? 'no actions' : `${closed} of ${countOf(live.length, 'action')} closed`;
  return { live: live.length, closed, words, status: statusWords(live, closed) };
}

function statusWords(live: readonly { status: DeliveryStatus }[], closed: number): string {
  if (live.length === 0) return 'No actions yet';
  if (closed === live.length) return 'All actions closed';
  return live.every((action) => action.status === 'NOT_STARTED') ? 'Not started' : 'In progress';
}
