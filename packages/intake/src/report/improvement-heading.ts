import { joinLines } from '@gt/domain/wording';
import type { DocLine } from '../layout/read-lines.ts';

/** What a heading promises: the list of improvements, areas for priority action, or the board's own list. */
export type ImprovementHeading = {
  kind: 'improve' | 'priority' | 'board';
  /** The heading's words, over as many lines as it takes. */
  text: string;
  /** The lines that it takes. */
  lines: number;
};

const IMPROVE =
  /^(what (does|do|did) .{0,80}\bneeds? to (?:do (?:better|to improve)|improve)|what (?:still )?needs? (to (improve|be improved)|improving)( further)?( (in|for|across|about|by) .{0,90})?|what .{2,60} needs? to (?:do to )?improve|(?:summary of )?recommendations?( for .{2,60})?|areas? (?:for|requiring|of) (improvement|development)|areas? (that|which) needs? to improve)$/iu;
const PRIORITY =
  /^(areas? for (?:priority (?:and immediate )?|immediate )action|priority (?:and|for) immediate action|immediate (?:and priority )?action|priority actions?)$/iu;
/** A joint report of the older framework also lists what the safeguarding board must do: not the authority's. */
const BOARD = /\b(LSCB|safeguarding (?:children )?board)\b/iu;

/** The heading that a section of improvements stands under, if one begins at this line. */
export function improvementHeading(lines: readonly DocLine[], at: number): ImprovementHeading | null {
  const entry = lines[at];
  if (!entry || entry.line.segments.length > 1 || /\.{3}/.test(entry.line.text)) return null;
  const wrapped = [entry.line.text, ...moreOf(lines, at)];
  for (let count = wrapped.length; count > 0; count -= 1) {
    const text = joinLines(wrapped.slice(0, count));
    const kind = kindOf(plain(text));
    if (kind !== null && isSetApart(entry, lines[at + count])) return { kind, text, lines: count };
  }
  return null;
}

/** Whether a line is a heading inside such a section: it parts the list and does not end it. */
export function isInnerHeading(entry: DocLine): boolean {
  const text = plain(entry.line.text);
  return PRIORITY.test(text) || /^areas? for (improvement|development)$/iu.test(text) || TERM.test(text);
}

/** The oldest reports order their list by the time that is left. */
const TERM = /^(immediately|within (?:one|two|three|six|nine|twelve|\d{1,2}) months?)$/iu;

function kindOf(text: string): ImprovementHeading['kind'] | null {
  if (PRIORITY.test(text)) return 'priority';
  if (!IMPROVE.test(text)) return null;
  return BOARD.test(text) ? 'board' : 'improve';
}

/** The words of a heading without question mark, colon or footnote figure. */
function plain(text: string): string {
  return text
    .replace(/(?<=[\p{L}?:.])[\d\u00B9\u00B2\u00B3]{1,2}$/u, '')
    .replace(/[\s?:.]+$/u, '')
    .trim();
}

/** The lines on which a heading may go on: close below it, in its own type, and no list. */
function moreOf(lines: readonly DocLine[], at: number): string[] {
  const more: string[] = [];
  const first = lines[at];
  for (const next of lines.slice(at + 1, at + 3)) {
    const isSame = next.line.font === first?.line.font && next.line.size === first.line.size;
    const isClose = next.leading !== null && next.leading < 1.5;
    if (!isSame || !isClose || next.start.kind !== 'text') break;
    more.push(next.line.text);
  }
  return more;
}

/** A heading in the body's own type is told from a sentence by what follows: space, or a list. */
function isSetApart(entry: DocLine, next: DocLine | undefined): boolean {
  if (entry.isHeading) return true;
  if (entry.start.kind !== 'text' || next === undefined) return false;
  return next.start.kind === 'bullet' || (next.leading ?? 1.5) >= 1.2;
}
