import type { ClosureOut, ClosureStandingOut, SustainCheckOut } from '@gt/contracts/schemas';
import type { IsoDate, SufficiencyState, SustainState } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { askDueWords, evidenceReference } from '@gt/domain/evidence';
import { closingBlocks, recommendationReference } from '@gt/domain/recommendation';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { loadClosing } from './load-closing.ts';

type RawCheck = {
  id: string;
  months: number;
  dueDate: IsoDate;
  state: SustainState;
  note: string;
  evidence: { id: string; number: number; title: string }[];
  checkedById: string | null;
  checkedByName: string | null;
  checkedAt: string | null;
  version: number;
};
type RawClosure = {
  id: string;
  done: string;
  practice: string;
  consistent: string;
  difference: string;
  evidence: { state: SufficiencyState; words: string; references: string[] };
  closedById: string;
  closedByName: string | null;
  closedAt: Date;
  reopenedById: string | null;
  reopenedByName: string | null;
  reopenedAt: Date | null;
  reopenedReason: string;
  redactedAt: Date | null;
  checks: RawCheck[];
  version: number;
};

/** How a recommendation stands between open and closed, with every closing so far. Five statements. Throws NOT_FOUND. */
export async function getClosure(
  db: Db,
  scope: Scope,
  recommendationId: string,
): Promise<ClosureStandingOut> {
  const [{ recommendation, facts, proof }, closures] = await Promise.all([
    loadClosing(db, scope, recommendationId),
    db.$queryRaw<RawClosure[]>(closuresSql(recommendationId)),
  ]);
  return {
    recommendationId,
    reference: recommendationReference(recommendation.number),
    status: recommendation.status,
    closedAt: recommendation.closedAt && toInstant(recommendation.closedAt),
    blocks: recommendation.status === 'CLOSED' ? [] : closingBlocks(facts),
    proof,
    closures: closures.map((row) => toClosure(row, scope.today)),
    version: recommendation.version,
  };
}

function closuresSql(recommendationId: string): Sql {
  return sql`
    SELECT cl."id", cl."done", cl."practice", cl."consistent", cl."difference", cl."evidence", cl."closedById",
      closer."name" AS "closedByName", cl."closedAt", cl."reopenedById", opener."name" AS "reopenedByName",
      cl."reopenedAt", cl."reopenedReason", cl."redactedAt", cl."version",
      (SELECT coalesce(json_agg(json_build_object('id', c."id", 'months', c."months", 'dueDate', c."dueDate",
          'state', c."state", 'note', c."note", 'checkedById', c."checkedById", 'checkedByName', u."name",
          'checkedAt', c."checkedAt", 'version', c."version", 'evidence', (SELECT coalesce(json_agg(json_build_object(
            'id', e."id", 'number', e."number", 'title', e."title") ORDER BY e."number"), '[]')
            FROM "evidence" e WHERE e."id" = ANY(c."evidenceIds"))) ORDER BY c."months"), '[]')
        FROM "sustain_check" c LEFT JOIN "user" u ON u."id" = c."checkedById"
        WHERE c."closureId" = cl."id") AS "checks"
    FROM "recommendation_closure" cl
    LEFT JOIN "user" closer ON closer."id" = cl."closedById"
    LEFT JOIN "user" opener ON opener."id" = cl."reopenedById"
    WHERE cl."recommendationId" = ${recommendationId}
    ORDER BY cl."closedAt" DESC, cl."id" DESC`;
}

function toClosure(row: RawClosure, today: IsoDate): ClosureOut {
  const { done, practice, consistent, difference } = row;
  return {
    id: row.id,
    answers: { done, practice, consistent, difference },
    evidence: row.evidence,
    closedBy: { id: row.closedById, name: row.closedByName ?? '' },
    closedAt: toInstant(row.closedAt),
    reopenedBy: row.reopenedById === null ? null : { id: row.reopenedById, name: row.reopenedByName ?? '' },
    reopenedAt: row.reopenedAt && toInstant(row.reopenedAt),
    reopenedReason: row.reopenedReason,
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
    checks: row.checks.map((check) => toCheck(check, row.reopenedAt !== null, today)),
    version: row.version,
  };
}

function toCheck(row: RawCheck, isEnded: boolean, today: IsoDate): SustainCheckOut {
  const isWaiting = row.state === 'WAITING' && !isEnded;
  return {
    id: row.id,
    months: row.months,
    dueDate: row.dueDate,
    dueWords: isWaiting ? askDueWords(row.dueDate, today) : '',
    overdue: isWaiting && row.dueDate < today,
    state: row.state,
    note: row.note,
    evidence: row.evidence.map(({ id, number, title }) => ({
      id,
      reference: evidenceReference(number),
      title,
    })),
    checkedBy: row.checkedById === null ? null : { id: row.checkedById, name: row.checkedByName ?? '' },
    checkedAt: row.checkedAt === null ? null : toInstant(new Date(row.checkedAt)),
    version: row.version,
  };
}
