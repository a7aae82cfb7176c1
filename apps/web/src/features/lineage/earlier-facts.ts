import type { PlanFormState } from '../inspections/public.tsx';

/** The facts of an earlier inspection as the server wants them; null while one that is needed is open. */
export function earlierFacts(inspection: PlanFormState['inspection']) {
  const { kind, frameworkKey, authority, inspectionDateText, startDate, endDate, publicationDate } =
    inspection;
  if (kind === null || frameworkKey === null) return null;
  return {
    ...{ kind, frameworkKey, authority, inspectionDateText, startDate, endDate, publicationDate },
    judgements: inspection.judgements.flatMap(({ area, grade }) => (grade === null ? [] : [{ area, grade }])),
  };
}
