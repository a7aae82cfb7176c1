import { DomainError } from '../../core/domain-error.ts';

/** Stands in for a use-case of papers that is not there yet. */
export async function notYet(): Promise<never> {
  throw new DomainError('UNAVAILABLE', 'Papers cannot be made yet.');
}
