import type {
  BestItemOut,
  EnquiryChoicesInput,
  EnquiryChoicesOut,
  EnquiryListOut,
  EnquiryRow,
} from '@gt/contracts/schemas';
import type { EvidenceKind, EvidenceState, IsoDate, Sensitivity } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { bestEvidence, type EnquiryItem, enquiryReference, evidenceReference } from '@gt/domain/evidence';
import { recommendationReference, recommendationTitle } from '@gt/domain/recommendation';
import { londonDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { IS_ON_RECORD, isAccepted } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';

type RawLine = {
  id: string;
  number: number;
  question: string;
  note: string;
  recommendationIds: string[];
  evidenceIds: string[];
  version: number;
};
type RawProof = {
  id: string;
  number: number;
  title: string;
  shows: string;
  kind: EvidenceKind;
  state: EvidenceState;
  sensitivity: Sensitivity;
  showsImpact: boolean;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  uploadedAt: Date;
  /** Numbers of the recommendations that it is linked to, in order, and their ids in the same order. */
  numbers: number[];
  recommendationIds: string[];
};
type RawRecommendation = { id: string; number: number; quote: string };

/** Lines of enquiry of a plan, each with its best three items. Four statements. Throws NOT_FOUND. */
export async function listEnquiries(db: Db, scope: Scope, planId: string): Promise<EnquiryListOut> {
  const [plan, lines, recommendations, proof] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { name: true } }),
    db.lineOfEnquiry.findMany({
      where: { planId, deletedAt: null },
      orderBy: { number: 'asc' },
      select: {
        id: true,
        number: true,
        question: true,
        note: true,
        recommendationIds: true,
        evidenceIds: true,
        version: true,
      },
    }),
    db.$queryRaw<RawRecommendation[]>`
      SELECT r."id", r."number", r."quote" FROM "recommendation" r
      WHERE r."planId" = ${planId} AND r."deletedAt" IS NULL ORDER BY r."number"`,
    loadProof(db, scope, sql`e."planId" = ${planId}`),
  ]);
  if (!plan) throw notFound('plan');
  return {
    planName: plan.name,
    enquiries: lines.map((line) => toRow(line, recommendations, proof, scope.today)),
  };
}

/** What can be chosen by hand for these recommendations. One statement. */
export async function listChoices(
  db: Db,
  scope: Scope,
  input: EnquiryChoicesInput,
): Promise<EnquiryChoicesOut> {
  const proof = await loadProof(db, scope, sql`e."planId" = ${input.planId}`);
  return proof
    .filter((item) => item.recommendationIds.some((id) => input.recommendationIds.includes(id)))
    .map(({ id, number, title, kind }) => ({ id, reference: evidenceReference(number), title, kind }));
}

/** What counts as proof today, decided in the database; the domain's rule says the same of what comes back. */
function loadProof(db: Db, scope: Scope, where: Sql): Promise<RawProof[]> {
  return db.$queryRaw<RawProof[]>`
    SELECT e."id", e."number", e."title", e."shows", e."kind"::text AS "kind", e."state"::text AS "state",
      e."sensitivity"::text AS "sensitivity", e."showsImpact", e."periodFrom"::text AS "periodFrom",
      e."periodTo"::text AS "periodTo",
      coalesce((SELECT max(v."uploadedAt") FROM "evidence_version" v WHERE v."evidenceId" = e."id"), e."createdAt")
        AS "uploadedAt", links."numbers", links."recommendationIds"
    FROM "evidence" e
    JOIN LATERAL (
      SELECT array_agg(x."number" ORDER BY x."number") AS "numbers",
        array_agg(x."id" ORDER BY x."number") AS "recommendationIds"
      FROM (SELECT DISTINCT r."id", r."number" FROM "evidence_link" l
        JOIN "recommendation" r ON r."id" = l."recommendationId" AND r."deletedAt" IS NULL
        LEFT JOIN "action" a ON a."id" = l."actionId"
        WHERE l."evidenceId" = e."id" AND a."deletedAt" IS NULL) x
    ) links ON links."numbers" IS NOT NULL
    WHERE ${where} AND ${IS_ON_RECORD} AND ${isAccepted(scope)}
    ORDER BY e."number"`;
}

type Candidate = EnquiryItem & { raw: RawProof };

function toRow(
  line: RawLine,
  all: readonly RawRecommendation[],
  proof: readonly RawProof[],
  today: IsoDate,
): EnquiryRow {
  const ids = new Set(line.recommendationIds);
  const candidates = proof
    .filter((item) => item.recommendationIds.some((id) => ids.has(id)))
    .map((raw): Candidate => toCandidate(raw, ids));
  return {
    id: line.id,
    reference: enquiryReference(line.number),
    question: line.question,
    note: line.note,
    recommendations: all
      .filter(({ id }) => ids.has(id))
      .map(({ id, number, quote }) => ({
        id,
        reference: recommendationReference(number),
        title: recommendationTitle(quote),
      })),
    evidenceIds: line.evidenceIds,
    best: bestEvidence(candidates, line.evidenceIds, today).map(({ item, why }) => toBest(item, why)),
    proof: candidates.length,
    version: line.version,
  };
}

function toCandidate(raw: RawProof, of: ReadonlySet<string>): Candidate {
  const { id, number, kind, state, showsImpact, periodTo } = raw;
  return {
    id,
    reference: evidenceReference(number),
    kind,
    state,
    showsImpact,
    periodTo,
    uploadedOn: londonDate(raw.uploadedAt),
    recommendations: raw.numbers
      .filter((_, index) => of.has(raw.recommendationIds[index] ?? ''))
      .map(recommendationReference),
    raw,
  };
}

function toBest({ raw, reference, recommendations }: Candidate, why: string[]): BestItemOut {
  const { id, title, shows, kind, sensitivity, periodFrom, periodTo } = raw;
  return {
    id,
    reference,
    title,
    shows,
    kind,
    sensitivity,
    periodFrom,
    periodTo,
    recommendations: [...recommendations],
    why,
  };
}
