import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { jobHandlers } from '@gt/api';
import { systemContext } from '../request-context.ts';
import { makeAction } from './make-action.ts';
import type { TestServer } from './start-test-server.ts';

const NOTHING_FOUND = {
  rules: 1,
  outcome: 'NOTHING_FOUND',
  findings: [],
  total: 0,
  likely: 0,
  notices: [],
  unread: [],
} as const;

type MadeRoom = {
  planId: string;
  packId: string;
  roomId: string;
  versionId: string;
  secret: string;
  code: string;
};

/** A plan with one item of evidence, its pack, and a room that is open today, with one visitor. */
export async function makeRoom(server: TestServer, cookie: string, userId: string): Promise<MadeRoom> {
  const { planId, actionId } = await makeAction(server.db, userId);
  const versionId = await makeProof(server, { planId, actionId, userId });
  const call = async (path: string, json: object) => {
    const answer = await server.call(`/trpc/${path}`, { cookie, json });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()).result.data;
  };
  const { packId } = await call('packs.build', { planId, idempotencyKey: randomUUID() });
  await jobHandlers['pack.build'](systemContext(server.services), { packId }, new AbortController().signal);
  const { today } = systemContext(server.services);
  const made = await call('rooms.create', {
    planId,
    packId,
    name: 'Monitoring visit',
    organisation: 'Ofsted',
    fromDate: today,
    untilDate: today,
    visitors: ['Lead inspector'],
    idempotencyKey: randomUUID(),
  });
  const [{ link, code }] = made.visitors;
  return { planId, packId, roomId: made.roomId, versionId, code, secret: link.split('#')[1] };
}

async function makeProof(
  { db, services }: TestServer,
  { planId, actionId, userId }: { planId: string; actionId: string; userId: string },
): Promise<string> {
  const bytes = `audit of ${randomUUID()}`;
  const put = await services.store.put(Readable.from([Buffer.from(bytes)]), { maxBytes: 1_000 });
  if (!put.ok) throw new Error(put.message);
  const { recommendationId } = await db.action.findUniqueOrThrow({
    where: { id: actionId },
    select: { recommendationId: true },
  });
  const row = await db.evidence.create({
    data: {
      planId,
      number: 1,
      title: 'Audit of supervision',
      kind: 'AUDIT',
      shows: 'Nine of ten were on time.',
      state: 'ACCEPTED',
      uploadedById: userId,
      changedById: userId,
      links: { create: { recommendationId, actionId, linkedById: userId } },
      checks: {
        create: { versionNumber: 1, decision: 'ACCEPTED', reason: '', checkedById: userId },
      },
      versions: {
        create: {
          number: 1,
          fileName: 'audit.txt',
          mediaType: 'text/plain',
          size: BigInt(put.size),
          sha256: put.sha256,
          uploadedById: userId,
          screenings: { create: { ...NOTHING_FOUND, findings: [], notices: [], unread: [] } },
        },
      },
    },
    select: { versions: { select: { id: true } } },
  });
  return row.versions[0]?.id ?? '';
}
