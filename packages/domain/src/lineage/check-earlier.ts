import { type FieldProblem, formatDate, type IsoDate } from '@gt/contracts/words';
import { type InspectionDraft, validateInspection } from '../inspection/index.ts';
import { validateRecommendation } from '../recommendation/index.ts';
import { checkText } from '../wording/index.ts';

/** Longest texts of what is known of an earlier recommendation, in characters. */
export const LINEAGE_LIMITS = { whatWasDone: 4_000, note: 1_000 } as const;

/** An earlier inspection as brought in: when the council received the report is not asked, the last day is. */
type EarlierDraft = Omit<InspectionDraft, 'receivedDate' | 'endDate'> & { endDate: IsoDate | null };

/** Everything wrong with an earlier inspection. Its last day is what puts it into its place in time. */
export function checkEarlierInspection(draft: EarlierDraft, today: IsoDate): FieldProblem[] {
  const missing =
    draft.endDate === null
      ? [{ field: 'endDate', message: 'Enter the last day of the inspection, such as 14 December 2018' }]
      : [];
  return [...missing, ...validateInspection(draft, today)];
}

/** What an earlier recommendation said, and what is known of what came of it. */
export type EarlierItemDraft = {
  quote: string;
  leadIn: string | null;
  whatWasDone: string;
  closedOn: IsoDate | null;
};

/** Everything wrong with one earlier recommendation of an inspection that ended on `endDate`. */
export function checkEarlierItem(item: EarlierItemDraft, endDate: IsoDate, today: IsoDate): FieldProblem[] {
  const { quote, leadIn, whatWasDone, closedOn } = item;
  const rule = { label: 'What was done', max: LINEAGE_LIMITS.whatWasDone };
  const problems = [
    ...validateRecommendation({ quote, leadIn }),
    ...checkText('whatWasDone', whatWasDone, rule),
  ];
  if (closedOn && closedOn > today) {
    problems.push({ field: 'closedOn', message: 'The day it was closed must be today or in the past' });
  } else if (closedOn && closedOn < endDate) {
    problems.push({
      field: 'closedOn',
      message: `It cannot have been closed before the inspection ended on ${formatDate(endDate)}`,
    });
  }
  return problems;
}
