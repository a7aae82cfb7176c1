import { timingSafeEqual } from 'node:crypto';
import { roomEnterInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { afterWrongCode, mayEnter, typedCode } from '@gt/domain/room';
import { countOf } from '@gt/domain/wording';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newSecret, secretDigest } from '../people/secret-link.ts';
import { codeDigest } from './make-visitor.ts';
import { type LoggedRoom, logByVisitor } from './room-log.ts';
import { askWhom, refusalWords } from './room-words.ts';

type Entered = { token: string; endsAt: Date };
type Answer = { ok: true; entered: Entered } | { ok: false; sentence: string };

/**
 * Lets a visitor in by link and code together, and answers the secret of their session. Every try is in the log. What
 * was tried is kept even where it is refused, so the refusal is thrown after the transaction: NOT_FOUND for a link
 * that is none, NOT_ALLOWED for a wrong code and for everything that keeps the room shut.
 */
export async function enterRoom(ctx: Context, body: unknown): Promise<Entered> {
  const { secret, code } = roomEnterInput.parse(body);
  const answer = await inTransaction(ctx.db, (tx) => tryToEnter(ctx, tx, secret, typedCode(code)));
  if (!answer.ok) throw new DomainError('NOT_ALLOWED', answer.sentence);
  return answer.entered;
}

async function tryToEnter(ctx: Context, tx: Tx, secret: string, code: string): Promise<Answer> {
  const visitor = await lockVisitorOf(tx, secret);
  const { room } = visitor;
  const whom = askWhom(room.plan);
  const at: At = { tx, ctx, room, visitor };
  const refuse = async (sentence: string): Promise<Answer> => {
    await logByVisitor(tx, ctx, room, { event: 'TURNED_AWAY', what: sentence, visitor });
    return { ok: false, sentence };
  };
  const entry = mayEnter(room, visitor, ctx.now);
  // Before it opens the code is asked first: a link alone tells nothing, not even when.
  if (!entry.ok && entry.why !== 'NOT_YET') return refuse(refusalWords(entry.why, room, whom));
  if (!isSame(codeDigest(secret, code), visitor.codeDigest)) return wrongCode(at, visitor.wrongCodes, whom);
  if (!entry.ok) return refuse(refusalWords(entry.why, room, whom));
  return { ok: true, entered: await letIn(at) };
}

type At = {
  tx: Tx;
  ctx: Context;
  room: LoggedRoom & { endsAt: Date };
  visitor: { id: string; label: string };
};

async function letIn({ tx, ctx, room, visitor }: At): Promise<Entered> {
  const token = newSecret();
  await tx.roomVisitor.update({ where: { id: visitor.id }, data: { wrongCodes: 0 }, select: { id: true } });
  await tx.roomSession.create({
    data: {
      visitorId: visitor.id,
      tokenDigest: secretDigest(token),
      startedAt: ctx.now,
      seenAt: ctx.now,
    },
    select: { id: true },
  });
  await logByVisitor(tx, ctx, room, { event: 'ENTERED', visitor });
  return { token, endsAt: room.endsAt };
}

async function wrongCode({ tx, ctx, room, visitor }: At, before: number, whom: string): Promise<Answer> {
  const { wrongCodes, left, locks } = afterWrongCode(before);
  await tx.roomVisitor.update({
    where: { id: visitor.id },
    data: { wrongCodes, ...(locks ? { lockedAt: ctx.now } : {}) },
    select: { id: true },
  });
  await logByVisitor(tx, ctx, room, { event: 'WRONG_CODE', visitor });
  if (locks) await logByVisitor(tx, ctx, room, { event: 'LOCKED', visitor });
  const sentence = locks
    ? `This code is not right, and too many were wrong, so this link is locked. Ask ${whom} for a new link and code.`
    : `This code is not right. Check it and try again: after ${countOf(left, 'more wrong code')} this link is locked.`;
  return { ok: false, sentence };
}

/** Whoever has this link; tries by one link are made one after the other, so that none goes uncounted. */
async function lockVisitorOf(tx: Tx, secret: string) {
  const tokenDigest = secretDigest(secret);
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "room_visitor" WHERE "tokenDigest" = ${tokenDigest}
    FOR NO KEY UPDATE`;
  const visitor = await tx.roomVisitor.findFirst({
    where: { tokenDigest, room: { plan: { deletedAt: null } } },
    select: {
      id: true,
      label: true,
      codeDigest: true,
      wrongCodes: true,
      lockedAt: true,
      revokedAt: true,
      room: {
        select: {
          id: true,
          planId: true,
          number: true,
          opensAt: true,
          endsAt: true,
          closedAt: true,
          plan: { select: { trustName: true, councilName: true } },
        },
      },
    },
  });
  if (visitor) return visitor;
  throw new DomainError(
    'NOT_FOUND',
    'This link is not known. Copy the whole address of the newest one, or ask whoever gave it to you.',
  );
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
