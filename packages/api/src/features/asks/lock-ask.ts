import type { AskState } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { staleWrite } from '../../core/stale-write.ts';

export type AskForWrite = {
  id: string;
  planId: string;
  recommendationId: string;
  actionId: string | null;
  postId: string;
  teamId: string;
  postTitle: string;
  state: AskState;
  askedById: string;
  version: number;
};

/** The ask, held until the transaction ends. Throws NOT_FOUND, CONFLICT for an old version, RULE once it is settled. */
export async function lockAsk(tx: Tx, askId: string, version: number): Promise<AskForWrite> {
  const [row] = await tx.$queryRaw<AskForWrite[]>`
    SELECT k."id", k."planId", k."recommendationId", k."actionId", k."postId", p."teamId", p."title" AS "postTitle",
      k."state"::text AS "state", k."askedById", k."version"
    FROM "evidence_ask" k JOIN "post" p ON p."id" = k."postId"
    JOIN "plan" pl ON pl."id" = k."planId" AND pl."deletedAt" IS NULL
    WHERE k."id" = ${askId} FOR UPDATE OF k`;
  if (!row) throw notFound('request for evidence');
  if (row.version !== version) {
    const { recommendationId, state } = row;
    throw await staleWrite(tx, 'RECOMMENDATION', recommendationId, row.version, { state });
  }
  if (row.state !== 'OPEN') {
    throw new DomainError('RULE', 'This request was settled already, so there is nothing left to do.');
  }
  return row;
}
