import type { Line } from './group-lines.ts';

/** What a line begins with, seen from the layout alone. */
export type LineStart =
  | { kind: 'bullet'; mark: string; markX: number; textX: number; text: string; gap: number }
  | { kind: 'number'; number: number; markX: number; textX: number; text: string }
  | { kind: 'text'; textX: number; text: string };

/** Signs that are nothing but a bullet, also those of symbol fonts in the private-use area. */
const SURE_BULLET =
  /^[\u2022\u2023\u2043\u204C\u204D\u2219\u25A0-\u25FF\u2610-\u2612\u26AB\u2713\u2714\u27A2\u29BE\u29BF\uE000-\uF8FF\u00B7\u00A7\uFFFD]$/;
/** Signs that are a bullet only when a gap follows. */
const MAYBE_BULLET = /^[-\u2010-\u2015\u2212o*>]$/;
/** A sign that no sentence begins with: in a font of its own it is a bullet of some symbol font. */
const STRANGE_SIGN = /^[^\p{L}\p{N}\p{P}£$€%+=<>]$/u;
/** A letter, a small Roman figure or a figure in brackets. */
const LETTER = /^(\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[a-z][.)]|[ivx]{2,4}[.)])$/;
/** Letters under which symbol fonts keep their bullets, where a file does not say what they look like. No words. */
const SYMBOL_LETTER = /^[nlqvwuo§ŸØüþ¨àèðÄ]$/;
const NUMBER = /^(\d{1,3})[.)]?$/;
const NUMBER_AND_TEXT = /^(\d{1,3})[.)](?:\s+(.*))?$/;

/** Tells a bullet, a number or plain text at the head of a line. `gap` is in ems. */
export function classifyLine(line: Line): LineStart {
  const first = line.runs[0];
  const second = line.runs[1];
  if (!first) return { kind: 'text', textX: line.x, text: line.text };
  const mark = first.text.trim();
  if (second) {
    const gap = (second.x - (first.x + first.width)) / line.size;
    const text = line.text.slice(mark.length).trim();
    const base = { markX: first.x, textX: second.x, text };
    const isSign = STRANGE_SIGN.test(mark) || SYMBOL_LETTER.test(mark);
    const isDrawn = first.font !== second.font && isSign && gap > 0.2;
    if (isDrawn) return { kind: 'bullet', mark: drawn(mark), gap: Math.max(gap, 1), ...base };
    if (SURE_BULLET.test(mark)) return { kind: 'bullet', mark, gap: Math.max(gap, 1), ...base };
    if (MAYBE_BULLET.test(mark) && gap > 0.2) return { kind: 'bullet', mark, gap, ...base };
    if (LETTER.test(mark) && gap > 0.2) return { kind: 'bullet', mark, gap, ...base };
    const number = NUMBER.exec(mark);
    if (number?.[1] && (gap > 0.55 || /[.)]$/.test(mark)))
      return { kind: 'number', number: Number(number[1]), ...base };
  }
  return fromOneRun(line, first.x);
}

/** A letter of a symbol font says nothing of what is drawn: a plain bullet stands for it. */
function drawn(mark: string): string {
  return SYMBOL_LETTER.test(mark) ? '\u2022' : mark;
}

/** One space, in ems. */
const NARROW = 0.3;

/** Some writers put mark and text in one run: then the text's own place can only be estimated. */
function fromOneRun(line: Line, x: number): LineStart {
  const [head = '', ...rest] = line.text.split(' ');
  const text = rest.join(' ');
  const textX = x + line.size * 1.2;
  // A mark may stand alone where its text is set on a baseline of its own.
  if (SURE_BULLET.test(head)) return { kind: 'bullet', mark: head, markX: x, textX, text, gap: 1 };
  // With one space behind it a dash may also be a dash: what stands before it decides.
  if ((MAYBE_BULLET.test(head) || LETTER.test(head)) && text !== '')
    return { kind: 'bullet', mark: head, markX: x, textX, text, gap: NARROW };
  const numbered = NUMBER_AND_TEXT.exec(line.text);
  if (numbered?.[1])
    return { kind: 'number', number: Number(numbered[1]), markX: x, textX, text: numbered[2] ?? '' };
  return { kind: 'text', textX: x, text: line.text };
}
