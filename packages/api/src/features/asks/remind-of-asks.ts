import { sql, type Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';
import { tellAll } from '../../core/tell.ts';
import { askedPeopleSql } from './asked-people.ts';

type Late = { id: string; planId: string; actionId: string | null; askedById: string; userIds: string[] };

/** Once evidence that was asked for is late, whoever was asked and whoever asked hear of it, each once. */
export async function remindOfAsks(tx: Tx, scope: Scope): Promise<void> {
  const late = await tx.$queryRaw<Late[]>`
    SELECT k."id", k."planId", k."actionId", k."askedById",
      ARRAY(${askedPeopleSql(sql`k."postId"`, scope.today)}) AS "userIds"
    FROM "evidence_ask" k JOIN "plan" pl ON pl."id" = k."planId" AND pl."deletedAt" IS NULL
    WHERE k."state" = 'OPEN' AND k."dueDate" < ${scope.today}::date`;
  await tellAll(
    tx,
    scope,
    late.map(({ id, planId, actionId, askedById, userIds }) => ({
      kind: 'ASK_OVERDUE',
      planId,
      actionId,
      sourceId: id,
      userIds: [askedById, ...userIds],
    })),
  );
}
