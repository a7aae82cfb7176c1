import { newId } from '@gt/api';
import { formatDate } from '@gt/contracts/words';
import { SEND, SEND_ITEMS } from '../northmoor/send.ts';
import { actAs, type Company } from './company.ts';
import type { Stage } from './stage.ts';

const MADE = { ago: 45, minute: 20 };

/**
 * A plan beside the large one, for plans side by side: its report is entered by hand as anybody would, the day before
 * the other arrives; its actions are written at once.
 */
export async function addSendPlan(stage: Stage, company: Company): Promise<string> {
  const { fromToday, workingDaysAgo } = stage.time;
  const [start, end] = [fromToday(-110), fromToday(-92)];
  const { planId } = await actAs(stage, company, 'lead', MADE).plans.create({
    plan: {
      name: SEND.name,
      kind: 'SEND_AREA',
      councilName: 'Northmoor City Council',
      trustName: 'Northmoor Children’s Trust',
    },
    inspection: {
      kind: 'SEND_AREA',
      frameworkKey: 'SEND_AREA_2023',
      authority: 'Northmoor',
      inspectionDateText: `${formatDate(start)} to ${formatDate(end)}`,
      startDate: start,
      endDate: end,
      publicationDate: null,
      receivedDate: workingDaysAgo(MADE.ago + 5),
      leadInspector: null,
      urn: null,
      outcome: SEND.outcome,
      answersWith: SEND.answersWith,
      judgements: [],
    },
    recommendations: SEND_ITEMS.map(({ quote, category }) => ({
      quote,
      category,
      leadIn: null,
      page: null,
      judgementAreas: [],
      frameworkRefs: [],
      paragraphs: [],
    })),
    idempotencyKey: 'sample-send-plan',
  });
  await writeActions(stage, company, planId);
  return planId;
}

/** The actions as they stand today, in one statement for all and one for each item's lead. */
async function writeActions(stage: Stage, company: Company, planId: string): Promise<void> {
  const { db } = stage;
  const userId = company.userIds.get('lead') ?? '';
  const at = new Date(`${stage.time.workingDaysAgo(2)}T10:00:00Z`);
  const made = new Date(`${stage.dayOf(MADE)}T10:00:00Z`);
  const day = (from: number) => new Date(stage.time.fromToday(from));
  const items = await db.recommendation.findMany({
    where: { planId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  });
  for (const { id, number } of items) {
    const item = SEND_ITEMS[number - 1];
    if (!item) continue;
    const data = { leadPostId: company.postIds[item.lead], nextActionNumber: item.actions.length + 1 };
    await db.recommendation.update({ where: { id }, data, select: { id: true } });
  }
  await db.action.createMany({
    data: items.flatMap(({ id: recommendationId, number }) =>
      (SEND_ITEMS[number - 1]?.actions ?? []).map((action, index) => ({
        id: newId(),
        planId,
        recommendationId,
        number: index + 1,
        title: action.title,
        successMeasure: action.success,
        teamId: company.teamIds[action.team],
        ownerPostId: company.postIds[action.post],
        acceptance: 'ACCEPTED' as const,
        acceptanceById: userId,
        acceptanceAt: made,
        startDate: day(action.start),
        originalDueDate: day(action.due),
        dueDate: day(action.due),
        status: 'IN_PROGRESS' as const,
        statusChangedAt: made,
        declaredRag: action.rag,
        ragReason: action.reason,
        ragDeclaredAt: at,
        percentComplete: action.percent,
        lastUpdateAt: at,
        createdById: userId,
        createdAt: made,
        changedById: userId,
        changedAt: at,
      })),
    ),
  });
}

/** Work of the large plan that answers this one as well, once all of it is there. */
export async function answerFromLargePlan({ db }: Stage, planId: string, largePlanId: string): Promise<void> {
  const items = await db.recommendation.findMany({ where: { planId }, select: { id: true, number: true } });
  const actions = await db.action.findMany({
    where: { planId: largePlanId, number: 1 },
    select: { id: true, number: true, recommendation: { select: { number: true } } },
  });
  await db.alsoServes.createMany({
    data: items.flatMap(({ id: recommendationId, number }) =>
      (SEND_ITEMS[number - 1]?.answeredBy ?? []).flatMap(([of, action]) =>
        actions
          .filter((one) => one.recommendation.number === of && one.number === action)
          .map(({ id: actionId }) => ({ actionId, recommendationId })),
      ),
    ),
  });
}
