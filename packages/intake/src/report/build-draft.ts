import type { ReportDraft, ReportWarning } from '@gt/contracts/words';
import { type DocLine, readLines } from '../layout/read-lines.ts';
import type { PageText } from '../layout/text-run.ts';
import { bearingParagraphs } from './bearing-paragraphs.ts';
import { type ImprovementList, improvementList } from './improvement-list.ts';
import { isKnownArea } from './judgement-area.ts';
import { type JudgementTable, judgementTable } from './judgement-table.ts';
import { numberedParagraphs } from './numbered-paragraphs.ts';
import { inspectionPeriod, printedDate } from './report-dates.ts';
import { letterFormat, reportFormat } from './report-format.ts';
import { type TitlePage, titlePage } from './title-page.ts';

/** The inspectorate's own imprint, after the report has ended. */
const IMPRINT = /^(the office for standards in education|any complaints about the inspection)/iu;

/**
 * Whether these pages hold an inspection report: at least two of its three marks (a title "Inspection of …
 * children…", inspection dates, a table with two grades or more).
 */
export function looksLikeReport(pages: readonly PageText[]): boolean {
  const lines = readLines(pages);
  const title = titlePage(lines);
  const { grades } = judgementTable(lines, title.page);
  const marks = [title.hasTitle, title.inspectionDateText !== null, grades.length >= 2];
  return marks.filter(Boolean).length >= 2;
}

/** A letter after a visit judges nothing. */
const NO_TABLE: JudgementTable = { grades: [], complete: true, end: null };

/** Reads a whole report from its pages' text and positions. */
export function buildDraft(pages: readonly PageText[]): ReportDraft {
  const lines = untilImprint(readLines(pages));
  const title = titlePage(lines);
  const table = title.letter ? NO_TABLE : judgementTable(lines, title.page);
  const list = improvementList(lines);
  const paragraphs = numberedParagraphs(afterTable(lines, table.end), list.lines);
  const bearing = bearingParagraphs(
    list.items.map((item) => item.textWithoutFrameworkRef),
    paragraphs,
  );
  const period = inspectionPeriod(title.inspectionDateText ?? '');
  const draft: Omit<ReportDraft, 'warnings'> = {
    authority: title.authority,
    authorityPrinted: title.authorityPrinted,
    inspectionDateText: title.inspectionDateText,
    ...period,
    leadInspector: title.leadInspector,
    publicationDate: title.publishedText ? printedDate(title.publishedText) : null,
    urn: title.urn,
    inspectionType: title.inspectionType,
    letterDate: title.letter?.dateText ? printedDate(title.letter.dateText) : null,
    ...(title.letter
      ? letterFormat(title.letter.kind, period)
      : reportFormat(table.grades, title.isReinspection)),
    pageCount: pages.length,
    grades: table.grades,
    improvementHeading: list.heading,
    items: list.items.map((item, index) => ({ ...item, bearing: bearing[index] ?? [] })),
    paragraphs,
  };
  return {
    ...draft,
    warnings: [
      ...listWarnings(list),
      ...priorityWarnings(list),
      ...titleWarnings(title, draft),
      ...tableWarnings(table, draft),
    ],
  };
}

function untilImprint(lines: DocLine[]): DocLine[] {
  const end = lines.findIndex((entry) => entry.line.page > 1 && IMPRINT.test(entry.line.text));
  return end < 0 ? lines : lines.slice(0, end);
}

function afterTable(lines: readonly DocLine[], end: JudgementTable['end']): readonly DocLine[] {
  if (!end) return lines;
  return lines.filter(({ line }) => line.page > end.page || (line.page === end.page && line.y < end.y));
}

function listWarnings(list: ImprovementList): ReportWarning[] {
  if (!list.heading) {
    const message =
      'No list found: this report has no heading "What needs to improve" or "Recommendations". If it asks for improvements elsewhere, enter them by hand.';
    return [{ code: 'NO_IMPROVEMENT_HEADING', message, page: null, prose: null }];
  }
  if (list.items.length > 0 && list.prose === null) return [];
  const message = `No list found: the section "${list.heading.text}" on page ${list.heading.page} is prose, not a list. Read it below and enter recommendations by hand where it asks for any.`;
  return [{ code: 'IMPROVEMENT_IS_PROSE', message, page: list.heading.page, prose: list.prose }];
}

function priorityWarnings({ priorityProse }: ImprovementList): ReportWarning[] {
  if (!priorityProse) return [];
  const message =
    'An area for priority action is set out in prose. Read it below, and mark or enter what it asks for.';
  return [{ code: 'PRIORITY_ACTION_IS_PROSE', message, page: priorityProse.page, prose: priorityProse.text }];
}

function titleWarnings(title: TitlePage, draft: Omit<ReportDraft, 'warnings'>): ReportWarning[] {
  const warnings: ReportWarning[] = [];
  const warn = (code: ReportWarning['code'], message: string) =>
    warnings.push({ code, message, page: title.page, prose: null });
  if (!draft.authority)
    warn('AUTHORITY_NOT_FOUND', 'The name of the authority was not found in the title. Enter it by hand.');
  if (!draft.startDate) warn('DATES_NOT_READ', 'The inspection dates could not be read. Enter them by hand.');
  if (!draft.leadInspector)
    warn('LEAD_INSPECTOR_NOT_FOUND', 'The report does not name a lead inspector where it usually stands.');
  return warnings;
}

function tableWarnings(table: JudgementTable, draft: Omit<ReportDraft, 'warnings'>): ReportWarning[] {
  const warnings: ReportWarning[] = [];
  const page = table.grades[0]?.page ?? null;
  if (!table.complete || new Set(table.grades.map((grade) => grade.area)).size < table.grades.length) {
    const message = 'The table of judgements could not be read in full. Check each grade against the report.';
    warnings.push({ code: 'GRADES_INCOMPLETE', message, page, prose: null });
  }
  for (const grade of table.grades) {
    if (grade.area === 'overall' || isKnownArea(grade.areaText)) continue;
    const message = `The judgement "${grade.areaText}" belongs to no framework known here. It is kept as printed.`;
    warnings.push({ code: 'UNKNOWN_JUDGEMENT_AREA', message, page: grade.page, prose: null });
  }
  // The older framework numbers its recommendations in one sequence with its paragraphs.
  const numbers = draft.paragraphs.map((paragraph) => paragraph.number);
  const skip = numbers.find((number, index) => index > 0 && number > (numbers[index - 1] ?? 0) + 1);
  if (skip !== undefined) {
    const message = `The numbered paragraphs skip before ${skip}. Check the report there.`;
    warnings.push({ code: 'PARAGRAPH_NUMBERS_SKIP', message, page: null, prose: null });
  }
  return warnings;
}
