import { formatDate, INSPECTION_KIND_LABELS, type InspectionKind, type IsoDate } from '@gt/contracts/words';

/**
 * How people name one inspection of several: by its kind and its last day.
 * Example: "Focused visit, 12 March 2026".
 */
export function inspectionWords({ kind, on }: { kind: InspectionKind; on: IsoDate | null }): string {
  const name = INSPECTION_KIND_LABELS[kind];
  return on === null ? name : `${name}, ${formatDate(on)}`;
}
