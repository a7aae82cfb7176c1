import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type IsoDate, isoDate } from '@gt/contracts/words';
import type { Context } from '../../core/context.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import type { Harness } from '../../testing/harness.ts';
import { fullPlan, runBuild } from '../packs/packs.fixture.ts';
import { enterRoom } from './enter-room.ts';
import { findVisit, type Visit } from './find-visit.ts';
import { roomsFileRoutes } from './rooms.files.ts';

export const FIRST_DAY = isoDate('2026-03-12');
export const LAST_DAY = isoDate('2026-03-13');

/** A pack of the plan, built to its end. */
export async function buildPackOf(harness: Harness, planId: string, more: object = {}): Promise<string> {
  const { people, callerAs, ctxAs } = harness;
  const { packId } = await callerAs(people.lead).packs.build({ planId, idempotencyKey: newId(), ...more });
  await runBuild(ctxAs(people.lead), packId);
  return packId;
}

/** A plan with proof in every state, its pack, and a room for it with two visitors. */
export async function aRoom(harness: Harness, visitors = ['Lead inspector', 'Inspector for fostering']) {
  const { people, callerAs } = harness;
  const full = await fullPlan(harness);
  const { planId } = full.plan;
  const packId = await buildPackOf(harness, planId);
  const made = await callerAs(people.lead).rooms.create({
    planId,
    packId,
    name: 'Monitoring visit',
    organisation: 'Ofsted',
    fromDate: FIRST_DAY,
    untilDate: LAST_DAY,
    visitors,
    idempotencyKey: newId(),
  });
  return { ...full, planId, packId, roomId: made.roomId, visitors: made.visitors.map(keysOf) };
}

export type Keys = { visitorId: string; label: string; secret: string; code: string };

export function keysOf(made: { visitorId: string; label: string; link: string; code: string }): Keys {
  const { visitorId, label, link, code } = made;
  return { visitorId, label, secret: link.split('#')[1] ?? '', code };
}

/** The context of a request by somebody who is not signed in. */
export function outside(harness: Harness, today: IsoDate = FIRST_DAY, moreMs = 0): Context {
  const ctx = harness.ctxAs(null, today);
  return { ...ctx, now: new Date(ctx.now.getTime() + moreMs) };
}

/** Goes in by link and code; answers the secret of the session. */
export async function enter(harness: Harness, { secret, code }: Keys, today?: IsoDate): Promise<string> {
  const { token } = await enterRoom(outside(harness, today), { secret, code });
  return token;
}

export async function visitOf(harness: Harness, keys: Keys): Promise<{ ctx: Context; visit: Visit }> {
  const token = await enter(harness, keys);
  const ctx = outside(harness);
  return { ctx, visit: await findVisit(ctx, token) };
}

export async function bytesOf(answer: FileAnswer): Promise<Buffer> {
  if (answer.kind !== 'file') throw new Error('not a file');
  return buffer(answer.stream);
}

/** What the access log tells, oldest first: "FILE_VIEWED E1". */
export async function eventsOf({ db }: Harness, roomId: string): Promise<string[]> {
  const rows = await db.roomLogLine.findMany({ where: { roomId }, orderBy: { id: 'asc' } });
  return rows.map(({ event, what }) => `${event} ${what}`.trim());
}

/** The access log as the programme lead takes it away. */
export async function csvOf(harness: Harness, roomId: string): Promise<string> {
  const [route] = roomsFileRoutes;
  if (!route) throw new Error('no route');
  const ctx = harness.ctxAs(harness.people.lead);
  const answer = await route.handle(ctx, guard(ctx, route.permission), {
    params: { roomId },
    query: {},
    headers: {},
    body: Readable.from([]),
    signal: new AbortController().signal,
  });
  return (await bytesOf(answer)).toString('utf8');
}
