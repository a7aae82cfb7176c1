import type { FieldProblem } from '@gt/contracts/words';
import { grouped } from './count-of.ts';

/** What one text field asks: `max` in characters, `min` only when it is required, `what` as in "Enter a title". */
export type TextRule = { max: number; min?: number; enter?: string; label: string };

/**
 * Checks one text field; blanks at the ends do not count. Returns no or one problem.
 * Length is counted in UTF-16 units, as the browser's `maxlength` and the counter beside the field do.
 * Example: `checkText('title', '', {label: 'Title', enter: 'Enter a title', max: 200})` gives "Enter a title".
 */
export function checkText(field: string, value: string | null | undefined, rule: TextRule): FieldProblem[] {
  const text = (value ?? '').trim();
  if (text === '') return rule.enter === undefined ? [] : [{ field, message: rule.enter }];
  if (text.length > rule.max) {
    const over = text.length - rule.max;
    const message = `${rule.label} must be ${grouped(rule.max)} characters or fewer. Shorten it by ${grouped(over)}.`;
    return [{ field, message }];
  }
  if (rule.min !== undefined && text.length < rule.min) {
    return [{ field, message: `${rule.label} must be at least ${rule.min} characters.` }];
  }
  return [];
}

/** The shortest reason that is worth keeping on record, in characters. "Done" or "n/a" tells a reader nothing. */
export const REASON_MIN = 10;
/** The longest reason, in characters. */
export const REASON_MAX = 2_000;

/** Checks the reason for a change that will be asked about later. `enter` says what to write. */
export function checkReason(field: string, value: string | null | undefined, enter: string): FieldProblem[] {
  return checkText(field, value, { label: 'The reason', enter, min: REASON_MIN, max: REASON_MAX });
}
