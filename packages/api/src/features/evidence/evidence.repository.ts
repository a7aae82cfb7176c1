import type {
  EvidenceListInput,
  EvidenceListOut,
  EvidenceRow,
  EvidenceWaitingOut,
} from '@gt/contracts/schemas';
import { EVIDENCE_STATES, type EvidenceState } from '@gt/contracts/words';
import { type Db, joinSql, type Sql, sql } from '@gt/db';
import { canCheckEvidence } from '@gt/domain/evidence';
import { notFound } from '../../core/domain-error.ts';
import { IS_ON_RECORD } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { loadEvidenceFacts } from './evidence-facts.ts';
import { evidenceColumns, isVisibleEvidence, type RawEvidence, toEvidenceRow } from './evidence-rows.ts';

/** The most that is shown of what waits for a check; more than this is never looked through at once. */
const WAITING_LIMIT = 200;

/** A page of a plan's evidence, newest first, with the count of each state. Two statements. */
export async function listEvidence(db: Db, scope: Scope, input: EvidenceListInput): Promise<EvidenceListOut> {
  const { states, ...filter } = input.filter;
  const conditions = [
    sql`e."planId" = ${input.planId}`,
    isVisibleEvidence(scope),
    ...filterConditions(filter, scope),
  ];
  const where = joinSql(conditions, ' AND ');
  const wanted: readonly EvidenceState[] = states ?? EVIDENCE_STATES;
  const raw = await db.$queryRaw<RawEvidence[]>`
    SELECT ${evidenceColumns(scope)} FROM "evidence" e LEFT JOIN "user" u ON u."id" = e."uploadedById"
    WHERE ${where} AND e."state" = ANY(${[...wanted]}::"EvidenceState"[])
    ORDER BY e."number" DESC LIMIT ${input.page.limit} OFFSET ${input.page.offset}`;
  const counted = await db.$queryRaw<{ state: EvidenceState; count: number }[]>`
    SELECT e."state"::text AS "state", count(*)::int AS "count" FROM "evidence" e WHERE ${where} GROUP BY 1`;
  const counts: Record<EvidenceState, number> = { SUBMITTED: 0, ACCEPTED: 0, RETURNED: 0, WITHDRAWN: 0 };
  for (const { state, count } of counted) counts[state] = count;
  const total = wanted.reduce((sum, state) => sum + counts[state], 0);
  return { rows: raw.map((row) => toEvidenceRow(row, scope.today)), total, counts };
}

function filterConditions(filter: Omit<EvidenceListInput['filter'], 'states'>, scope: Scope): Sql[] {
  const found: Sql[] = [];
  if (filter.standing) found.push(standingIs(filter.standing, scope));
  if (filter.kinds) found.push(sql`e."kind" = ANY(${filter.kinds}::"EvidenceKind"[])`);
  if (filter.recommendationId) {
    found.push(sql`EXISTS (SELECT 1 FROM "evidence_link" fl
      WHERE fl."evidenceId" = e."id" AND fl."recommendationId" = ${filter.recommendationId})`);
  }
  if (filter.actionId) {
    found.push(sql`EXISTS (SELECT 1 FROM "evidence_link" fl
      WHERE fl."evidenceId" = e."id" AND fl."actionId" = ${filter.actionId})`);
  }
  return [...found, ...searchConditions(filter.q ?? '')];
}

/** The same as `evidenceStanding` of the domain: what took its place comes before its last day. */
function standingIs(standing: 'CURRENT' | 'EXPIRED' | 'SUPERSEDED', { today }: Scope): Sql {
  if (standing === 'SUPERSEDED') return sql`e."supersededById" IS NOT NULL`;
  return standing === 'EXPIRED'
    ? sql`(e."supersededById" IS NULL AND e."validUntil" < ${today}::date)`
    : sql`(e."supersededById" IS NULL AND (e."validUntil" IS NULL OR e."validUntil" >= ${today}::date))`;
}

/** Every word must occur in reference, title, what it shows or a file name; "E12" means that item and no other. */
function searchConditions(q: string): Sql[] {
  const reference = /^\s*e(\d{1,9})\s*$/i.exec(q)?.[1];
  if (reference) return [sql`e."number" = ${Number(reference)}`];
  const words = q.split(/\s+/).filter((word) => word !== '');
  return words.slice(0, 10).map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(e."title" ILIKE ${pattern} OR e."shows" ILIKE ${pattern} OR 'E' || e."number" ILIKE ${pattern}
      OR EXISTS (SELECT 1 FROM "evidence_version" fv
        WHERE fv."evidenceId" = e."id" AND fv."fileName" ILIKE ${pattern}))`;
  });
}

/** What waits for a check, those this person may check first, the longest wait first. Two statements. */
export async function listWaiting(db: Db, scope: Scope, planId: string): Promise<EvidenceWaitingOut> {
  const raw = await db.$queryRaw<RawEvidence[]>`
    SELECT ${evidenceColumns(scope)} FROM "evidence" e LEFT JOIN "user" u ON u."id" = e."uploadedById"
    WHERE e."planId" = ${planId} AND e."state" = 'SUBMITTED' AND ${IS_ON_RECORD}
      AND ${isVisibleEvidence(scope)}
    ORDER BY (SELECT max(w."uploadedAt") FROM "evidence_version" w WHERE w."evidenceId" = e."id"), e."number"
    LIMIT ${WAITING_LIMIT}`;
  const facts = await loadEvidenceFacts(
    db,
    scope,
    raw.map((row) => row.id),
  );
  const rows = raw.flatMap((row) => {
    const known = facts.get(row.id);
    return known ? [{ ...toEvidenceRow(row, scope.today), mayCheck: mayCheck(known) }] : [];
  });
  const mine = rows.filter((row) => row.mayCheck.ok);
  const others = rows.filter((row) => !row.mayCheck.ok);
  return { rows: [...mine, ...others], mine: mine.length, total: rows.length };
}

function mayCheck({ independence }: { independence: Parameters<typeof canCheckEvidence>[0] }) {
  const answer = canCheckEvidence(independence);
  return answer.ok ? { ok: true as const } : { ok: false as const, sentence: answer.sentence };
}

/** One item as a row of the list, or NOT_FOUND. */
export async function findEvidenceRow(db: Db, scope: Scope, evidenceId: string): Promise<EvidenceRow> {
  const [raw] = await db.$queryRaw<RawEvidence[]>`
    SELECT ${evidenceColumns(scope)} FROM "evidence" e LEFT JOIN "user" u ON u."id" = e."uploadedById"
    WHERE e."id" = ${evidenceId} AND ${isVisibleEvidence(scope)}`;
  if (!raw) throw notFound('evidence');
  return toEvidenceRow(raw, scope.today);
}
