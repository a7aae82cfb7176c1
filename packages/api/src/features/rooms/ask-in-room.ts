import { roomAskInput } from '@gt/contracts/schemas';
import type { RoomQuestion } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { mayStay } from '@gt/domain/room';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import { mintScope, type Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';
import { addEnquiry } from '../enquiries/add-enquiry.ts';
import { planLeads } from '../planning/plan-leads.ts';
import type { Visit } from './find-visit.ts';
import { logByVisitor, visitorName } from './room-log.ts';
import { roomPack } from './room-pack.ts';
import { roomQuestions } from './room-questions.ts';

/**
 * What a visitor asks becomes a line of enquiry of the plan, and every programme lead is told. The same intent twice
 * asks once. Answers all that was asked in the room. Throws INVALID, and RULE where the room was shut meanwhile.
 */
export async function askInRoom(ctx: Context, visit: Visit, body: unknown): Promise<RoomQuestion[]> {
  const input = roomAskInput.parse(body);
  const pack = await roomPack(ctx.db, visit);
  const inPack = pack.outcome.content.recommendations.map(({ ref }) => ref);
  const refs = input.recommendations.length === 0 ? inPack : input.recommendations;
  if (refs.some((ref) => !inPack.includes(ref))) {
    throw invalid([{ field: 'recommendations', message: 'Choose a recommendation of this pack' }]);
  }
  await inTransaction(ctx.db, async (tx) => {
    await assertStillOpen(tx, ctx, visit);
    const id = newId();
    const scope = scopeOf(visit, ctx);
    const key = `${visit.visitor.id}:${input.idempotencyKey}`;
    if (await claimOnce(tx, scope, { key, operation: 'room.ask', entityId: id })) return;
    const recommendationIds = await idsOf(tx, visit.room.planId, refs);
    const facts = { question: input.question, note: '', recommendationIds, evidenceIds: [] };
    const who = { userId: null, userName: visitorName(visit.room), now: ctx.now, requestId: ctx.requestId };
    const asked = { id, planId: visit.room.planId, facts, createdById: visit.room.createdById };
    const { reference } = await addEnquiry(tx, who, { ...asked, roomVisitorId: visit.visitor.id });
    await logByVisitor(tx, ctx, visit.room, { event: 'ASKED', what: reference, visitor: visit.visitor });
    const teller = { userId: '', userName: callerOf(visit), now: ctx.now };
    await tell(tx, teller, {
      userIds: await planLeads(tx),
      kind: 'ROOM_ASKED',
      planId: visit.room.planId,
      actionId: null,
      sourceId: id,
    });
  });
  return roomQuestions(ctx.db, visit.room, pack);
}

/** "Lead inspector, Ofsted". */
function callerOf({ visitor, room }: Visit): string {
  return `${visitor.label}, ${room.organisation}`;
}

/** Nothing is written by a visitor once the room was shut, however close both were. */
async function assertStillOpen(tx: Tx, ctx: Context, { visitor, room }: Visit): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "inspector_room" WHERE "id" = ${room.id} FOR NO KEY UPDATE`;
  const now = await tx.roomVisitor.findUniqueOrThrow({
    where: { id: visitor.id },
    select: { revokedAt: true, room: { select: { opensAt: true, endsAt: true, closedAt: true } } },
  });
  if (mayStay(now.room, now, ctx.now).ok) return;
  throw new DomainError('RULE', 'This room was shut while you were writing. Your question was not sent.');
}

/** Stands for whoever opened the room where a key needs somebody to belong to. */
function scopeOf({ room }: Visit, { today, now, requestId }: Context): Scope {
  const who = { userId: room.createdById, userName: visitorName(room), roles: [], teamIds: [], postIds: [] };
  return mintScope(who, { today, now, requestId });
}

async function idsOf(tx: Tx, planId: string, refs: readonly string[]): Promise<string[]> {
  const rows = await tx.recommendation.findMany({
    where: { planId, deletedAt: null, number: { in: refs.map((ref) => Number(ref.slice(1))) } },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
