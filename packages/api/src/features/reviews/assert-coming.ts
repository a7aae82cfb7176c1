import type { IsoDate } from '@gt/contracts/words';
import { checkYear } from '@gt/domain/calendar';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** A meeting can be put on a day that is still to come, today included. Throws INVALID beside the field. */
export function assertComing(scope: Scope, heldOn: IsoDate): void {
  const problems = checkYear('heldOn', heldOn);
  if (heldOn < scope.today) {
    problems.push({ field: 'heldOn', message: 'This day is past. Choose today or a later day.' });
  }
  if (problems.length > 0) throw invalid(problems.slice(0, 1));
}
