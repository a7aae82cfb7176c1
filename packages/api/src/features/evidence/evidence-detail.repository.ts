import type { EvidenceDetail } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { evidenceReference } from '@gt/domain/evidence';
import { auditTrail } from '../../core/audit-trail.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { changesIn, inWords } from '../actions/history-words.ts';
import { findEvidenceRow } from './evidence.repository.ts';
import { loadEvidenceFacts } from './evidence-facts.ts';
import { instantOf } from './evidence-rows.ts';
import { rightsOf } from './rights-over-evidence.ts';

/** Everything the evidence panel shows, in six statements. Throws NOT_FOUND for what the person may not see. */
export async function getEvidence(db: Db, scope: Scope, evidenceId: string): Promise<EvidenceDetail> {
  const row = await findEvidenceRow(db, scope, evidenceId);
  const facts = (await loadEvidenceFacts(db, scope, [evidenceId])).get(evidenceId);
  if (!facts) throw notFound('evidence');
  const more = await surroundingsOf(db, scope, evidenceId);
  const checks = await checksOf(db, scope, evidenceId);
  return {
    ...row,
    ...more,
    versions: await versionsOf(db, scope, evidenceId),
    checks,
    history: await historyOf(db, scope, evidenceId),
    may: rightsOf(scope, facts, {
      ...row,
      isGone: row.redactedAt !== null || row.latest.redactedAt !== null,
      acceptedById:
        checks.find(({ decision, isSample }) => decision === 'ACCEPTED' && !isSample)?.checkedBy.id ?? null,
    }),
  };
}

/** The item behind "E12" of a plan. */
export async function getEvidenceByReference(
  db: Db,
  scope: Scope,
  input: { planId: string; reference: string },
): Promise<EvidenceDetail> {
  const number = /^\s*e(\d{1,9})\s*$/i.exec(input.reference)?.[1];
  if (!number) throw notFound('evidence');
  const row = await db.evidence.findFirst({
    where: { planId: input.planId, number: Number(number) },
    select: { id: true },
  });
  if (!row) throw notFound('evidence');
  return getEvidence(db, scope, row.id);
}

type Surroundings = Pick<EvidenceDetail, 'planName' | 'changedBy' | 'changedAt' | 'supersedes' | 'questions'>;

/** Its plan, whoever changed it last, what it took the place of, and what verifiers asked, the newest first. */
async function surroundingsOf(db: Db, _scope: Scope, evidenceId: string): Promise<Surroundings> {
  type RawQuestion = Omit<EvidenceDetail['questions'][number], 'askedBy' | 'answeredBy'> & {
    askedById: string;
    askedByName: string | null;
    answeredById: string | null;
    answeredByName: string | null;
  };
  type Raw = {
    planName: string;
    changedBy: string | null;
    changedAt: Date;
    supersedes: { id: string; number: number }[] | null;
    questions: RawQuestion[] | null;
  };
  const [raw] = await db.$queryRaw<Raw[]>`
    SELECT p."name" AS "planName", u."name" AS "changedBy", e."changedAt",
      (SELECT jsonb_agg(jsonb_build_object('id', s."id", 'number', s."number") ORDER BY s."number")
        FROM "evidence" s WHERE s."supersededById" = e."id" AND s."deletedAt" IS NULL) AS "supersedes",
      (SELECT jsonb_agg(jsonb_build_object('id', q."id", 'text', q."text", 'askedById', q."askedById",
          'askedByName', qa."name", 'askedAt', q."askedAt", 'answer', q."answer", 'answeredById', q."answeredById",
          'answeredByName', qb."name", 'answeredAt', q."answeredAt", 'redactedAt', q."redactedAt",
          'version', q."version") ORDER BY q."askedAt" DESC, q."id" DESC)
        FROM "evidence_question" q LEFT JOIN "user" qa ON qa."id" = q."askedById"
        LEFT JOIN "user" qb ON qb."id" = q."answeredById" WHERE q."evidenceId" = e."id") AS "questions"
    FROM "evidence" e JOIN "plan" p ON p."id" = e."planId" LEFT JOIN "user" u ON u."id" = e."changedById"
    WHERE e."id" = ${evidenceId}`;
  if (!raw) throw notFound('evidence');
  return {
    planName: raw.planName,
    changedBy: raw.changedBy ?? '',
    changedAt: toInstant(raw.changedAt),
    supersedes: (raw.supersedes ?? []).map(({ id, number }) => ({
      id,
      reference: evidenceReference(number),
    })),
    questions: (raw.questions ?? []).map(
      ({ askedById, askedByName, answeredById, answeredByName, ...question }) => ({
        ...question,
        askedAt: instantOf(question.askedAt),
        answeredAt: question.answeredAt && instantOf(question.answeredAt),
        redactedAt: question.redactedAt && instantOf(question.redactedAt),
        askedBy: { id: askedById, name: askedByName ?? '' },
        answeredBy: answeredById === null ? null : { id: answeredById, name: answeredByName ?? '' },
      }),
    ),
  };
}

