import type { EvidenceRef } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { canReadEvidence, type Decision, type EvidenceRecord } from '@gt/domain/authz';
import { evidenceReference } from '@gt/domain/evidence';
import { toIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { type EvidenceFacts, loadEvidenceFacts } from './evidence-facts.ts';

const EVIDENCE_WRITE_SELECT = {
  id: true,
  planId: true,
  number: true,
  title: true,
  kind: true,
  shows: true,
  showsImpact: true,
  difference: true,
  periodFrom: true,
  periodTo: true,
  source: true,
  authorPost: true,
  sensitivity: true,
  validUntil: true,
  form: true,
  supersededById: true,
  state: true,
  redactedAt: true,
  version: true,
  versions: {
    select: { number: true, redactedAt: true },
    orderBy: { number: 'desc' as const },
    take: 1,
  },
} as const;

function findEvidence(tx: Pick<Tx, 'evidence'>, evidenceId: string) {
  return tx.evidence.findFirst({
    where: { id: evidenceId, deletedAt: null, plan: { deletedAt: null } },
    select: EVIDENCE_WRITE_SELECT,
  });
}

type EvidenceRecordRow = NonNullable<Awaited<ReturnType<typeof findEvidence>>>;
/** A live item with everything a write may look at. */
export type EvidenceForWrite = EvidenceRecordRow & { facts: EvidenceFacts };

/** The fields a person can change, by the schema's names: for conflicts and for the audit. */
export function evidenceValues(row: EvidenceRecordRow) {
  return {
    title: row.title,
    kind: row.kind,
    shows: row.shows,
    showsImpact: row.showsImpact,
    difference: row.difference,
    periodFrom: toIsoDateOrNull(row.periodFrom),
    periodTo: toIsoDateOrNull(row.periodTo),
    source: row.source,
    authorPost: row.authorPost,
    sensitivity: row.sensitivity,
    validUntil: toIsoDateOrNull(row.validUntil),
    state: row.state,
  };
}

/** What the record says at this moment, kept with each version so that two can be compared. */
export function evidenceDetails(row: EvidenceRecordRow): Record<string, unknown> {
  const { state: _state, ...facts } = evidenceValues(row);
  return facts;
}

/** Loads an item the person may see; NOT_FOUND otherwise, NOT_ALLOWED with the reason of `right`. */
export async function loadEvidence(
  tx: Pick<Tx, 'evidence' | '$queryRaw'>,
  scope: Scope,
  evidenceId: string,
  right?: (scope: Scope, record: EvidenceRecord) => Decision,
): Promise<EvidenceForWrite> {
  const row = await findEvidence(tx, evidenceId);
  const facts = row && (await loadEvidenceFacts(tx, scope, [evidenceId])).get(evidenceId);
  if (!facts || !canReadEvidence(scope, facts.record).ok) throw notFound('evidence');
  const decision = right?.(scope, facts.record);
  if (decision && !decision.ok) throw notAllowed(decision.reason);
  if (row.redactedAt !== null) {
    throw new DomainError('RULE', 'This evidence was destroyed, so nothing about it can be changed.');
  }
  return { ...row, facts };
}

/** As `loadEvidence`, and CONFLICT when it changed since `version` was read. */
export async function loadEvidenceForWrite(
  tx: Tx,
  scope: Scope,
  at: { evidenceId: string; version: number },
  right?: (scope: Scope, record: EvidenceRecord) => Decision,
): Promise<EvidenceForWrite> {
  const row = await loadEvidence(tx, scope, at.evidenceId, right);
  if (row.version !== at.version) throw await staleEvidence(tx, row);
  return row;
}

/** Refuses what can no longer be done to a withdrawn item. */
export function assertNotWithdrawn(row: Pick<EvidenceForWrite, 'state'>): void {
  if (row.state === 'WITHDRAWN') {
    throw new DomainError(
      'RULE',
      'This evidence was withdrawn, so it can no longer be changed. Add it as a new item.',
    );
  }
}

/** Writes at the version the row was read with: of any number of racers one wins, the others get CONFLICT. */
export async function writeEvidence(
  tx: Tx,
  scope: Scope,
  row: EvidenceForWrite,
  data: Omit<Parameters<Tx['evidence']['updateMany']>[0]['data'], 'version' | 'changedById' | 'changedAt'>,
): Promise<EvidenceRef> {
  const written = await tx.evidence.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...data, version: { increment: 1 }, changedById: scope.userId, changedAt: scope.now },
  });
  if (written.count === 0) {
    const now = await findEvidence(tx, row.id);
    throw now ? await staleEvidence(tx, now) : notFound('evidence');
  }
  const state = (data as { state?: EvidenceRef['state'] }).state ?? row.state;
  return { ...evidenceRefOf(row), state, version: row.version + 1 };
}

export function evidenceRefOf(row: EvidenceRecordRow): EvidenceRef {
  return { id: row.id, reference: evidenceReference(row.number), state: row.state, version: row.version };
}

export function staleEvidence(tx: Tx, row: EvidenceRecordRow): Promise<DomainError> {
  return staleWrite(tx, 'EVIDENCE', row.id, row.version, evidenceValues(row));
}
