import { joinLines } from '@gt/domain/wording';
import type { DocLine } from '../layout/read-lines.ts';
import type { Entry } from './list-entries.ts';

const STOP = /[.;]$/;
/** Lines this close (in ems) run on; a wider gap begins something new. */
const RUN_ON = 1.5;
/** An item is a phrase or a sentence; longer is prose. */
const MOST_WORDS = 45;
/** A sentence that tells how things are is prose; an item names a thing, or says what to do. */
const TELLS =
  /\b(is|are|was|were|has|have|had|will|do|does|did|can|could|there|know|remains?|continues?)\b/iu;
const NAMES = /^(?:[^\s,]+ ){1,6}?(?:of|for|in|to|with|on|at|from|between|by)\b/iu;
const ASKS =
  /^(?:how|whether|ensur|improv|strengthen|develop|review|reduc|increas|address|mak|tak|establish|implement|provid|embed|accelerat|work|evaluat|monitor|clarif|promot|secur|prioriti|enhanc|extend|complet|respond|rais|agree|shar|continu|use)\p{L}*\b/iu;
/** Where a clause begins that may hold a verb of its own. */
const CLAUSE = /,|\s(?=(?:that|who|which|what|when|where|how|so|whose)\b)/iu;

/**
 * A list whose marks are drawn rather than written, or that has none: two paragraphs or more, each one short phrase.
 * Anything that may be prose is no list, since nothing may be made up; a person is shown it instead.
 */
export function unmarkedList(section: readonly DocLine[]): Entry[] {
  const paragraphs = toParagraphs(section);
  const first = paragraphs[0];
  const leads = first !== undefined && /(:|\bfollowing\.?)$/.test(textOf(first));
  const items = leads ? paragraphs.slice(1) : paragraphs;
  if (items.length < 2 || !items.every((lines) => isItem(textOf(lines)))) return [];
  return items.map((lines) => {
    const head = lines[0]?.line;
    const x = head?.x ?? 0;
    const words = lines.map(({ line }) => line.text);
    return { page: head?.page ?? 1, mark: '', lines: words, markX: x, textX: x, subs: [], after: [] };
  });
}

function toParagraphs(section: readonly DocLine[]): DocLine[][] {
  const paragraphs: DocLine[][] = [];
  const widest = Math.max(...section.map(({ line }) => line.right));
  for (const line of section) {
    const open = paragraphs.at(-1);
    const last = open?.at(-1)?.line;
    // At the head of a page a capital begins anew behind a stop, or behind a line that had room left.
    const hasEnded =
      last !== undefined &&
      (STOP.test(last.text) || last.right < widest * 0.8 || isBareHead(paragraphs, line.line.text));
    const begins =
      line.leading === null ? hasEnded && /^\p{Lu}/u.test(line.line.text) : line.leading >= RUN_ON;
    if (!open || begins) paragraphs.push([line]);
    else open.push(line);
  }
  return paragraphs;
}

/** Where no item ends in a stop, words that begin as an item does begin one. */
function isBareHead(before: readonly DocLine[][], text: string): boolean {
  const ended = before.slice(0, -1).map((lines) => lines.at(-1)?.line.text ?? '');
  return ended.length > 0 && !ended.some((last) => STOP.test(last)) && (ASKS.test(text) || NAMES.test(text));
}

function textOf(lines: readonly DocLine[]): string {
  return joinLines(lines.map(({ line }) => line.text));
}

function isItem(text: string): boolean {
  const words = text.split(' ');
  const isOne = !/[.!?]\s+\p{Lu}/u.test(text);
  const [head = ''] = text.split(CLAUSE);
  const isItsKind = ASKS.test(text) || (NAMES.test(text) && !TELLS.test(head));
  return isOne && isItsKind && words.length <= MOST_WORDS && words.length >= 2;
}
