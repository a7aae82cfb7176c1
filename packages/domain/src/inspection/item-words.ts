import {
  formatDate,
  INSPECTION_KIND_LABELS,
  type InspectionKind,
  type IsoDate,
  type PlanKind,
} from '@gt/contracts/words';
import { INSPECTION_SHAPES } from './inspection-shape.ts';

/**
 * What people call an item of a plan, or of one inspection in it. In the record it is a recommendation throughout.
 * Example: `itemWords('INTERNAL_AUDIT')` is "finding" and "findings".
 */
export function itemWords(kind: PlanKind | InspectionKind): { one: string; many: string } {
  return INSPECTION_SHAPES[kind === 'INSPECTION' ? 'ILACS_STANDARD' : kind].item;
}

/**
 * How people name one inspection of several: by its kind and its last day.
 * Example: "Focused visit, 12 March 2026".
 */
export function inspectionWords({ kind, on }: { kind: InspectionKind; on: IsoDate | null }): string {
  const name = INSPECTION_KIND_LABELS[kind];
  return on === null ? name : `${name}, ${formatDate(on)}`;
}
