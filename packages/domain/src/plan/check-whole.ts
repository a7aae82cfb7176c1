import type { FieldProblem } from '@gt/contracts/words';
import { grouped } from '../wording/index.ts';

/** A number that is not whole, or is out of bounds: "Weeks between boards must be a whole number from 1 to 26". */
export function checkWhole(
  field: string,
  label: string,
  value: number,
  { min, max }: { min: number; max: number },
): FieldProblem[] {
  if (Number.isInteger(value) && value >= min && value <= max) return [];
  return [{ field, message: `${label} must be a whole number from ${grouped(min)} to ${grouped(max)}` }];
}
