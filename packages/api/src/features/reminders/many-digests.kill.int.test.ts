import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startDigestWorld, TODAY } from './digest.fixture.ts';

/** `npm run soak` asks for the full count. */
const isSoak = process.env.KILL_ROUNDS !== undefined;
const OWNERS = isSoak ? 10_000 : 1_200;
/** Each third owner has nothing but what is finished. */
const hasOpen = (index: number) => index % 3 !== 0;

test('every owner of many gets exactly one digest, whatever server is stopped halfway, and none for what is done', {
  retry: 0,
  timeout: isSoak ? 3_600_000 : 180_000,
}, async () => {
  const w = await startDigestWorld();
  await w.begin();
  const owners = Array.from({ length: OWNERS }, (_, index) => ({
    id: newId(),
    name: `Practice Officer, holder ${index + 1}`,
    email: `practice.officer.${index + 1}@trust.example`,
  }));
  await w.db.user.createMany({ data: owners });
  await w.db.roleGrant.createMany({
    data: owners.map(({ id: userId }) => ({ userId, role: 'CONTRIBUTOR' })),
  });
  const { planId, recommendationIds } = w.plan();
  await w.db.action.createMany({
    data: owners.map(({ id: ownerUserId }, index) => ({
      planId,
      recommendationId: recommendationIds[0] ?? '',
      number: 1_000 + index,
      title: `Visit carers, part ${index + 1}`,
      ownerUserId,
      status: hasOpen(index) ? ('IN_PROGRESS' as const) : ('CLOSED' as const),
      dueDate: new Date('2026-03-02'),
      lastUpdateAt: new Date('2026-03-11'),
      createdById: w.people.lead.userId,
      changedById: w.people.lead.userId,
    })),
  });

  // Two servers at once, one of them stopped in the middle of its work, and the job run once more.
  const stopped = new AbortController();
  const first = w.send(TODAY, '10:00', stopped.signal);
  setImmediate(() => stopped.abort());
  await Promise.all([first, w.send()]);
  await w.send();

  const mails = await w.db.outboxMail.findMany({
    where: { toAddress: { startsWith: 'practice.officer.' } },
    select: { toAddress: true, messageId: true },
  });
  const expected = owners.filter((_, index) => hasOpen(index)).map(({ email }) => email);
  expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(expected.sort());
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(expected.length);
  expect(await w.db.digest.count({ where: { userId: { in: owners.map(({ id }) => id) } } })).toBe(OWNERS);
});
