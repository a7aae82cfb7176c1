import type { AskedPerson, NudgeInput, NudgeOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { type NudgeOutcome, nobodyAskedWords, nudgeWords } from '@gt/domain/reminder';
import { listWords } from '@gt/domain/wording';
import { recordAudits } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { liveInbox } from '../../core/live.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { nudgeSource } from './nudge-source.ts';
import { loadAsked, reviewOf, selectWanted } from './updates-wanted.repository.ts';

type Wanted = { actionId: string; reference: string; postTitle: string | null };
type ToAsk = { person: AskedPerson; actions: Wanted[] };

/**
 * Asks those who answer for these actions for word of them: a line in the inbox, which the next digest repeats, one
 * nudge a person a day. Every person gets an answer, and so does every action of which nobody can be asked. Actions
 * that were updated meanwhile, or are another team's, are passed over. The same intent twice gives the same answer.
 */
export async function nudgePeople(ctx: Context, scope: Scope, input: NudgeInput): Promise<NudgeOut> {
  const key = input.idempotencyKey;
  return inTransaction(ctx.db, async (tx) => {
    const where = { userId_key: { userId: scope.userId, key } };
    if (await claimOnce(tx, scope, { key, operation: 'reminders.nudge', entityId: newId() })) {
      const prior = await tx.idempotencyKey.findUniqueOrThrow({ where, select: { answer: true } });
      return prior.answer as NudgeOut;
    }
    const answer = await nudge(tx, scope, input);
    await tx.idempotencyKey.update({ where, data: { answer }, select: { key: true } });
    return answer;
  });
}

async function nudge(tx: Tx, scope: Scope, { planId, actionIds }: NudgeInput): Promise<NudgeOut> {
  const review = await reviewOf(tx, scope, planId);
  const rows = await selectWanted(tx, scope, review, actionIds);
  const wanted = rows.map(({ id, recommendation, number, postTitle }): Wanted => {
    return { actionId: id, reference: actionReference(recommendation, number), postTitle };
  });
  if (wanted.length === 0) {
    throw new DomainError(
      'RULE',
      'Nobody has to be nudged of these: they were updated since, or are another team’s.',
    );
  }
  const asked = await loadAsked(
    tx,
    scope,
    wanted.map(({ actionId }) => actionId),
  );
  const people = new Map<string, ToAsk>();
  for (const action of wanted) {
    for (const person of asked.get(action.actionId) ?? []) {
      const known = people.get(person.userId) ?? { person, actions: [] };
      people.set(person.userId, known);
      known.actions.push(action);
    }
  }
  const told = await tellOnceToday(tx, scope, planId, [...people.values()].filter(isReachable(scope)));
  await recordNudges(
    tx,
    scope,
    planId,
    [...people.values()].filter(({ person }) => told.has(person.userId)),
  );
  const results = [
    ...[...people.values()].map((to) => resultOf(to, outcomeOf(to, scope, told))),
    ...wanted
      .filter(({ actionId }) => !asked.has(actionId))
      .map(({ reference, postTitle }) => ({
        about: reference,
        ok: false,
        sentence: nobodyAskedWords(postTitle),
      })),
  ];
  return { nudged: told.size, results };
}

function isReachable({ userId }: Scope) {
  return ({ person }: ToAsk) => person.standing === 'CAN' && person.userId !== userId;
}

/** Answers who was told now: whoever was nudged today, also at this very moment, is not told again. */
async function tellOnceToday(
  tx: Tx,
  scope: Scope,
  planId: string,
  people: readonly ToAsk[],
): Promise<ReadonlySet<string>> {
  const told = await tx.notification.createManyAndReturn({
    data: people.map(({ person, actions }) => ({
      userId: person.userId,
      kind: 'NUDGED' as const,
      planId,
      actionId: actions.length === 1 ? (actions[0]?.actionId ?? null) : null,
      sourceId: nudgeSource(scope.today),
      actorName: scope.userName,
      createdAt: scope.now,
    })),
    skipDuplicates: true,
    select: { userId: true },
  });
  const userIds = told.map(({ userId }) => userId);
  await liveInbox(tx, userIds);
  return new Set(userIds);
}

/** In the history of each action: who was asked for word of it. */
async function recordNudges(tx: Tx, scope: Scope, planId: string, people: readonly ToAsk[]): Promise<void> {
  const names = new Map<string, string[]>();
  for (const { person, actions } of people) {
    for (const { actionId } of actions) names.set(actionId, [...(names.get(actionId) ?? []), person.name]);
  }
  await recordAudits(
    tx,
    scope,
    [...names].map(([entityId, nudged]) => ({
      action: 'update.nudge',
      entityType: 'ACTION',
      entityId,
      planId,
      after: { nudged: listWords(nudged) },
    })),
  );
}

function outcomeOf({ person }: ToAsk, scope: Scope, told: ReadonlySet<string>): NudgeOutcome {
  if (person.standing !== 'CAN') return person.standing;
  if (person.userId === scope.userId) return 'ONESELF';
  return told.has(person.userId) ? 'NUDGED' : 'TODAY_ALREADY';
}

function resultOf({ person, actions }: ToAsk, outcome: NudgeOutcome): NudgeOut['results'][number] {
  const references = actions.map(({ reference }) => reference);
  return { about: person.name, ok: outcome === 'NUDGED', sentence: nudgeWords(outcome, references) };
}