type RawVersion = Omit<
  EvidenceDetail['versions'][number],
  'uploadedBy' | 'uploadedAt' | 'redactedAt' | 'size' | 'changes'
> & {
  size: bigint;
  uploadedById: string;
  uploadedByName: string | null;
  uploadedAt: Date;
  redactedAt: Date | null;
  details: Record<string, unknown> | null;
};

async function versionsOf(db: Db, _scope: Scope, evidenceId: string): Promise<EvidenceDetail['versions']> {
  const rows = await db.$queryRaw<RawVersion[]>`
    SELECT v."id", v."number", v."fileName", v."mediaType", v."size", v."sha256", v."uploadedById",
      u."name" AS "uploadedByName", v."uploadedAt", v."redactedAt", v."details"
    FROM "evidence_version" v LEFT JOIN "user" u ON u."id" = v."uploadedById"
    WHERE v."evidenceId" = ${evidenceId} ORDER BY v."number" DESC`;
  return rows.map(({ uploadedById, uploadedByName, details, ...row }, index) => ({
    ...row,
    size: Number(row.size),
    uploadedBy: { id: uploadedById, name: uploadedByName ?? '' },
    uploadedAt: toInstant(row.uploadedAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
    changes: changesSince(details, rows[index + 1]),
  }));
}

/** What the record said otherwise with the version before; null where one of the two was not kept. */
function changesSince(details: RawVersion['details'], before: RawVersion | undefined) {
  if (before === undefined) return [];
  if (details === null || before.details === null) return null;
  return changesIn({ before: before.details, after: details }, new Map());
}

async function checksOf(db: Db, _scope: Scope, evidenceId: string): Promise<EvidenceDetail['checks']> {
  type Raw = Omit<EvidenceDetail['checks'][number], 'checkedBy' | 'checkedAt' | 'redactedAt'> & {
    checkedById: string;
    checkedByName: string | null;
    checkedAt: Date;
    redactedAt: Date | null;
  };
  const rows = await db.$queryRaw<Raw[]>`
    SELECT c."id", c."versionNumber", c."decision"::text, c."reason", c."isSample", c."checkedById",
      u."name" AS "checkedByName", c."checkedAt", c."redactedAt"
    FROM "evidence_check" c LEFT JOIN "user" u ON u."id" = c."checkedById"
    WHERE c."evidenceId" = ${evidenceId} ORDER BY c."checkedAt" DESC, c."id" DESC`;
  return rows.map(({ checkedById, checkedByName, ...row }) => ({
    ...row,
    checkedBy: { id: checkedById, name: checkedByName ?? '' },
    checkedAt: toInstant(row.checkedAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  }));
}

/** The newest hundred entries of its audit. An entry whose payload was destroyed keeps who and when. */
async function historyOf(db: Db, _scope: Scope, entityId: string): Promise<EvidenceDetail['history']> {
  const trail = await auditTrail(db, { entityType: 'EVIDENCE', entityId, limit: 100 });
  return trail.map((entry) => inWords(entry, new Map()));
}
