import type { AskCreateInput, AskWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { canAskForEvidence } from '@gt/domain/authz';
import { validateAsk } from '@gt/domain/evidence';
import { recommendationReference } from '@gt/domain/recommendation';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid, notAllowed, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { askedPeople } from './asked-people.ts';

/**
 * Asks a post for evidence by a day. It stands in the inbox of whoever holds the post, in the mail of the day and on the
 * agenda of the next review until it is brought or taken back. The same intent twice asks once. Throws NOT_FOUND,
 * NOT_ALLOWED, INVALID.
 */
export async function createAsk(ctx: Context, scope: Scope, input: AskCreateInput): Promise<AskWritten> {
  const problems = validateAsk(input, scope.today);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const askId = newId();
    const intent = { key: input.idempotencyKey, operation: 'evidence.ask', entityId: askId };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return { askId: earlier, version: 1 };
    const of = await loadSubject(tx, input);
    const post = await loadPost(tx, scope, input, of.action);
    const { recommendationId, actionId, postId, text, dueDate } = input;
    await tx.evidenceAsk.create({
      data: {
        id: askId,
        planId: of.planId,
        recommendationId,
        actionId,
        postId,
        text: text.trim(),
        dueDate: fromIsoDate(dueDate),
        askedById: scope.userId,
        askedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'evidence.ask',
      entityType: 'RECOMMENDATION',
      entityId: recommendationId,
      planId: of.planId,
      after: { askId, reference: of.reference, post: post.title, dueDate, text: text.trim() },
    });
    await tell(tx, scope, {
      kind: 'EVIDENCE_ASKED',
      planId: of.planId,
      actionId,
      sourceId: askId,
      userIds: await askedPeople(tx, scope, postId),
    });
    return { askId, version: 1 };
  });
}

type Subject = {
  planId: string;
  /** "R3", or "R3.A2". */
  reference: string;
  action: { teamIds: string[]; ownerPostId: string | null } | null;
};

async function loadSubject(tx: Tx, input: AskCreateInput): Promise<Subject> {
  const row = await tx.recommendation.findFirst({
    where: { id: input.recommendationId, deletedAt: null, plan: { deletedAt: null } },
    select: { planId: true, number: true },
  });
  if (!row) throw notFound('recommendation');
  if (input.actionId === null) {
    return { planId: row.planId, reference: recommendationReference(row.number), action: null };
  }
  const action = await tx.action.findFirst({
    where: { id: input.actionId, recommendationId: input.recommendationId, deletedAt: null },
    select: {
      number: true,
      partnerTeamId: true,
      ownerPostId: true,
      supporting: { select: { teamId: true } },
    },
  });
  if (!action) throw invalid([{ field: 'actionId', message: 'Choose an action of this recommendation.' }]);
  const teamIds = [action.partnerTeamId, ...action.supporting.map(({ teamId }) => teamId)];
  return {
    planId: row.planId,
    reference: actionReference(row.number, action.number),
    action: { teamIds: teamIds.filter((id) => id !== null), ownerPostId: action.ownerPostId },
  };
}

/** A partner sees only its own actions, so it is asked for evidence of one of those. */
async function loadPost(tx: Tx, scope: Scope, { postId }: AskCreateInput, action: Subject['action']) {
  const post = await tx.post.findFirst({
    where: { id: postId, archivedAt: null },
    select: { title: true, teamId: true, team: { select: { kind: true } } },
  });
  if (!post) throw invalid([{ field: 'postId', message: 'Choose a post that is in use.' }]);
  const may = canAskForEvidence(scope, { postId, teamId: post.teamId });
  if (!may.ok) throw notAllowed(may.reason);
  const isTheirs = action?.teamIds.includes(post.teamId) || action?.ownerPostId === postId;
  if (post.team.kind === 'PARTNER_AGENCY' && !isTheirs) {
    const message = 'A partner agency sees only its own actions. Choose one of those, or ask another post.';
    throw invalid([{ field: 'actionId', message }]);
  }
  return post;
}
