import type { EvidenceSampleOut } from '@gt/contracts/schemas';
import type { EvidenceState } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { canCheckSample } from '@gt/domain/evidence';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { loadEvidenceFacts } from './evidence-facts.ts';
import { evidenceColumns, isVisibleEvidence, type RawEvidence, toEvidenceRow } from './evidence-rows.ts';
import { samplePool } from './sample-pool.ts';

type Draw = {
  id: string;
  seed: string;
  size: number;
  pool: number[];
  evidenceIds: string[];
  drawnBy: string | null;
  drawnAt: Date;
};

/** A drawn item with its dip check since the draw, if there was one, and who accepted it before that. */
type RawDrawn = RawEvidence & { sampled: EvidenceState | null; acceptedById: string | null };
type Drawn = NonNullable<EvidenceSampleOut['latest']>['rows'][number];

/** The newest draw of a plan, and how many items could be drawn today. Four statements. */
export async function sampleOf(db: Db, scope: Scope, planId: string): Promise<EvidenceSampleOut> {
  const poolSize = (await samplePool(db, scope, planId)).length;
  const [draw] = await db.$queryRaw<Draw[]>`
    SELECT s."id", s."seed", s."size", s."pool", s."evidenceIds", u."name" AS "drawnBy", s."drawnAt"
    FROM "evidence_sample" s LEFT JOIN "user" u ON u."id" = s."drawnById"
    WHERE s."planId" = ${planId} ORDER BY s."drawnAt" DESC, s."id" DESC LIMIT 1`;
  if (!draw) return { poolSize, latest: null };
  const { evidenceIds, drawnBy, drawnAt, ...rest } = draw;
  const rows = await drawnRows(db, scope, { evidenceIds, drawnAt });
  return { poolSize, latest: { ...rest, drawnBy: drawnBy ?? '', drawnAt: toInstant(drawnAt), rows } };
}

async function drawnRows(
  db: Db,
  scope: Scope,
  { evidenceIds, drawnAt }: Pick<Draw, 'evidenceIds' | 'drawnAt'>,
): Promise<Drawn[]> {
  const raw = await db.$queryRaw<RawDrawn[]>`
    SELECT ${evidenceColumns(scope)},
      (SELECT c."decision"::text FROM "evidence_check" c WHERE c."evidenceId" = e."id" AND c."isSample"
        AND c."checkedAt" >= ${drawnAt} ORDER BY c."checkedAt", c."id" LIMIT 1) AS "sampled",
      (SELECT c."checkedById" FROM "evidence_check" c WHERE c."evidenceId" = e."id" AND c."decision" = 'ACCEPTED'
        AND NOT c."isSample" ORDER BY c."checkedAt" DESC, c."id" DESC LIMIT 1) AS "acceptedById"
    FROM "evidence" e LEFT JOIN "user" u ON u."id" = e."uploadedById"
    WHERE e."id" = ANY(${evidenceIds}::text[]) AND ${isVisibleEvidence(scope)} ORDER BY e."number"`;
  const facts = await loadEvidenceFacts(db, scope, evidenceIds);
  return raw.flatMap(({ sampled, acceptedById, ...row }) => {
    const known = facts.get(row.id);
    if (!known) return [];
    return [
      {
        ...toEvidenceRow(row, scope.today),
        mayCheck: canCheckSample(known.independence, acceptedById),
        outcome: outcomeOf(sampled, row),
      },
    ];
  });
}

/** GONE: it is no longer accepted for another reason, so the dip check has nothing to look at. */
function outcomeOf(sampled: EvidenceState | null, row: RawEvidence): Drawn['outcome'] {
  if (sampled !== null) return sampled === 'RETURNED' ? 'FAILED' : 'UPHELD';
  return row.state === 'ACCEPTED' && row.redactedAt === null ? 'WAITING' : 'GONE';
}
