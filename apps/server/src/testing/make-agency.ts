import type { Db } from '@gt/db';
import type { TestServer } from './start-test-server.ts';

export type AgencyPlan = {
  planId: string;
  teamId: string;
  /** Given to the agency; a second of which it is the partner; one of another team; one of another plan. */
  actions: { given: string; partnered: string; others: string; elsewhere: string };
};

/** Words that no link may show. */
export const MARK = 'Wren-in-the-hedge';

/**
 * A plan on which Police works, with everything that is not theirs marked, and another plan in which they have an
 * action too.
 */
export async function makeAgency(db: Db, userId: string): Promise<AgencyPlan> {
  const police = await team(db, 'Police', 'PARTNER_AGENCY');
  const hidden = await team(db, MARK, 'INTERNAL');
  const plan = await aPlan(db, userId, MARK);
  const other = await aPlan(db, userId, `${MARK} 2`);
  const of = (more: Record<string, unknown>, at = plan) => anAction(db, userId, at, more);
  const given = await of({
    teamId: police,
    title: 'Answer strategy discussions in a day',
    dueDate: new Date('2027-01-29'),
  });
  const partnered = await of({
    teamId: hidden,
    partnerTeamId: police,
    title: 'Share missing reports',
    detail: 'Every morning',
  });
  const others = await of({ teamId: hidden, title: MARK, detail: MARK, successMeasure: MARK });
  const elsewhere = await of({ teamId: police, title: MARK }, other);
  await markAround(db, userId, partnered);
  return { planId: plan.planId, teamId: police, actions: { given, partnered, others, elsewhere } };
}

async function team(db: Db, name: string, kind: 'INTERNAL' | 'PARTNER_AGENCY'): Promise<string> {
  return (await db.team.create({ data: { name, kind }, select: { id: true } })).id;
}

type At = { planId: string; recommendationId: string };

async function aPlan(db: Db, createdById: string, name: string): Promise<At> {
  const plan = await db.plan.create({
    data: { name, councilName: MARK, trustName: 'Northmoor Children’s Trust', createdById },
    select: { id: true },
  });
  const { id: recommendationId } = await db.recommendation.create({
    data: { planId: plan.id, number: 1, quote: MARK, goodLooksLike: MARK },
    select: { id: true },
  });
  return { planId: plan.id, recommendationId };
}

async function anAction(db: Db, userId: string, at: At, more: Record<string, unknown>): Promise<string> {
  const { nextActionNumber } = await db.recommendation.update({
    where: { id: at.recommendationId },
    data: { nextActionNumber: { increment: 1 } },
    select: { nextActionNumber: true },
  });
  const data = {
    ...at,
    number: nextActionNumber - 1,
    title: MARK,
    createdById: userId,
    changedById: userId,
    ...more,
  };
  return (await db.action.create({ data, select: { id: true } })).id;
}

/** Words of colleagues on an action that the agency does see. */
async function markAround(db: Db, userId: string, actionId: string): Promise<void> {
  await db.action.update({
    where: { id: actionId },
    data: {
      ragReason: MARK,
      statusReason: MARK,
      acceptanceNote: MARK,
      mismatchReason: MARK,
      ownerUserId: userId,
    },
    select: { id: true },
  });
  await db.actionComment.create({ data: { actionId, authorId: userId, body: MARK }, select: { id: true } });
  await db.milestone.create({
    data: {
      actionId,
      title: MARK,
      dueDate: new Date('2027-01-15'),
      createdById: userId,
      changedById: userId,
    },
    select: { id: true },
  });
  await db.progressUpdate.create({
    data: {
      actionId,
      authorId: userId,
      whatHappened: MARK,
      difference: MARK,
      inTheWay: MARK,
      next: MARK,
      rag: 'GREEN',
      ragReason: MARK,
      percentComplete: 20,
    },
    select: { id: true },
  });
}

/** A link as the lead gets it without mail; answers its secret and id. */
export async function makeLink(
  server: TestServer,
  cookie: string,
  { planId, teamId }: Pick<AgencyPlan, 'planId' | 'teamId'>,
): Promise<{ secret: string; linkId: string }> {
  const json = {
    planId,
    teamId,
    email: `inspector.${crypto.randomUUID().slice(0, 8)}@police.example`,
    name: 'Partnership Inspector',
    days: 7,
    idempotencyKey: crypto.randomUUID(),
  };
  const answer = await server.call('/trpc/updateLinks.create', { cookie, json });
  const { link, linkId } = (await answer.json()).result.data;
  return { secret: String(link).split('#')[1] ?? '', linkId };
}
