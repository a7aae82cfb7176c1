import { type EvidenceKind, type EvidenceState, formatDate, type IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { evidenceReference } from '@gt/domain/evidence';
import type { ScopeEvidence } from '@gt/domain/pack';
import { referenceAcross } from '@gt/domain/plan';
import { recommendationReference } from '@gt/domain/recommendation';
import { londonDate, toIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** An item of evidence linked to a recommendation in scope, whatever has become of it. */
export type PackEvidenceFacts = ScopeEvidence & {
  id: string;
  kind: EvidenceKind;
  shows: string;
  showsImpact: boolean;
  difference: string;
  source: string;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  /** The newest file of those that the pack may tell of. Size in bytes. */
  file: {
    fileName: string;
    sha256: string;
    size: number;
    uploadedById: string;
    uploadedOn: IsoDate;
  } | null;
  /** The newest answer of a verifier on that file. */
  check: { decision: EvidenceState; checkedById: string; checkedOn: IsoDate } | null;
  /** "Superseded by E14."; '' for nothing. */
  warning: string;
  /** "R3.A2"; live actions only. */
  actionRefs: string[];
};

const EVIDENCE_SELECT = {
  id: true,
  number: true,
  title: true,
  kind: true,
  form: true,
  shows: true,
  showsImpact: true,
  difference: true,
  source: true,
  periodFrom: true,
  periodTo: true,
  validUntil: true,
  supersededById: true,
  sensitivity: true,
  state: true,
  createdAt: true,
  redactedAt: true,
  deletedAt: true,
  versions: {
    orderBy: { number: 'desc' },
    select: {
      number: true,
      fileName: true,
      sha256: true,
      size: true,
      uploadedById: true,
      uploadedAt: true,
      redactedAt: true,
      screenings: {
        orderBy: { rules: 'desc' },
        take: 1,
        select: { outcome: true, total: true, likely: true, unread: true, answer: true },
      },
    },
  },
  checks: {
    orderBy: { checkedAt: 'desc' },
    select: { versionNumber: true, decision: true, checkedById: true, checkedAt: true },
  },
} as const;

type Asked = { today: IsoDate; cutOff: IsoDate | null; ofPlan: string | null };

/**
 * All evidence linked to these recommendations, in order of number: also what is deleted, destroyed or withdrawn,
 * because a pack names what it leaves out. A file that came after the cut-off is not told of; the one before it is.
 * A constant number of statements.
 */
export async function loadScopeEvidence(
  db: Db | Tx,
  { today }: Scope,
  recommendations: readonly { id: string; number: number; planId: string }[],
  cutOff: IsoDate | null,
): Promise<PackEvidenceFacts[]> {
  const numbers = new Map(recommendations.map(({ id, number }) => [id, number]));
  const planId = recommendations[0]?.planId ?? '';
  // What proves an action proves every recommendation that the action answers, also from another plan.
  const serving = await db.alsoServes.findMany({
    where: {
      recommendationId: { in: [...numbers.keys()] },
      action: { deletedAt: null, plan: { deletedAt: null } },
    },
    select: { actionId: true, recommendationId: true },
  });
  const inScope = {
    OR: [
      { recommendationId: { in: [...numbers.keys()] } },
      { actionId: { in: serving.map(({ actionId }) => actionId) } },
    ],
  };
  const rows = await db.evidence.findMany({
    where: { links: { some: inScope } },
    orderBy: { number: 'asc' },
    select: {
      ...EVIDENCE_SELECT,
      planId: true,
      plan: { select: { name: true } },
      links: {
        where: inScope,
        select: {
          recommendationId: true,
          actionId: true,
          action: { select: { number: true, deletedAt: true, recommendation: { select: { number: true } } } },
        },
      },
    },
  });
  const servedBy = Map.groupBy(serving, ({ actionId }) => actionId);
  const successors = await db.evidence.findMany({
    where: { id: { in: rows.flatMap(({ supersededById }) => supersededById ?? []) } },
    select: { id: true, number: true },
  });
  const successorOf = new Map(successors.map(({ id, number }) => [id, evidenceReference(number)]));
  const own = rows.filter((row) => row.planId === planId);
  const others = rows.filter((row) => row.planId !== planId);
  return [...own, ...others].map(({ links, supersededById, planId: standsIn, plan, ...row }) => ({
    ...evidenceOf(row, { today, cutOff, ofPlan: standsIn === planId ? null : plan.name }),
    ...placeOf(links, { numbers, servedBy, ofPlan: standsIn === planId ? null : plan.name }),
    warning: warningOf(row.validUntil, successorOf.get(supersededById ?? ''), today),
  }));
}

type Loaded = {
  number: number;
  versions: {
    number: number;
    fileName: string;
    sha256: string;
    size: bigint;
    uploadedById: string;
    uploadedAt: Date;
    redactedAt: Date | null;
    screenings: (Omit<NonNullable<ScopeEvidence['screening']>, 'unread'> & { unread: string[] })[];
  }[];
  checks: { versionNumber: number; decision: EvidenceState; checkedById: string; checkedAt: Date }[];
  createdAt: Date;
  periodFrom: Date | null;
  periodTo: Date | null;
  redactedAt: Date | null;
  deletedAt: Date | null;
} & Pick<
  PackEvidenceFacts,
  | 'id'
  | 'title'
  | 'kind'
  | 'form'
  | 'shows'
  | 'showsImpact'
  | 'difference'
  | 'source'
  | 'sensitivity'
  | 'state'
>;

function evidenceOf(row: Loaded, { cutOff, ofPlan }: Asked) {
  const { id, title, kind, form, shows, showsImpact, difference, source, sensitivity } = row;
  const isInTime = (at: Date) => cutOff === null || londonDate(at) <= cutOff;
  const version = row.versions.find(({ uploadedAt }) => isInTime(uploadedAt));
  const isNewest = version === row.versions[0];
  const check = row.checks.find(({ versionNumber }) => !version || versionNumber === version.number);
  const [screening] = version?.screenings ?? [];
  const redacted = row.redactedAt ?? version?.redactedAt ?? null;
  return {
    ...{ id, title, kind, form, shows, showsImpact, difference, source, sensitivity },
    reference: referenceAcross(evidenceReference(row.number), ofPlan),
    periodFrom: toIsoDateOrNull(row.periodFrom),
    periodTo: toIsoDateOrNull(row.periodTo),
    // An earlier file stands as its own verifier left it.
    state: isNewest || row.state === 'WITHDRAWN' ? row.state : (check?.decision ?? 'SUBMITTED'),
    redactedOn: redacted && londonDate(redacted),
    deletedOn: row.deletedAt && londonDate(row.deletedAt),
    hasFile: version !== undefined,
    isBeyondCutOff: version === undefined && !isInTime(row.versions.at(-1)?.uploadedAt ?? row.createdAt),
    screening: screening ? { ...screening, unread: screening.unread.length } : null,
    file: version ? fileOf(version) : null,
    check: check
      ? { decision: check.decision, checkedById: check.checkedById, checkedOn: londonDate(check.checkedAt) }
      : null,
  };
}

function fileOf({ fileName, sha256, size, uploadedById, uploadedAt }: Loaded['versions'][number]) {
  return { fileName, sha256, size: Number(size), uploadedById, uploadedOn: londonDate(uploadedAt) };
}

type Link = {
  recommendationId: string;
  actionId: string | null;
  action: { number: number; deletedAt: Date | null; recommendation: { number: number } } | null;
};
type Placing = {
  /** Of the recommendations in scope. */
  numbers: ReadonlyMap<string, number>;
  servedBy: ReadonlyMap<string, { recommendationId: string }[]>;
  ofPlan: string | null;
};

/** What it serves: live links, or what it served once where none is live. */
function placeOf(links: readonly Link[], { numbers, servedBy, ofPlan }: Placing) {
  const live = links.filter((link) => !link.action?.deletedAt);
  const numbersOf = (link: Link) =>
    [link, ...(servedBy.get(link.actionId ?? '') ?? [])].flatMap(
      ({ recommendationId }) => numbers.get(recommendationId) ?? [],
    );
  const actionRefs = live
    .flatMap(({ action }) => (action ? [{ home: action.recommendation.number, number: action.number }] : []))
    .toSorted((a, b) => a.home - b.home || a.number - b.number)
    .map(({ home, number }) => referenceAcross(actionReference(home, number), ofPlan));
  return {
    linkIsGone: live.length === 0,
    recommendationRefs: referencesOf((live.length > 0 ? live : links).flatMap(numbersOf)),
    actionRefs: [...new Set(actionRefs)],
  };
}

/** What everybody who relies on it must be told. */
function warningOf(validUntil: Date | null, successor: string | undefined, today: IsoDate): string {
  const until = toIsoDateOrNull(validUntil);
  const parts = [
    successor ? `Superseded by ${successor}.` : '',
    until !== null && until < today ? `It was valid until ${formatDate(until)}.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function referencesOf(numbers: readonly number[]): string[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b).map(recommendationReference);
}
