import type { EarlierEditInput, EarlierWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { authorityKey, checkEarlierInspection } from '@gt/domain/lineage';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { knownAlready } from './known-already.ts';
import { earlierValues, loadEarlier } from './load-earlier.ts';

/** Corrects the facts of an earlier inspection. Throws NOT_FOUND, INVALID, RULE, CONFLICT. */
export async function editEarlier(
  ctx: Context,
  scope: Scope,
  { earlierInspectionId: id, version, ...facts }: EarlierEditInput,
): Promise<EarlierWritten> {
  const problems = checkEarlierInspection(facts, scope.today);
  const { endDate } = facts;
  if (problems.length > 0 || endDate === null) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEarlier(tx, id);
    const before = earlierValues(row);
    if (row.version !== version) throw await staleWrite(tx, 'EARLIER_INSPECTION', id, row.version, before);
    const known = await knownAlready(tx, { ...facts, endDate, sha256: row.reportSha256 }, id);
    if (known) throw new DomainError('RULE', known);
    const { judgements, startDate, endDate: _end, publicationDate, ...plain } = facts;
    await tx.earlierInspection.update({
      where: { id },
      data: {
        ...plain,
        authorityKey: authorityKey(facts.authority),
        startDate: fromIsoDateOrNull(startDate),
        endDate: fromIsoDate(endDate),
        publicationDate: fromIsoDateOrNull(publicationDate),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await tx.earlierJudgement.deleteMany({ where: { earlierInspectionId: id } });
    await tx.earlierJudgement.createMany({
      data: judgements.map((judgement) => ({ ...judgement, earlierInspectionId: id })),
    });
    await recordAudit(tx, scope, {
      action: 'lineage.editInspection',
      entityType: 'EARLIER_INSPECTION',
      entityId: id,
      planId: row.planId,
      ...changedFields<Record<string, unknown>>(before, facts),
    });
    return { earlierInspectionId: id, version: version + 1 };
  });
}
