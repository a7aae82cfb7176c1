import type { InspectionOut } from '@gt/contracts/schemas';
import { FRAMEWORKS, type Grade, type InspectionKind, type InspectionOutcome } from '@gt/contracts/words';
import { toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';

export const INSPECTION_SELECT = {
  id: true,
  planId: true,
  kind: true,
  frameworkKey: true,
  authority: true,
  inspectionDateText: true,
  startDate: true,
  endDate: true,
  publicationDate: true,
  receivedDate: true,
  leadInspector: true,
  urn: true,
  outcome: true,
  answersWith: true,
  reportFileName: true,
  version: true,
  judgements: { select: { area: true, grade: true, page: true } },
} as const;

type InspectionRow = {
  id: string;
  planId: string;
  kind: InspectionKind;
  frameworkKey: string;
  authority: string;
  inspectionDateText: string;
  startDate: Date | null;
  endDate: Date | null;
  publicationDate: Date | null;
  receivedDate: Date;
  leadInspector: string | null;
  urn: string | null;
  outcome: InspectionOutcome | null;
  answersWith: string;
  reportFileName: string | null;
  version: number;
  judgements: { area: string; grade: Grade; page: number | null }[];
};

/** An inspection for the wire, its judgements in the order of the framework. */
export function inspectionOf(row: InspectionRow): InspectionOut {
  const areas = FRAMEWORKS.find((framework) => framework.key === row.frameworkKey)?.areas ?? [];
  const place = (area: string) => (areas.includes(area) ? areas.indexOf(area) : areas.length);
  return {
    ...row,
    startDate: toIsoDateOrNull(row.startDate),
    endDate: toIsoDateOrNull(row.endDate),
    publicationDate: toIsoDateOrNull(row.publicationDate),
    receivedDate: toIsoDate(row.receivedDate),
    judgements: row.judgements.toSorted((a, b) => place(a.area) - place(b.area)),
  };
}
