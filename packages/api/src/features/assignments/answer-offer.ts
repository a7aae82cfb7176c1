import type { AcceptInput, AskBackInput, BulkOut, OfferAgainInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { type AcceptanceAnswer, answerOffer as decideAnswer } from '@gt/domain/assignment';
import type { Permission } from '@gt/domain/authz';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import type { Telling } from '../../core/tell.ts';
import { loadAssignees } from '../actions/load-assignees.ts';
import type { PlannedWrite } from '../actions/planned-write.ts';
import { type ActionForWrite, lockManyForWrite } from '../actions/write-action.ts';
import { eachOnce, type Item, writeEach } from './write-each.ts';

const ANSWERS = {
  ACCEPT: {
    permission: 'action.accept',
    acceptance: 'ACCEPTED',
    action: 'action.accept',
    sentence: 'Accepted. Whoever gave it is told.',
  },
  ASK_BACK: {
    permission: 'action.accept',
    acceptance: 'QUERIED',
    action: 'action.askBack',
    sentence: 'Asked back. Whoever gave it is told.',
  },
  OFFER_AGAIN: {
    permission: 'action.assign',
    acceptance: 'OFFERED',
    action: 'action.offerAgain',
    sentence: 'Offered again. The team is told.',
  },
} as const satisfies Record<AcceptanceAnswer, { permission: Permission } & Record<string, string>>;

/** Takes on actions that were given to a team, by whoever answers for it. */
export function acceptActions(ctx: Context, scope: Scope, input: AcceptInput): Promise<BulkOut> {
  return answerEach(ctx, scope, { answer: 'ACCEPT', items: input.entries, note: input.note });
}

/** Asks something before the team takes the actions on; whoever gave them is told and answers. */
export function askBack(ctx: Context, scope: Scope, input: AskBackInput): Promise<BulkOut> {
  return answerEach(ctx, scope, { answer: 'ASK_BACK', items: input.entries, note: input.note });
}

/** Answers what a team asked back, and offers the action again. */
export function offerAgain(ctx: Context, scope: Scope, input: OfferAgainInput): Promise<BulkOut> {
  const { actionId, version, answer } = input;
  return answerEach(ctx, scope, { answer: 'OFFER_AGAIN', items: [{ actionId, version }], note: answer });
}

type Answered = { answer: AcceptanceAnswer; items: readonly Item[]; note: string };

async function answerEach(ctx: Context, scope: Scope, { answer, items, note }: Answered): Promise<BulkOut> {
  const how = ANSWERS[answer];
  return inTransaction(ctx.db, async (tx) => {
    const once = eachOnce(items);
    const rows = await lockManyForWrite(
      tx,
      once.map(({ actionId }) => actionId),
    );
    const hear = await hearersOf(tx, scope, answer, rows);
    const decide = (row: ActionForWrite): PlannedWrite => {
      const problem = decideAnswer(answer, row.acceptance, note);
      if (problem?.field) throw invalid([problem.field]);
      if (problem) throw new DomainError('RULE', problem.sentence);
      const { acceptance, action, sentence } = how;
      return {
        row,
        columns: {
          acceptance,
          acceptanceNote: note,
          acceptanceById: scope.userId,
          acceptanceAt: scope.now,
        },
        audit: {
          action,
          before: { acceptance: row.acceptance },
          after: { acceptance, ...(note ? { acceptanceNote: note } : {}) },
        },
        tellings: [{ ...hear(row), sourceId: `answer:${row.id}:${row.version + 1}` }],
        sentence,
      };
    };
    const results = await writeEach(tx, scope, {
      items: once,
      rows,
      permission: () => how.permission,
      decide,
    });
    return { results, undoable: false };
  });
}

/**
 * Who hears of an answer: whoever said the last word, as long as they work here, else the programme leads; and of a
 * new offer all who answer for the team.
 */
async function hearersOf(tx: Tx, scope: Scope, answer: AcceptanceAnswer, rows: readonly ActionForWrite[]) {
  const offerers = rows.map((row) => row.acceptanceById ?? row.createdById);
  const { people, teams } = await loadAssignees(tx, scope, {
    teamIds: rows.map((row) => row.teamId),
    postIds: [],
    userIds: offerers,
    recommendationIds: [],
  });
  const isGone = offerers.some((userId) => !people.get(userId)?.isActive);
  const leads = isGone ? await leadIds(tx) : [];
  return (row: ActionForWrite): Pick<Telling, 'kind' | 'userIds'> => {
    if (answer === 'OFFER_AGAIN') {
      return { kind: 'OFFERED_TO_TEAM', userIds: teams.get(row.teamId ?? '')?.answeredBy ?? [] };
    }
    const offerer = row.acceptanceById ?? row.createdById;
    return {
      kind: answer === 'ACCEPT' ? 'ACCEPTED' : 'QUERIED',
      userIds: people.get(offerer)?.isActive ? [offerer] : leads,
    };
  };
}

async function leadIds(tx: Tx): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: 'PROGRAMME_LEAD', user: { deactivatedAt: null } },
    select: { userId: true },
  });
  return grants.map((grant) => grant.userId);
}
