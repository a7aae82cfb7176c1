import { ACTION_LIMITS } from '../action/index.ts';

/**
 * A title of at most 200 letters from what a workbook says will be done: the whole, else up to the end of a sentence,
 * a line or a word. `rest` is the whole text again when anything was cut, so that no word is lost.
 * Example: two sentences of 150 letters each give the first as the title and both as the rest.
 */
export function shortTitle(text: string): { title: string; rest: string } {
  const plain = text.replace(/\s+/g, ' ').trim();
  const hasLines = text.trim().includes('\n');
  if (plain.length <= ACTION_LIMITS.title && !hasLines) return { title: plain, rest: '' };
  const [line = ''] = text.trim().split('\n');
  const first = line.replace(/\s+/g, ' ').trim();
  if (plain.length <= ACTION_LIMITS.title) return { title: plain, rest: '' };
  if (first.length >= 15 && first.length <= ACTION_LIMITS.title) return { title: first, rest: text.trim() };
  const head = plain.slice(0, ACTION_LIMITS.title - 1);
  const sentence = head.search(/[.;](?=\s[^.;]*$)/);
  if (sentence >= 40) return { title: head.slice(0, sentence), rest: text.trim() };
  return { title: `${head.slice(0, head.lastIndexOf(' '))}…`, rest: text.trim() };
}
