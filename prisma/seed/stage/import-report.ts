import { formatDate } from '@gt/contracts/words';
import { makeSampleReport } from '@gt/intake/testing';
import {
  type AnyRecommendationKey,
  LETTER,
  LETTER_KEYS,
  LETTER_LEAD_IN,
  RECOMMENDATION_KEYS,
  RECOMMENDATIONS,
  type RecommendationKey,
} from '../northmoor/recommendations.ts';
import { REPORT } from '../northmoor/report.ts';
import { actAs, type Company, uploadAs } from './company.ts';
import type { Stage } from './stage.ts';

/** Working days ago on which the council received the report: a clock of 70 has 25 left. */
export const RECEIVED = 45;
const CONFIRMED = { ago: 44, minute: 60 };

export type ImportedPlan = { planId: string; recommendationIds: Readonly<Record<RecommendationKey, string>> };

/** With what was entered by hand from the letter of a later visit. */
export type WholePlan = { planId: string; recommendationIds: Readonly<Record<AnyRecommendationKey, string>> };

/** The report as the inspectorate sends it, dated from today. */
export function printReport(stage: Stage): { bytes: Uint8Array; fileName: string } {
  const { fromToday, workingDaysAgo } = stage.time;
  const startEnd = `${formatDate(fromToday(-132))} to ${formatDate(fromToday(-121))}`;
  const published = formatDate(workingDaysAgo(RECEIVED));
  const bytes = makeSampleReport({ ...REPORT, startEnd, published });
  return { bytes, fileName: 'Northmoor City Council - inspection report.pdf' };
}

/** Imports the report through its real way: the file, what was read, what the programme lead adds and corrects. */
export async function importReport(stage: Stage, company: Company): Promise<ImportedPlan> {
  const { bytes, fileName } = printReport(stage);
  const arrived = { ago: CONFIRMED.ago, minute: 30 };
  const file = { path: '/files/imports', fileName, bytes };
  const { importId } = (await uploadAs(stage, company, 'lead', arrived, file)) as { importId: string };
  const caller = actAs(stage, company, 'lead', CONFIRMED);
  const { reading } = await caller.imports.get({ importId });
  if (!reading) throw new Error('The sample report could not be read.');
  const { plan, inspection, recommendations } = reading.proposal;
  if (recommendations.length !== RECOMMENDATION_KEYS.length) {
    throw new Error(`${recommendations.length} recommendations were read from the sample report.`);
  }
  const { planId } = await caller.imports.confirm({
    importId,
    plan: { ...plan, trustName: 'Northmoor Children’s Trust' },
    inspection: {
      ...inspection,
      kind: inspection.kind ?? 'ILACS_STANDARD',
      frameworkKey: inspection.frameworkKey ?? 'ILACS_2026',
      receivedDate: stage.time.workingDaysAgo(RECEIVED),
    },
    recommendations: recommendations.map((draft, index) => {
      const key = RECOMMENDATION_KEYS[index];
      return key ? { ...draft, judgementAreas: [...RECOMMENDATIONS[key].judgementAreas] } : draft;
    }),
  });
  return { planId, recommendationIds: await agreeTests(stage, company, planId) };
}

/** Lead, what good looks like and the closure test: agreed in the first days, since a report never has them. */
async function agreeTests(stage: Stage, company: Company, planId: string) {
  const caller = actAs(stage, company, 'lead', { ago: 43, minute: 45 });
  const rows = await stage.db.recommendation.findMany({
    where: { planId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, version: true },
  });
  const ids: [RecommendationKey, string][] = [];
  for (const row of rows) {
    const key = RECOMMENDATION_KEYS[row.number - 1];
    if (!key) continue;
    ids.push([key, row.id]);
    const { lead, judgementAreas, ...facts } = RECOMMENDATIONS[key];
    await caller.recommendations.edit({
      recommendationId: row.id,
      version: row.version,
      leadPostId: lead === null ? null : company.postIds[lead],
      judgementAreas: [...judgementAreas],
      ...facts,
    });
  }
  return Object.fromEntries(ids) as Record<RecommendationKey, string>;
}

/** Enters by hand what the letter of a visit asks for, with what is agreed for each. */
export async function addLetter(stage: Stage, company: Company, plan: ImportedPlan): Promise<WholePlan> {
  const { planId } = plan;
  const caller = actAs(stage, company, 'lead', { ago: 43, minute: 60 });
  const ids: [AnyRecommendationKey, string][] = [];
  for (const key of LETTER_KEYS) {
    const { quote, lead, judgementAreas, ...facts } = LETTER[key];
    const { recommendationId } = await caller.recommendations.add({
      planId,
      quote,
      leadIn: LETTER_LEAD_IN,
      page: null,
      judgementAreas: [],
      frameworkRefs: [],
      idempotencyKey: `sample-letter-${key}`,
    });
    await caller.recommendations.edit({
      recommendationId,
      version: 1,
      leadPostId: lead === null ? null : company.postIds[lead],
      judgementAreas: [...judgementAreas],
      ...facts,
    });
    ids.push([key, recommendationId]);
  }
  const added = Object.fromEntries(ids) as Record<AnyRecommendationKey, string>;
  return { planId, recommendationIds: { ...plan.recommendationIds, ...added } };
}
