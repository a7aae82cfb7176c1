import { DomainError } from '../../core/domain-error.ts';

/** Stands in for a use-case of reviews that is not there yet. */
export async function notYet(): Promise<never> {
  throw new DomainError('UNAVAILABLE', 'Reviews cannot be held yet.');
}
