import type { PaperKind } from '@gt/contracts/words';
import { joinLines } from '@gt/domain/wording';
import type { DocLine } from '../layout/read-lines.ts';
import { authorityName } from './authority-name.ts';
import { inspectionPeriod, printedDate } from './report-dates.ts';

/** The facts of a letter or of a joint inspection, which have no title page of their own. */
export type VisitLetter = {
  kind: Extract<PaperKind, 'FOCUSED_VISIT' | 'MONITORING_VISIT' | 'JTAI'>;
  page: number;
  authority: string | null;
  authorityPrinted: string | null;
  dateText: string | null;
  leadInspector: string | null;
  letterDateText: string | null;
};

const GREETING = /^dear\b/iu;
/** A heading about the visit, or the sentence that says whose services were visited. */
const VISIT =
  /\b(?:(focus+ed|monitoring|assurance)(?: assurance)? )?visit (?:to|of|at) (?:the )?(.{2,80}?)(?:['’]s?)?(?: local authority(?:['’]s)?)?(?: (?:children(?:['’]s|s['’])? |services for children)|,? (?:on|from|between|in) (?=\d|the \d)|\.|$)/iu;
const JOINT = /^joint targeted area inspection\b/iu;
const JOINT_IN =
  /\b(?:in|of) (?:the )?(?!the\b|multi-?agency|agenc|response|children|abuse|identif)([^.]{2,60}?)(?: local authority area| area)?$/iu;
/** "on 12 and 13 February 2019", "between 11 July 2016 and 15 July 2016", "from 24 to 26 April 2018". */
const DATES =
  /\b(?:on|from|between|dates?:?|held|inspected:?)\s+(?:the )?(\d{1,2}(?:st|nd|rd|th)?\b[^.;()]{0,60}?\b20\d\d(?:\s*(?:,? and|to|[–-])\s*\d{1,2}\b[^.;,()]{0,24}?20\d\d)?)/giu;
const SIGNED = /^yours (sincerely|faithfully)/iu;
const OFFICE = /\b(?:h(?:er|is) majesty['’]s (?:senior )?inspector|HMI\b|inspector\b|director\b)/iu;
/** The opening of a letter says everything within so many lines. */
const OPENING = 16;

/** Reads a letter to a director after a visit, or a joint targeted area inspection; null for anything else. */
export function visitLetter(lines: readonly DocLine[]): VisitLetter | null {
  const early = lines.filter((entry) => entry.line.page <= 2);
  const greeting = early.findIndex((entry) => GREETING.test(entry.line.text));
  const joint = early.findIndex((entry) => JOINT.test(entry.line.text));
  const isLetter = greeting >= 0;
  const opening = isLetter ? early.slice(greeting + 1, greeting + 1 + OPENING) : early.slice(0, OPENING);
  if (joint >= 0) return { kind: 'JTAI', ...jointPlace(early, joint), ...rest(early, lines, greeting) };
  if (!isLetter) return null;
  const subject = paragraphs(opening).map((text) => ({ text, match: VISIT.exec(text) }));
  const named = subject.find(({ match }) => match !== null);
  if (!named?.match) return null;
  const words = subject.map(({ text }) => text).join(' ');
  const isMonitoring =
    /\bmonitoring visit\b/iu.test(named.text) || (!named.match[1] && /\bmonitoring visit\b/iu.test(words));
  return {
    kind: isMonitoring ? 'MONITORING_VISIT' : 'FOCUSED_VISIT',
    ...place(subject.flatMap(({ match }) => (match?.[2] ? [match[2]] : []))),
    ...rest(early, lines, greeting),
  };
}

function rest(early: readonly DocLine[], lines: readonly DocLine[], greeting: number) {
  const body = greeting < 0 ? early : early.slice(greeting);
  return {
    page: early[Math.max(greeting, 0)]?.line.page ?? 1,
    dateText: visitDates(joinLines(body.slice(0, OPENING * 2).map(({ line }) => line.text))),
    leadInspector: signature(lines),
    letterDateText:
      early
        .slice(0, Math.max(greeting, 0))
        .flatMap(({ line }) => line.segments.map(({ text }) => text))
        .find((text) => text.length < 24 && printedDate(text) !== null) ?? null,
  };
}

/** The opening in paragraphs, so that a heading over two lines is read as one. */
function paragraphs(opening: readonly DocLine[]): string[] {
  const found: string[][] = [];
  let font = '';
  for (const { line, leading } of opening) {
    const open = found.at(-1);
    if (open && leading !== null && leading < 1.5 && line.font === font) open.push(line.text);
    else found.push([line.text]);
    font = line.font;
  }
  return found.map((texts) => joinLines(texts));
}

function place(candidates: readonly string[]): Pick<VisitLetter, 'authority' | 'authorityPrinted'> {
  for (const printed of candidates) {
    const authority = authorityName(printed);
    if (authority && !/^(services|children|the|your|this)\b/iu.test(authority))
      return { authority, authorityPrinted: printed };
  }
  return { authority: null, authorityPrinted: null };
}

function jointPlace(early: readonly DocLine[], at: number) {
  const heading: string[] = [];
  for (const { line, leading } of early.slice(at, at + 4)) {
    if (heading.length > 0 && (leading === null || leading > 1.6)) break;
    heading.push(line.text);
  }
  const found = JOINT_IN.exec(joinLines(heading).replace(/[\d\s.]+$/u, ''));
  return place(found?.[1] ? [found[1]] : []);
}

function visitDates(text: string): string | null {
  for (const match of text.matchAll(DATES)) {
    const words = match[1]?.trim() ?? '';
    if (inspectionPeriod(words).startDate) return words;
  }
  return null;
}

/** The name that signs the letter, above its office. */
function signature(lines: readonly DocLine[]): string | null {
  const signed = lines.findIndex((entry) => SIGNED.test(entry.line.text));
  if (signed < 0) return null;
  const [name, office] = lines.slice(signed + 1, signed + 3).map(({ line }) => line.text);
  if (name === undefined || name.length > 80) return null;
  return OFFICE.test(name) || (office !== undefined && OFFICE.test(office)) ? name : null;
}
