import type { HandOverLeaverInput, HandOverLeaverOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { addDays } from '@gt/domain/calendar';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { toIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { keepWrites } from '../actions/planned-write.ts';
import { lockManyForWrite } from '../actions/write-action.ts';
import { handOverPost } from './hand-over-post.ts';
import { type HandOverRecord, lastHandOver } from './last-hand-over.ts';
import { loadOwnedActions } from './leaver.repository.ts';
import { planNewOwner } from './plan-new-owner.ts';
import { tellSuccessors } from './tell-successors.ts';

const WHY = 'Handed over: the owner leaves.';

/**
 * Hands over everything that somebody holds, in one transaction: posts on the day after the last one, with a note for
 * each; actions in their own name, shared views and what they followed at once. History keeps the old name. Throws
 * INVALID beside the field, CONFLICT for a post that changed, RULE for a leaver who holds nothing.
 */
export async function handOverLeaver(
  ctx: Context,
  scope: Scope,
  input: HandOverLeaverInput,
): Promise<HandOverLeaverOut> {
  return inTransaction(ctx.db, async (tx) => {
    const intent = { key: input.idempotencyKey, operation: 'teams.handOverLeaver', entityId: newId() };
    if (await claimOnce(tx, scope, intent)) return earlierAnswer(tx, input.userId);
    await checkSuccessors(tx, input);
    const record: HandOverRecord = {
      lastDay: input.lastDay,
      posts: await handOverPosts(tx, scope, input),
      joined: await joinTeams(tx, input),
      actionIds: await handOverActions(tx, scope, input),
      viewIds: await handOverViews(tx, input),
      followedIds: await handOverFollows(tx, scope, input),
      ownedActionsTo: input.ownedActionsTo,
      sharedViewsTo: input.sharedViewsTo,
      followsTo: input.followsTo,
    };
    const { posts, actionIds, viewIds, followedIds } = record;
    if (posts.length + actionIds.length + viewIds.length + followedIds.length === 0) {
      throw new DomainError(
        'RULE',
        'There is nothing to hand over: this person holds no post and owns no action.',
      );
    }
    await recordAudit(tx, scope, {
      action: 'person.handOver',
      entityType: 'USER',
      entityId: input.userId,
      planId: null,
      after: record,
    });
    await tellSuccessors(tx, scope, record);
    return earlierAnswer(tx, input.userId);
  });
}

async function earlierAnswer(tx: Tx, userId: string): Promise<HandOverLeaverOut> {
  const made = await lastHandOver(tx, userId);
  if (!made) throw new DomainError('RULE', 'This hand-over was taken back since. Reload the page.');
  return {
    eventId: String(made.eventId),
    posts: made.posts.length,
    actions: made.actionIds.length,
    views: made.viewIds.length,
    follows: made.followedIds.length,
  };
}

/** Those who take over work here, are somebody else, and may do what they are given. */
async function checkSuccessors(tx: Tx, input: HandOverLeaverInput): Promise<void> {
  const leaver = await tx.user.findUnique({ where: { id: input.userId }, select: { id: true } });
  if (!leaver) throw notFound('person');
  const named = [
    ...input.posts.map(({ postId, successorId }) => ({ field: `successor:${postId}`, successorId })),
    { field: 'ownedActionsTo', successorId: input.ownedActionsTo },
    { field: 'sharedViewsTo', successorId: input.sharedViewsTo },
    { field: 'followsTo', successorId: input.followsTo },
  ];
  const people = await tx.user.findMany({
    where: { id: { in: named.flatMap(({ successorId }) => successorId ?? []) }, deactivatedAt: null },
    select: { id: true, roleGrants: { select: { role: true } } },
  });
  const roles = new Map(people.map((one) => [one.id, one.roleGrants.map((grant) => grant.role)]));
  const problems = named.flatMap(({ field, successorId }) => {
    if (successorId === null) return [];
    const known = roles.get(successorId);
    if (successorId === input.userId)
      return [{ field, message: 'Choose somebody else than the one who leaves.' }];
    if (!known)
      return [{ field, message: 'This account is deactivated or not there any more. Choose somebody else.' }];
    if (field === 'ownedActionsTo' && !holds(known, 'update.create')) {
      return [{ field, message: 'This person cannot own an action. Choose somebody who can update it.' }];
    }
    return [];
  });
  if (problems.length > 0) throw invalid(problems);
}

async function handOverPosts(
  tx: Tx,
  scope: Scope,
  input: HandOverLeaverInput,
): Promise<HandOverRecord['posts']> {
  const done: HandOverRecord['posts'] = [];
  for (const { postId, version, successorId, note } of input.posts.toSorted((a, b) =>
    a.postId.localeCompare(b.postId),
  )) {
    const holding = await tx.postHolding.findFirst({
      where: { postId, userId: input.userId },
      orderBy: { fromDate: 'desc' },
      select: { toDate: true, post: { select: { title: true, version: true } } },
    });
    if (!holding) throw notFound('post');
    const { title } = holding.post;
    const written = await tx.post.updateMany({
      where: { id: postId, version },
      data: { version: { increment: 1 } },
    });
    if (written.count === 0) throw await staleWrite(tx, 'POST', postId, holding.post.version, { title });
    const { previous, next } = await handOverPost(tx, {
      postId,
      userId: successorId,
      fromDate: addDays(input.lastDay, 1),
      note,
    });
    await recordAudit(tx, scope, {
      action: 'post.setHolder',
      entityType: 'POST',
      entityId: postId,
      planId: null,
      before: { holder: previous },
      after: { holder: next, fromDate: addDays(input.lastDay, 1), note },
    });
    done.push({ postId, title, successorId, until: toIsoDateOrNull(holding.toDate) });
  }
  return done;
}

/** Whoever takes over a post works in its team from now on: without that they could answer for nothing in it. */
async function joinTeams(tx: Tx, { posts }: HandOverLeaverInput): Promise<HandOverRecord['joined']> {
  const teams = await tx.post.findMany({
    where: { id: { in: posts.map(({ postId }) => postId) } },
    select: { id: true, teamId: true },
  });
  const teamOf = new Map(teams.map(({ id, teamId }) => [id, teamId]));
  const wanted = posts.flatMap(({ postId, successorId: userId }) => {
    const teamId = teamOf.get(postId);
    return userId !== null && teamId !== undefined ? [{ userId, teamId }] : [];
  });
  if (wanted.length === 0) return [];
  return tx.teamMembership.createManyAndReturn({
    data: wanted,
    skipDuplicates: true,
    select: { userId: true, teamId: true },
  });
}

async function handOverActions(tx: Tx, scope: Scope, input: HandOverLeaverInput): Promise<string[]> {
  const owned = await loadOwnedActions(tx, input.userId);
  const rows = await lockManyForWrite(
    tx,
    owned.map(({ id }) => id),
  );
  const planned = rows
    .filter((row) => row.ownerUserId === input.userId)
    .map((row) => planNewOwner(row, input.ownedActionsTo, WHY));
  await keepWrites(tx, scope, planned);
  return planned.map(({ row }) => row.id);
}

async function handOverViews(tx: Tx, input: HandOverLeaverInput): Promise<string[]> {
  if (input.sharedViewsTo === null) return [];
  const moved = await tx.savedView.updateManyAndReturn({
    where: { ownerId: input.userId, isShared: true, deletedAt: null },
    data: { ownerId: input.sharedViewsTo, version: { increment: 1 } },
    select: { id: true },
  });
  return moved.map(({ id }) => id);
}

async function handOverFollows(tx: Tx, scope: Scope, input: HandOverLeaverInput): Promise<string[]> {
  const userId = input.followsTo;
  if (userId === null) return [];
  const follows = await tx.actionFollow.findMany({
    where: { userId: input.userId },
    select: { actionId: true },
  });
  const added = await tx.actionFollow.createManyAndReturn({
    data: follows.map(({ actionId }) => ({ actionId, userId, since: scope.now })),
    skipDuplicates: true,
    select: { actionId: true },
  });
  return added.map(({ actionId }) => actionId);
}
