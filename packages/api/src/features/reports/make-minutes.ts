import type { IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import type { MinutesFacts } from '@gt/domain/report';
import type { Jobs } from '../../core/ports.ts';
import type { Scope } from '../../core/scope.ts';
import { notYet } from './not-yet.ts';

/**
 * The minutes of a review that is being frozen, in the transaction that freezes it: the paper, and the job that makes
 * its files and mails them to the members.
 */
export async function makeMinutes(
  _tx: Tx,
  _scope: Scope,
  _facts: MinutesFacts,
  _jobs: Jobs,
): Promise<{ reportId: string }> {
  return notYet();
}

/**
 * A new version of the minutes that prints a later correction, in the transaction that records it. Null when the
 * review has no minutes, or they were destroyed.
 */
export async function correctMinutes(
  _tx: Tx,
  _scope: Scope,
  _correction: { reviewId: string; text: string; by: string; on: IsoDate },
  _jobs: Jobs,
): Promise<{ reportId: string } | null> {
  return notYet();
}
