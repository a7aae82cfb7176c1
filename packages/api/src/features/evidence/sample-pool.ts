import type { Db, Tx } from '@gt/db';
import { sql } from '@gt/db';
import { IS_ON_RECORD, isAccepted } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisibleEvidence } from './evidence-rows.ts';

/** What a dip check may draw from: accepted, neither expired nor superseded, its file not destroyed. One statement. */
export function samplePool(
  db: Pick<Db | Tx, '$queryRaw'>,
  scope: Scope,
  planId: string,
): Promise<{ id: string; number: number }[]> {
  return db.$queryRaw<{ id: string; number: number }[]>(sql`
    SELECT e."id", e."number" FROM "evidence" e
    WHERE e."planId" = ${planId} AND ${IS_ON_RECORD} AND ${isAccepted(scope)}
      AND (SELECT v."redactedAt" FROM "evidence_version" v WHERE v."evidenceId" = e."id"
        ORDER BY v."number" DESC LIMIT 1) IS NULL
      AND ${isVisibleEvidence(scope)}
    ORDER BY e."number"`);
}
