import type { BinOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

type RawItem = {
  kind: 'ACTION' | 'MEASURE';
  id: string;
  recommendationNumber: number;
  number: number;
  title: string;
  removedAt: Date;
  removedBy: string | null;
  reason: string | null;
  redactedAt: Date | null;
  version: number;
};

/** The most that the bin shows at once; nobody removes as much from one plan. */
const BIN_LIMIT = 500;

/** What was removed from a plan, newest first, with by whom and why. For those who may restore it. Two statements. */
export async function listBin(db: Db, _scope: Scope, planId: string): Promise<BinOut> {
  const plan = await db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
  if (!plan) throw notFound('plan');
  const rows = await db.$queryRaw<RawItem[]>`
    SELECT x.*, (SELECT ev."actorName" FROM "audit_event" ev
        WHERE ev."entityType" = x."kind" AND ev."entityId" = x."id" AND ev."action" LIKE '%.remove'
        ORDER BY ev."id" DESC LIMIT 1) AS "removedBy"
    FROM (
      SELECT 'ACTION' AS "kind", a."id", r."number" AS "recommendationNumber", a."number", a."title",
        a."deletedAt" AS "removedAt", a."deletedReason" AS "reason", a."redactedAt", a."version"
      FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
      WHERE a."planId" = ${planId} AND a."deletedAt" IS NOT NULL
      UNION ALL
      SELECT 'MEASURE', m."id", r."number", m."number", m."name", m."deletedAt", m."deletedReason",
        m."redactedAt", m."version"
      FROM "measure" m JOIN "recommendation" r ON r."id" = m."recommendationId"
      WHERE m."planId" = ${planId} AND m."deletedAt" IS NOT NULL
    ) x
    ORDER BY x."removedAt" DESC, x."id" DESC LIMIT ${BIN_LIMIT}`;
  return {
    items: rows.map(({ recommendationNumber, number, ...row }) => ({
      ...row,
      reference: row.kind === 'ACTION' ? actionReference(recommendationNumber, number) : `M${number}`,
      under: `R${recommendationNumber}`,
      removedAt: toInstant(row.removedAt),
      removedBy: row.removedBy ?? '',
      reason: row.reason ?? '',
      redactedAt: row.redactedAt && toInstant(row.redactedAt),
    })),
  };
}
