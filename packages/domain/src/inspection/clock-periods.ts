import type { InspectionKind } from '@gt/contracts/words';

/** Statutory periods in working days; a setting, since a new framework may change them. */
export type ClockSettings = { statement: number; draft: number };
export const DEFAULT_CLOCK_SETTINGS: ClockSettings = { statement: 70, draft: 20 };

export type ClockPeriod = {
  workingDays: number;
  /** What is due, as in "Action plan due in 23 working days". */
  subject: string;
};
export type ClockPeriods = { isDue: true; periods: ClockPeriod[] } | { isDue: false; why: string };

/** What the clock with the ordinary period is called. */
export const STATEMENT_SUBJECT = 'Action plan';
export const DRAFT_SUBJECT = 'Draft action plan';

/**
 * What the council owes the inspectorate after a visit of this kind, soonest first.
 *
 * | kind | owed |
 * |---|---|
 * | ILACS standard or short, SIF, JTAI, SEND area | the action plan in 70 working days, whatever the grade |
 * | focused visit with an area for priority action | a draft in 20 working days, the action plan in 70 |
 * | focused visit without one, monitoring visit, peer review, internal audit | nothing by statute |
 *
 * Source: Education and Inspections Act 2006 s.137; S.I. 2007/462. The duty is the council's; the trust delivers.
 * Example: `clockPeriods('ILACS_STANDARD', false)` gives one period of 70 working days.
 */
export function clockPeriods(
  kind: InspectionKind,
  hasAreaForPriorityAction: boolean,
  settings: ClockSettings = DEFAULT_CLOCK_SETTINGS,
): ClockPeriods {
  const statement = { workingDays: settings.statement, subject: STATEMENT_SUBJECT };
  const draft = { workingDays: settings.draft, subject: DRAFT_SUBJECT };
  switch (kind) {
    case 'ILACS_STANDARD':
    case 'ILACS_SHORT':
    case 'SIF':
    case 'JTAI':
    case 'SEND_AREA':
      return { isDue: true, periods: [statement] };
    case 'FOCUSED_VISIT':
      return hasAreaForPriorityAction
        ? { isDue: true, periods: [draft, statement] }
        : {
            isDue: false,
            why: 'A focused visit without an area for priority action asks for no action plan.',
          };
    case 'MONITORING_VISIT':
      return {
        isDue: false,
        why: 'A monitoring visit looks at a plan that exists already and asks for no new one.',
      };
    case 'PEER_REVIEW':
      return { isDue: false, why: 'A peer review has no statutory deadline.' };
    case 'INTERNAL_AUDIT':
      return { isDue: false, why: 'An internal audit has no statutory deadline.' };
  }
}
