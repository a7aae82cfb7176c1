import { FRAMEWORKS, type Framework, formatDate, type IsoDate } from '@gt/contracts/words';

export type FrameworkAnswer = { ok: true; framework: Framework } | { ok: false; why: string };

/**
 * The inspection framework in force when the inspection began (its end stands in when the start is not known).
 * Source: SIF until December 2017, ILACS from January 2018, care leavers judged apart from January 2023, no overall
 * grade from 1 April 2026. Frameworks are data: see `FRAMEWORKS`.
 * Example: 26 November 2018 → ILACS_2018.
 */
export function frameworkFor(dates: { startDate: IsoDate | null; endDate: IsoDate | null }): FrameworkAnswer {
  const day = dates.startDate ?? dates.endDate;
  if (day === null) return { ok: false, why: 'Enter the inspection dates, or choose the framework.' };
  const framework = FRAMEWORKS.find(({ from, until }) => from <= day && (until === null || day <= until));
  if (framework) return { ok: true, framework };
  return { ok: false, why: `No framework on record was in force on ${formatDate(day)}. Choose one.` };
}
