import {
  type FieldProblem,
  FRAMEWORKS,
  formatDate,
  GRADES,
  INSPECTION_KINDS,
  type InspectionOutcome,
  type IsoDate,
  isIsoDate,
  JUDGEMENT_AREA_LABELS,
} from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { checkText } from '../wording/index.ts';
import { checkShape } from './check-shape.ts';

/** Longest texts of an inspection, in characters. */
export const INSPECTION_LIMITS = {
  authority: 200,
  inspectionDateText: 200,
  leadInspector: 200,
  urn: 20,
  answersWith: 200,
} as const;

/** An inspection as read from a report and corrected by a person. Absent fields are not checked. */
export type InspectionDraft = {
  kind?: string;
  frameworkKey?: string;
  authority?: string;
  inspectionDateText?: string;
  startDate?: IsoDate | null;
  endDate?: IsoDate | null;
  publicationDate?: IsoDate | null;
  /** When the council received the report: asked, never guessed. Null is a problem. */
  receivedDate?: IsoDate | null;
  leadInspector?: string | null;
  urn?: string | null;
  outcome?: InspectionOutcome | null;
  answersWith?: string;
  judgements?: readonly { area: string; grade: string }[];
};

/**
 * Everything wrong with an inspection before it is confirmed. Dates run: start ≤ end ≤ received ≤ today, and
 * end ≤ published. No overall grade is ever required; no judgement is, since a visit letter has none.
 * Source: the statutory period runs from the day the authority received the report (S.I. 2007/462); frameworks from
 * 1 April 2026 have no overall grade.
 * Example: received before the last day of inspection gives "The report cannot have been received before the
 * inspection ended on 7 December 2018".
 */
export function validateInspection(draft: InspectionDraft, today: IsoDate): FieldProblem[] {
  return [...checkWords(draft), ...checkDates(draft, today), ...checkJudgements(draft), ...checkShape(draft)];
}

/**
 * What looks wrong and may be right; shown beside the field, and never in the way.
 * Example: received 17 January 2024 for an inspection that ended in December 2018 asks whether the year is right.
 */
export function inspectionWarnings(draft: Pick<InspectionDraft, 'endDate' | 'receivedDate'>): FieldProblem[] {
  const { endDate, receivedDate } = draft;
  if (!endDate || !receivedDate || daysBetween(endDate, receivedDate) <= 183) return [];
  const message = `That is more than six months after the inspection ended on ${formatDate(endDate)}. Check the year.`;
  return [{ field: 'receivedDate', message }];
}

function checkWords(draft: InspectionDraft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (draft.kind !== undefined && !INSPECTION_KINDS.some((kind) => kind === draft.kind)) {
    problems.push({ field: 'kind', message: 'Choose the kind of inspection' });
  }
  if (draft.frameworkKey !== undefined && !FRAMEWORKS.some(({ key }) => key === draft.frameworkKey)) {
    problems.push({ field: 'frameworkKey', message: 'Choose the inspection framework' });
  }
  if (draft.authority !== undefined) {
    const enter = 'Enter the council whose services were inspected';
    const rule = { label: 'The council', enter, max: INSPECTION_LIMITS.authority };
    problems.push(...checkText('authority', draft.authority, rule));
  }
  const optional = [
    ['inspectionDateText', 'The inspection dates'],
    ['leadInspector', 'The lead inspector'],
    ['urn', 'The reference number'],
    ['answersWith', 'The name of who answers with the council'],
  ] as const;
  for (const [field, label] of optional) {
    problems.push(...checkText(field, draft[field], { label, max: INSPECTION_LIMITS[field] }));
  }
  return problems;
}

const DATE_NAMES = {
  startDate: 'The start of the inspection',
  endDate: 'The end of the inspection',
  publicationDate: 'The publication date',
  receivedDate: 'The date received',
} as const;

function checkDates(draft: InspectionDraft, today: IsoDate): FieldProblem[] {
  const { startDate, endDate, publicationDate, receivedDate } = draft;
  const problems: FieldProblem[] = [];
  const add = (field: keyof typeof DATE_NAMES, message: string) => problems.push({ field, message });
  for (const field of ['startDate', 'endDate', 'publicationDate', 'receivedDate'] as const) {
    const date = draft[field];
    if (date && !isIsoDate(date))
      add(field, `${DATE_NAMES[field]} must be a real date, such as 12 March 2026`);
  }
  if (receivedDate === null) add('receivedDate', 'Enter the date the council received the report');
  if (problems.length > 0) return problems;
  if (startDate && startDate > today)
    add('startDate', 'The start of the inspection must be today or in the past');
  if (endDate && endDate > today) add('endDate', 'The end of the inspection must be today or in the past');
  if (startDate && endDate && endDate < startDate) {
    add('endDate', 'The end of the inspection must be the same as or after its start');
  }
  const ended = endDate ?? startDate;
  if (ended && publicationDate && publicationDate < ended) {
    add(
      'publicationDate',
      `The report cannot have been published before the inspection ended on ${formatDate(ended)}`,
    );
  }
  if (receivedDate && receivedDate > today) {
    add('receivedDate', 'The date received must be today or in the past');
  } else if (ended && receivedDate && receivedDate < ended) {
    add(
      'receivedDate',
      `The report cannot have been received before the inspection ended on ${formatDate(ended)}`,
    );
  }
  return problems;
}

function checkJudgements({ judgements = [], frameworkKey }: InspectionDraft): FieldProblem[] {
  const framework = FRAMEWORKS.find(({ key }) => key === frameworkKey);
  const seen = new Set<string>();
  return judgements.flatMap(({ area, grade }, index) => {
    const field = `judgements.${index}`;
    const name = JUDGEMENT_AREA_LABELS[area] ?? area;
    const found: FieldProblem[] = [];
    if (seen.has(area)) found.push({ field, message: `“${name}” is there twice. Keep one.` });
    else if (framework && !framework.areas.includes(area)) {
      found.push({ field, message: `“${name}” is not judged under ${framework.label}. Remove it.` });
    }
    if (!GRADES.some((known) => known === grade))
      found.push({ field, message: `Choose a grade for “${name}”` });
    seen.add(area);
    return found;
  });
}
