import { aMeasure } from './measure-rows.ts';
import type { World } from './world.ts';

/** Words that stand only in records which the partner may not see. */
export const MARK = 'Wren-in-the-hedge';

/** Identifiers of every marked record, under the names that inputs give them; unknown names are dropped by schemas. */
export type MarkedIds = Record<string, string>;

/**
 * Fills everything the partner may not see with marked words: an action and all that hangs on it, a recommendation
 * without an action of theirs, a plan without them, a team, a post, a request to destroy, a draft.
 */
export async function plantMarked(world: World): Promise<{
  ids: MarkedIds;
  /** The partner's own evidence, linked to one marked action beside their own. */
  sharedIds: MarkedIds;
  actionReference: string;
}> {
  const { db, people, plan } = world;
  const team = await db.team.create({ data: { name: `${MARK} team` }, select: { id: true } });
  const post = await db.post.create({
    data: { title: `${MARK} post`, teamId: team.id },
    select: { id: true },
  });
  const hidden = plan.recommendationIds[1] ?? '';
  await db.recommendation.update({
    where: { id: hidden },
    data: { quote: MARK, goodLooksLike: MARK, closureTest: MARK },
    select: { id: true },
  });
  const action = await world.action('other', {
    recommendationId: hidden,
    teamId: team.id,
    ownerPostId: post.id,
    title: MARK,
    detail: MARK,
    successMeasure: MARK,
    ragReason: MARK,
    statusReason: MARK,
  });
  const updateId = await world.update(action.id, people.manager, MARK);
  const commentId = await markedComment(world, action);
  await db.dateRevision.create({
    data: { actionId: action.id, reason: MARK, changedById: people.lead.userId },
    select: { id: true },
  });
  const evidence = await markedEvidence(world, action);
  const shared = await sharedEvidence(world, action);
  const measureId = await markedMeasure(world, shared.actionId);
  await markedDates(world);
  const elsewhere = await world.makePlan();
  await db.plan.update({
    where: { id: elsewhere.planId },
    data: { name: MARK, councilName: MARK },
    select: { id: true },
  });
  await world.callerAs(people.lead).redactions.request({
    entity: 'PROGRESS_UPDATE',
    entityId: updateId,
    reason: `${MARK}, said too much`.slice(0, 20),
    idempotencyKey: `${MARK}-1`,
  });
  await world.callerAs(people.lead).account.saveDraft({
    key: `update:${action.id}`,
    entityType: 'ACTION',
    entityId: action.id,
    body: { whatHappened: MARK },
  });
  const ids = {
    planId: plan.planId,
    actionId: action.id,
    evidenceId: evidence.evidenceId,
    versionId: evidence.versionId,
    recommendationId: hidden,
    entityId: action.id,
    inspectionId: elsewhere.inspectionId,
    clockId: elsewhere.clockId,
    commentId,
    measureId,
  };
  const sharedIds = { evidenceId: shared.evidenceId, versionId: shared.versionId, actionId: shared.actionId };
  return { ids, sharedIds, actionReference: action.reference };
}

/** A comment, of which the partner was told while the action was still theirs to see; the inbox must not tell it now. */
async function markedComment({ db, people, plan }: World, action: Target): Promise<string> {
  const { id } = await db.actionComment.create({
    data: { actionId: action.id, authorId: people.manager.userId, body: MARK },
    select: { id: true },
  });
  await db.notification.create({
    data: {
      userId: people.partner.userId,
      kind: 'MENTIONED',
      planId: plan.planId,
      actionId: action.id,
      sourceId: id,
      actorName: MARK,
    },
    select: { id: true },
  });
  return id;
}

/** A measure that makes the partner's own action amber: they see that, and not which measure it is. */
async function markedMeasure(world: World, actionId: string): Promise<string> {
  const cell = { world, on: 'other', person: world.people.lead } as const;
  const { measureId } = await aMeasure(cell, { name: MARK, comment: MARK });
  await world.db.measure.update({
    where: { id: measureId },
    data: { movement: 'AWAY' },
    select: { id: true },
  });
  await world.db.actionMeasure.create({ data: { measureId, actionId }, select: { measureId: true } });
  return measureId;
}

type Target = { id: string; recommendationId: string };

async function markedEvidence(world: World, action: Target) {
  const { db, people } = world;
  const evidence = await world.evidence('other', { title: MARK });
  await db.evidenceLink.create({
    data: { evidenceId: evidence.evidenceId, ...linkTo(action), linkedById: people.lead.userId },
    select: { id: true },
  });
  await db.evidenceCheck.create({
    data: {
      evidenceId: evidence.evidenceId,
      versionNumber: 1,
      decision: 'RETURNED',
      reason: MARK,
      checkedById: people.verifier.userId,
    },
    select: { id: true },
  });
  return evidence;
}

/** The partner's own evidence, which the lead has linked to the marked action as well: the link's words stay hidden. */
async function sharedEvidence(world: World, action: Target) {
  const own = await world.evidence('own');
  const { evidenceId, version } = own;
  await world.callerAs(world.people.lead).evidence.link({ evidenceId, version, actionIds: [action.id] });
  return own;
}

const linkTo = (action: Target) => ({ actionId: action.id, recommendationId: action.recommendationId });

/** A date in the calendar of the plan and an approval gate of its clock. */
async function markedDates({ db, people, plan }: World): Promise<void> {
  const on = new Date('2026-03-20');
  const createdById = people.lead.userId;
  await db.planDate.create({
    data: {
      planId: plan.planId,
      kind: 'OTHER',
      title: MARK,
      note: MARK,
      fromDate: on,
      untilDate: on,
      createdById,
    },
    select: { id: true },
  });
  await db.clockGate.create({
    data: { clockId: plan.clockId, position: 0, name: MARK, dueDate: on },
    select: { id: true },
  });
}
