import { newId } from '@gt/api';
import { DELIVERY_STATUSES, PRIORITIES, type Rag } from '@gt/contracts/words';
import type { Scenario } from '../load-scenario.ts';
import { FOSTERING } from '../northmoor/actions/fostering.ts';
import { PARTNERSHIP } from '../northmoor/actions/partnership.ts';
import { RECOMMENDATION_KEYS } from '../northmoor/recommendations.ts';
import type { Company } from '../stage/company.ts';
import { type ImportedPlan, importReport } from '../stage/import-report.ts';
import { setUpPeople } from '../stage/set-up-people.ts';
import type { Stage } from '../stage/stage.ts';
import { instantOn } from '../stage/timetable.ts';
import { addParts } from './many-parts.ts';

const BATCH = 2_000;
const TITLES = [...PARTNERSHIP, ...FOSTERING].map((story) => story.title);
const DECLARED: readonly Rag[] = ['GREEN', 'GREEN', 'AMBER', 'GREEN', 'RED'];

/**
 * The same people and report with a list of so many actions, their updates and evidence, for measuring
 * (`npm start -- --actions 2000`). The rows are written in batches rather
 * than by the use-cases, which would take minutes for what only has to be long; no history stands behind them.
 */
export function manyActions(count: number): Scenario {
  return async (stage) => {
    const company = await setUpPeople(stage);
    const plan = await importReport(stage, company);
    const rows = Array.from({ length: count }, (_, index) => oneOfMany(stage, company, plan, index));
    for (let from = 0; from < count; from += BATCH) {
      await stage.db.action.createMany({ data: rows.slice(from, from + BATCH) });
    }
    await addParts({ stage, plan, authorId: company.userIds.get('lead') ?? '' }, rows);
    for (const [index, key] of RECOMMENDATION_KEYS.entries()) {
      await stage.db.recommendation.update({
        where: { id: plan.recommendationIds[key] },
        data: { nextActionNumber: numberUnder(count + RECOMMENDATION_KEYS.length - 1 - index) + 1 },
        select: { id: true },
      });
    }
  };
}

/** Actions go round the recommendations in turn: the n-th of the plan is this number under its own. */
function numberUnder(index: number): number {
  return Math.floor(index / RECOMMENDATION_KEYS.length) + 1;
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function oneOfMany(stage: Stage, company: Company, plan: ImportedPlan, index: number) {
  const { fromToday, workingDaysAgo } = stage.time;
  const teams = Object.values(company.teamIds);
  const posts = Object.values(company.postIds);
  const leadId = company.userIds.get('lead') ?? '';
  const status = pick(DELIVERY_STATUSES, index * 7 + Math.floor(index / 11));
  const isRated = status !== 'NOT_STARTED' && status !== 'CANCELLED';
  // Primes keep the columns from going in step, so that every filter finds some of everything.
  const dueDate = new Date(fromToday(((index * 13) % 120) - 30));
  const madeAt = instantOn(workingDaysAgo(42), index % 400);
  const saidAt = instantOn(workingDaysAgo(1 + ((index * 3) % 20)), index % 400);
  return {
    id: newId(),
    planId: plan.planId,
    recommendationId: plan.recommendationIds[pick(RECOMMENDATION_KEYS, index)],
    number: numberUnder(index),
    title: `${pick(TITLES, index)} (${index + 1})`,
    teamId: pick(teams, index * 5),
    acceptance: index % 23 === 0 ? ('OFFERED' as const) : ('ACCEPTED' as const),
    acceptanceById: leadId,
    acceptanceAt: madeAt,
    ownerPostId: index % 17 === 0 ? null : pick(posts, index),
    startDate: new Date(fromToday(-55)),
    originalDueDate: dueDate,
    dueDate,
    successMeasure: 'A figure that a board can read.',
    priority: pick(PRIORITIES, index),
    status,
    statusChangedAt: madeAt,
    declaredRag: status === 'CLOSED' ? ('BLUE' as const) : isRated ? pick(DECLARED, index * 3) : 'NONE',
    ragReason: isRated ? 'As last said.' : '',
    percentComplete: isRated ? (index * 10) % 101 : 0,
    lastUpdateAt: isRated ? saidAt : null,
    closedAt: status === 'CLOSED' ? saidAt : null,
    createdById: leadId,
    createdAt: madeAt,
    changedById: leadId,
    changedAt: saidAt,
  };
}
