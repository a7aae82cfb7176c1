import type { reportDifferenceOut } from '@gt/contracts/schemas';
import { compareWording } from '@gt/domain/report';
import type { z } from 'zod';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type LoadedReport, loadReport } from './load-report.ts';

/** What is worded otherwise in the newer of two papers of one kind and plan. Throws NOT_FOUND, and RULE for two kinds. */
export async function compareReports(
  ctx: Context,
  scope: Scope,
  input: { reportId: string; withId: string },
): Promise<z.infer<typeof reportDifferenceOut>> {
  const one = await loadReport(ctx.db, scope, input.reportId);
  const other = await loadReport(ctx.db, scope, input.withId);
  if (one.kind !== other.kind || one.planId !== other.planId) {
    throw new DomainError(
      'RULE',
      'Only versions of the same kind of paper, of the same plan, can be compared.',
    );
  }
  const [older, newer] = [one, other].toSorted(inOrder) as [LoadedReport, LoadedReport];
  return compareWording(older.content, newer.content);
}

/** By number and version; the full edition comes before the public one that is made from it. */
function inOrder(a: LoadedReport, b: LoadedReport): number {
  return (
    a.number - b.number ||
    a.versionNumber - b.versionNumber ||
    Number(a.edition === 'PUBLIC') - Number(b.edition === 'PUBLIC')
  );
}
