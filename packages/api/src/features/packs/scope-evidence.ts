import type { EvidenceKind, EvidenceState, IsoDate, Sensitivity } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { evidenceReference } from '@gt/domain/evidence';
import type { ScopeEvidence } from '@gt/domain/pack';
import { recommendationReference } from '@gt/domain/recommendation';
import { londonDate, toIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** An item of evidence linked to a recommendation in scope, whatever has become of it. */
export type PackEvidenceFacts = ScopeEvidence & {
  id: string;
  kind: EvidenceKind;
  shows: string;
  source: string;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  state: EvidenceState;
  sensitivity: Sensitivity;
  /** The newest file. Size in bytes. */
  file: { fileName: string; sha256: string; size: number } | null;
  /** The newest answer of a verifier. */
  check: { decision: EvidenceState; checkedById: string; checkedOn: IsoDate } | null;
  /** "R3.A2"; live actions only. */
  actionRefs: string[];
};

const EVIDENCE_SELECT = {
  id: true,
  number: true,
  title: true,
  kind: true,
  shows: true,
  source: true,
  periodFrom: true,
  periodTo: true,
  sensitivity: true,
  state: true,
  redactedAt: true,
  deletedAt: true,
  versions: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { fileName: true, sha256: true, size: true, redactedAt: true },
  },
  checks: {
    orderBy: { checkedAt: 'desc' },
    take: 1,
    select: { decision: true, checkedById: true, checkedAt: true },
  },
} as const;

/**
 * All evidence linked to these recommendations, in order of number: also what is deleted, destroyed or withdrawn,
 * because a pack names what it leaves out. A constant number of statements.
 */
export async function loadScopeEvidence(
  db: Db | Tx,
  _scope: Scope,
  recommendations: readonly { id: string; number: number }[],
): Promise<PackEvidenceFacts[]> {
  const numbers = new Map(recommendations.map(({ id, number }) => [id, number]));
  const inScope = { recommendationId: { in: [...numbers.keys()] } };
  const rows = await db.evidence.findMany({
    where: { links: { some: inScope } },
    orderBy: { number: 'asc' },
    select: {
      ...EVIDENCE_SELECT,
      links: {
        where: inScope,
        select: { recommendationId: true, action: { select: { number: true, deletedAt: true } } },
      },
    },
  });
  return rows.map(({ number, versions, checks, links, redactedAt, deletedAt, ...row }) => {
    const [version] = versions;
    const [check] = checks;
    const live = links.filter((link) => !link.action?.deletedAt);
    const numberOf = (link: { recommendationId: string }) => numbers.get(link.recommendationId) ?? 0;
    const redacted = redactedAt ?? version?.redactedAt ?? null;
    const actionRefs = live
      .toSorted((a, b) => numberOf(a) - numberOf(b) || (a.action?.number ?? 0) - (b.action?.number ?? 0))
      .flatMap((link) => (link.action ? [actionReference(numberOf(link), link.action.number)] : []));
    return {
      ...row,
      reference: evidenceReference(number),
      periodFrom: toIsoDateOrNull(row.periodFrom),
      periodTo: toIsoDateOrNull(row.periodTo),
      redactedOn: redacted && londonDate(redacted),
      deletedOn: deletedAt && londonDate(deletedAt),
      hasFile: version !== undefined,
      linkIsGone: live.length === 0,
      recommendationRefs: referencesOf((live.length > 0 ? live : links).map(numberOf)),
      file: version
        ? { fileName: version.fileName, sha256: version.sha256, size: Number(version.size) }
        : null,
      check: check
        ? {
            decision: check.decision,
            checkedById: check.checkedById,
            checkedOn: londonDate(check.checkedAt),
          }
        : null,
      actionRefs: [...new Set(actionRefs)],
    };
  });
}

function referencesOf(numbers: readonly number[]): string[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b).map(recommendationReference);
}
