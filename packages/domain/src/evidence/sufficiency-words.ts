import type { Sufficiency } from './evidence-sufficiency.ts';

/**
 * The answer of an evidence test in one line, for a table.
 * Example: one accepted set of minutes → "Missing: 1 of 2 kinds of evidence: minutes only; no accepted evidence shows
 * a difference for children".
 */
export function sufficiencyWords(answer: {
  ok: boolean;
  missing: readonly { code: string; sentence: string }[];
}): string {
  if (answer.ok) return 'Proved';
  if (answer.missing.some(({ code }) => code === NOTHING)) return 'No evidence yet';
  return `Missing: ${answer.missing.map(({ sentence }) => asPart(sentence)).join('; ')}`;
}

const NOTHING: Sufficiency['missing'][number]['code'] = 'NO_EVIDENCE';

/** A sentence as part of another: without its full stop, and small at the beginning unless that is a reference. */
function asPart(sentence: string): string {
  const open = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(open) ? open.slice(0, 1).toLowerCase() + open.slice(1) : open;
}
