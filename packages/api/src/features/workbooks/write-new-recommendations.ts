import type { Tx } from '@gt/db';
import { recommendationReference, validateRecommendation } from '@gt/domain/recommendation';
import type { Judgement } from '@gt/domain/workbook';
import { recordAudits } from '../../core/audit.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';

export type NewRecommendations = {
  /** By the key of the words: the plan's own, or the one made now. */
  ids: ReadonlyMap<string, string>;
  written: { id: string; version: number }[];
};

/** Makes the recommendations that rows name and the plan has not, in the order of the workbook, with the plan's test. */
export async function writeNewRecommendations(
  tx: Tx,
  scope: Scope,
  { planId }: { planId: string },
  { rows, recommendations }: Judgement,
): Promise<NewRecommendations> {
  const ids = new Map<string, string>();
  for (const { key, recommendationId } of recommendations)
    if (recommendationId) ids.set(key, recommendationId);
  const used = new Set(
    rows.flatMap(({ outcome, under }) =>
      outcome === 'CREATE' || outcome === 'RECOMMENDATION' ? [under] : [],
    ),
  );
  const wanted = recommendations.filter(
    ({ key, recommendationId }) => recommendationId === null && used.has(key),
  );
  if (wanted.length === 0) return { ids, written: [] };
  for (const { words } of wanted) {
    const [problem] = validateRecommendation({ quote: words });
    if (problem) throw new DomainError('RULE', `“${words.slice(0, 80)}…”: ${problem.message}.`);
  }
  const plan = await tx.plan.update({
    where: { id: planId },
    data: { nextRecommendationNumber: { increment: wanted.length } },
    select: {
      nextRecommendationNumber: true,
      minEvidenceKinds: true,
      newestWithinDays: true,
      requireImpact: true,
    },
  });
  const { nextRecommendationNumber, ...evidenceTest } = plan;
  const first = nextRecommendationNumber - wanted.length;
  const inspections = await tx.inspection.findMany({ where: { planId }, select: { id: true }, take: 2 });
  const made = wanted.map(({ key, words }, at) => ({ key, words, id: newId(), number: first + at }));
  await tx.recommendation.createMany({
    data: made.map(({ id, words, number }) => ({
      id,
      planId,
      // With several inspections nobody can say which one it came from.
      inspectionId: inspections.length === 1 ? (inspections[0]?.id ?? null) : null,
      number,
      quote: words,
      judgementAreas: [],
      frameworkRefs: [],
      ...evidenceTest,
      createdAt: scope.now,
    })),
  });
  await recordAudits(
    tx,
    scope,
    made.map(({ id, words, number }) => ({
      action: 'recommendation.create',
      entityType: 'RECOMMENDATION',
      entityId: id,
      planId,
      after: { reference: recommendationReference(number), quote: words },
    })),
  );
  for (const { key, id } of made) ids.set(key, id);
  return { ids, written: made.map(({ id }) => ({ id, version: 1 })) };
}
