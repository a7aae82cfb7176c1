import {
  FRAMEWORKS,
  type Framework,
  formatDate,
  type InspectionKind,
  type IsoDate,
} from '@gt/contracts/words';

export type FrameworkAnswer = { ok: true; framework: Framework } | { ok: false; why: string };

/**
 * The framework in force for a kind of inspection when it began (its end stands in when the start is not known).
 * Source: SIF until December 2017, ILACS from January 2018, care leavers judged apart from January 2023, no overall
 * grade from 1 April 2026; local area SEND inspections from May 2016, in their present form from January 2023.
 * Frameworks are data: see `FRAMEWORKS`.
 * Example: 26 November 2018 → ILACS_2018.
 */
export function frameworkFor(
  dates: { startDate: IsoDate | null; endDate: IsoDate | null },
  kind?: InspectionKind,
): FrameworkAnswer {
  const day = dates.startDate ?? dates.endDate;
  if (day === null) return { ok: false, why: 'Enter the inspection dates, or choose the framework.' };
  const framework = FRAMEWORKS.find(
    ({ from, until, kinds, areas }) =>
      from <= day &&
      (until === null || day <= until) &&
      // Without a kind it is asked of an inspection that judges areas.
      (kind === undefined ? areas.length > 0 : kinds.includes(kind)),
  );
  if (framework) return { ok: true, framework };
  return { ok: false, why: `No framework on record was in force on ${formatDate(day)}. Choose one.` };
}
