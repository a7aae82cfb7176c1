import type { Tx } from '@gt/db';
import type { Decision, EvidenceRecord } from '@gt/domain/authz';
import { screeningStanding } from '@gt/domain/screening';
import { DomainError, invalid, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { assertNotWithdrawn, loadEvidence } from '../evidence/write-evidence.ts';

const SCREENING_SELECT = {
  id: true,
  outcome: true,
  total: true,
  likely: true,
  unread: true,
  answer: true,
  justification: true,
  justifiedById: true,
  decisionNote: true,
  version: true,
} as const;

/**
 * The newest result of one version of a file, for a write: whoever sees no evidence gets NOT_FOUND, whoever lacks
 * `right` NOT_ALLOWED with the reason, and whoever read an older result CONFLICT with the one of now.
 */
export async function loadScreeningForWrite(
  tx: Tx,
  scope: Scope,
  at: { versionId: string; version: number },
  right?: (scope: Scope, record: EvidenceRecord) => Decision,
) {
  const evidence = await loadEvidenceOfVersion(tx, scope, at.versionId, right);
  const row = await tx.evidenceScreening.findFirst({
    where: { versionId: at.versionId },
    orderBy: { rules: 'desc' },
    select: SCREENING_SELECT,
  });
  if (!row)
    throw new DomainError('RULE', 'This file has not been screened yet. Wait a moment, then look again.');
  const screening = { ...row, evidence, standing: screeningStanding(row) };
  if (row.version !== at.version) throw await staleScreening(tx, screening);
  return screening;
}

export type ScreeningForWrite = Awaited<ReturnType<typeof loadScreeningForWrite>>;

/** The item that a version belongs to, and whether the version is its newest. */
export async function loadEvidenceOfVersion(
  tx: Tx,
  scope: Scope,
  versionId: string,
  right?: (scope: Scope, record: EvidenceRecord) => Decision,
) {
  const version = await tx.evidenceVersion.findUnique({
    where: { id: versionId },
    select: { evidenceId: true, number: true, redactedAt: true },
  });
  if (!version) throw notFound('file');
  const evidence = await loadEvidence(tx, scope, version.evidenceId, right);
  assertNotWithdrawn(evidence);
  if (version.redactedAt !== null) {
    throw new DomainError('RULE', 'This file was destroyed, and what was found in it with it.');
  }
  return {
    ...evidence,
    versionNumber: version.number,
    isNewest: evidence.versions[0]?.number === version.number,
  };
}

type Answer = Omit<Parameters<Tx['evidenceScreening']['updateMany']>[0]['data'], 'version'>;

/** Writes at the version that was read: of any number of people one wins, the others get CONFLICT. */
export async function writeScreening(
  tx: Tx,
  row: ScreeningForWrite,
  data: Answer,
): Promise<{ version: number }> {
  const { count } = await tx.evidenceScreening.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw await staleScreening(tx, row);
  return { version: row.version + 1 };
}

function staleScreening(tx: Tx, row: Pick<ScreeningForWrite, 'evidence' | 'id'>): Promise<DomainError> {
  return tx.evidenceScreening
    .findUniqueOrThrow({
      where: { id: row.id },
      select: { answer: true, justification: true, decisionNote: true, version: true },
    })
    .then(({ version, ...values }) => staleWrite(tx, 'EVIDENCE', row.evidence.id, version, values));
}

/** A refusal of the domain as a person reads it. */
export function settleRefusal({
  code,
  problems,
}: {
  code: 'NOT_OPEN' | 'NOT_INDEPENDENT' | 'INVALID';
  problems: { field: string; message: string }[];
}): DomainError {
  const sentence = problems[0]?.message ?? '';
  if (code === 'INVALID') return invalid(problems);
  return code === 'NOT_INDEPENDENT' ? notAllowed(sentence) : new DomainError('RULE', sentence);
}
