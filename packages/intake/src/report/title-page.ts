import type { PaperKind, ReportInspectionType } from '@gt/contracts/words';
import { joinLines } from '@gt/domain/wording';
import type { DocLine } from '../layout/read-lines.ts';
import { authorityName } from './authority-name.ts';
import { inspectionPeriod, printedDate } from './report-dates.ts';
import { visitLetter } from './visit-letter.ts';

const DATES = /^(?:inspection dates?|dates? of (?:the )?inspection)\s*:?\s*(.*)$/iu;
const LEAD = /^lead inspectors?\s*:?\s*(.*)$/iu;
const PUBLISHED =
  /^(?:(?:report )?(?:published|publication date)(?: on)?|date (?:of publication|published))\s*:?\s*(.*)$/iu;
const URN = /\b(?:URN|unique reference number)\s*:?\s*(\d{4,8})\b/iu;
const TYPE = /\b(standard|short) inspection\b/iu;
const TITLE = /(?:re-?\s?)?inspection of\b/iu;
/** What is inspected, at the end of "Inspection of … children's services". */
const OF_AUTHORITY =
  /^(?:re-?\s?)?inspection of (.+?)(?:['’]s?)? (?:(?:local authority(?:['’]s)? )?(?:children|services for children))/iu;
const IN_AUTHORITY = /\bchildren['’]s (?:social care )?services (?:in|at|provided by) (.+)$/iu;

export type TitlePage = {
  page: number;
  authority: string | null;
  authorityPrinted: string | null;
  inspectionDateText: string | null;
  leadInspector: string | null;
  publishedText: string | null;
  urn: string | null;
  inspectionType: ReportInspectionType | null;
  isReinspection: boolean;
  hasTitle: boolean;
  /** Set for what has no table of judgements. */
  letter: { kind: PaperKind; dateText: string | null } | null;
};

/** Reads the title page: the page that prints the inspection dates, or the first; or the opening of a letter. */
export function titlePage(lines: readonly DocLine[]): TitlePage {
  const printed = printedTitle(lines);
  const letter = printed.hasTitle && printed.inspectionDateText !== null ? null : visitLetter(lines);
  if (!letter) return printed;
  return {
    ...printed,
    page: letter.page,
    authority: letter.authority,
    authorityPrinted: letter.authorityPrinted,
    inspectionDateText: printed.inspectionDateText ?? letter.dateText,
    leadInspector: letter.leadInspector ?? printed.leadInspector,
    hasTitle: true,
    letter: { kind: letter.kind, dateText: letter.letterDateText },
  };
}

function printedTitle(lines: readonly DocLine[]): TitlePage {
  const dates = lines.find((entry) => entry.line.page <= 3 && DATES.test(entry.line.text));
  const page = dates?.line.page ?? lines[0]?.line.page ?? 1;
  const own = lines.filter((entry) => entry.line.page === page);
  const head = own.slice(0, dates ? own.indexOf(dates) : 6).map((entry) => entry.line.text);
  const { authority, printed } = readAuthority(head);
  const title = joinLines(head);
  const block = own
    .slice(0, head.length + 8)
    .map((entry) => entry.line.text)
    .join('\n');
  const type = TYPE.exec(block)?.[1]?.toLowerCase();
  return {
    page,
    authority,
    authorityPrinted: printed,
    inspectionDateText: dates ? readDates(own, own.indexOf(dates)) : null,
    leadInspector: readLead(own) ?? readLead(lines),
    publishedText:
      own.map((entry) => PUBLISHED.exec(entry.line.text)?.[1]).find((text) => text && printedDate(text)) ??
      null,
    urn: own.map((entry) => URN.exec(entry.line.text)?.[1]).find(Boolean) ?? null,
    inspectionType: type === 'standard' || type === 'short' ? type : null,
    isReinspection: /\bre-?\s?inspection of\b/iu.test(title),
    hasTitle: TITLE.test(title) && /children/iu.test(title) && !/^joint targeted/iu.test(title),
    letter: null,
  };
}

/** Either "Inspection of NAME … children’s services", or NAME on the lines above "Inspection of …". */
function readAuthority(head: readonly string[]): { authority: string | null; printed: string | null } {
  const at = head.findIndex((text) => /^(?:re-?\s?)?inspection of\b/iu.test(text));
  const above = joinLines(
    head.slice(0, Math.max(at, 0)).filter((text) => !/^(ofsted|raising standards)/iu.test(text)),
  );
  const title = joinLines(at >= 0 ? head.slice(at) : head);
  const candidates = [OF_AUTHORITY.exec(title)?.[1], above, IN_AUTHORITY.exec(title)?.[1]];
  for (const printed of candidates) {
    const authority = printed ? authorityName(printed) : null;
    if (printed && authority && !/^(services|children)\b/iu.test(authority)) return { authority, printed };
  }
  return { authority: null, printed: null };
}

function readDates(own: readonly DocLine[], at: number): string | null {
  const text = DATES.exec(own[at]?.line.text ?? '')?.[1]?.trim() ?? '';
  if (text !== '' && inspectionPeriod(text).startDate) return text;
  const joined = joinLines([text, own[at + 1]?.line.text ?? '']);
  if (inspectionPeriod(joined).startDate) return joined;
  return text === '' ? null : text;
}

/** The first line as it stands; a name that breaks off ("…, His Majesty’s") takes the next line too. */
function readLead(lines: readonly DocLine[]): string | null {
  for (const [index, entry] of lines.entries()) {
    const match = LEAD.exec(entry.line.text);
    if (!match) continue;
    const first = match[1]?.trim() ?? '';
    const next = lines[index + 1]?.line.text ?? '';
    if (first === '') return next === '' ? null : next;
    return /(,|\bH(?:is|er) Majesty['’]s)$/u.test(first) ? joinLines([first, next]) : first;
  }
  return null;
}
