import type { EvidenceDetail } from '@gt/contracts/schemas';
import type { EvidenceState } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import {
  canAddEvidenceVersion,
  canDownloadEvidence,
  canEditEvidence,
  type Decision,
  holds,
} from '@gt/domain/authz';
import { canCheckEvidence, stateAfterNewVersion } from '@gt/domain/evidence';
import { auditTrail } from '../../core/audit-trail.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { inWords } from '../actions/history-words.ts';
import { findEvidenceRow } from './evidence.repository.ts';
import { type EvidenceFacts, loadEvidenceFacts } from './evidence-facts.ts';

/** Everything the evidence panel shows, in six statements. Throws NOT_FOUND for what the person may not see. */
export async function getEvidence(db: Db, scope: Scope, evidenceId: string): Promise<EvidenceDetail> {
  const row = await findEvidenceRow(db, scope, evidenceId);
  const facts = (await loadEvidenceFacts(db, scope, [evidenceId])).get(evidenceId);
  if (!facts) throw notFound('evidence');
  const [more] = await db.$queryRaw<{ planName: string; changedBy: string | null; changedAt: Date }[]>`
    SELECT p."name" AS "planName", u."name" AS "changedBy", e."changedAt" FROM "evidence" e
    JOIN "plan" p ON p."id" = e."planId" LEFT JOIN "user" u ON u."id" = e."changedById"
    WHERE e."id" = ${evidenceId}`;
  return {
    ...row,
    planName: more?.planName ?? '',
    changedBy: more?.changedBy ?? '',
    changedAt: more ? toInstant(more.changedAt) : row.createdAt,
    versions: await versionsOf(db, scope, evidenceId),
    checks: await checksOf(db, scope, evidenceId),
    history: await historyOf(db, scope, evidenceId),
    may: rightsOf(scope, facts, {
      ...row,
      isGone: row.redactedAt !== null || row.latest.redactedAt !== null,
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

/** What this person may do with it, each no with its sentence. The writes decide again by the same functions. */
function rightsOf(
  scope: Scope,
  { record, independence }: EvidenceFacts,
  item: { state: EvidenceState; isGone: boolean; redactedAt: string | null },
): EvidenceDetail['may'] {
  const no = (sentence: string) => ({ ok: false as const, sentence });
  const asked = (decision: Decision) => (decision.ok ? { ok: true as const } : no(decision.reason));
  const gone =
    item.redactedAt === null ? null : no('This evidence was destroyed, so nothing can be changed.');
  const closed = gone ?? (item.state === 'WITHDRAWN' ? no('This evidence was withdrawn.') : null);
  const again = stateAfterNewVersion(item.state);
  const independent = canCheckEvidence(independence);
  const check = () => {
    if (!holds(scope.roles, 'evidence.check'))
      return no('Only a verifier or the programme lead checks evidence.');
    if (item.isGone) return no('The file was destroyed, so there is nothing to check.');
    return independent.ok ? { ok: true as const } : no(independent.sentence);
  };
  return {
    check: closed ?? check(),
    edit: closed ?? asked(canEditEvidence(scope, record)),
    withdraw: closed ?? asked(canEditEvidence(scope, record)),
    addVersion: gone ?? (again.ok ? asked(canAddEvidenceVersion(scope, record)) : no(again.sentence)),
    link: closed ?? asked(canLink(scope)),
    download: gone ?? asked(canDownloadEvidence(scope, record)),
  };
}

/** Which actions a link may go to is decided for each of them. */
function canLink(scope: Scope): Decision {
  return holds(scope.roles, 'evidence.upload')
    ? { ok: true }
    : { ok: false, reason: 'Your role does not include linking evidence.' };
}

async function versionsOf(db: Db, _scope: Scope, evidenceId: string): Promise<EvidenceDetail['versions']> {
  type Raw = Omit<EvidenceDetail['versions'][number], 'uploadedBy' | 'uploadedAt' | 'redactedAt' | 'size'> & {
    size: bigint;
    uploadedById: string;
    uploadedByName: string | null;
    uploadedAt: Date;
    redactedAt: Date | null;
  };
  const rows = await db.$queryRaw<Raw[]>`
    SELECT v."id", v."number", v."fileName", v."mediaType", v."size", v."sha256", v."uploadedById",
      u."name" AS "uploadedByName", v."uploadedAt", v."redactedAt"
    FROM "evidence_version" v LEFT JOIN "user" u ON u."id" = v."uploadedById"
    WHERE v."evidenceId" = ${evidenceId} ORDER BY v."number" DESC`;
  return rows.map(({ uploadedById, uploadedByName, ...row }) => ({
    ...row,
    size: Number(row.size),
    uploadedBy: { id: uploadedById, name: uploadedByName ?? '' },
    uploadedAt: toInstant(row.uploadedAt),
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  }));
}

async function checksOf(db: Db, _scope: Scope, evidenceId: string): Promise<EvidenceDetail['checks']> {
  type Raw = Omit<EvidenceDetail['checks'][number], 'checkedBy' | 'checkedAt' | 'redactedAt'> & {
    checkedById: string;
    checkedByName: string | null;
    checkedAt: Date;
    redactedAt: Date | null;
  };
  const rows = await db.$queryRaw<Raw[]>`
    SELECT c."id", c."versionNumber", c."decision"::text, c."reason", c."checkedById",
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
