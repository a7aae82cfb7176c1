import type { InspectionKind, PlanKind } from '@gt/contracts/words';
import { INSPECTION_SHAPES } from './inspection-shape.ts';

/**
 * What people call an item of a plan, or of one inspection in it. In the record it is a recommendation throughout.
 * Example: `itemWords('INTERNAL_AUDIT')` is "finding" and "findings".
 */
export function itemWords(kind: PlanKind | InspectionKind): { one: string; many: string } {
  return INSPECTION_SHAPES[kind === 'INSPECTION' ? 'ILACS_STANDARD' : kind].item;
}
