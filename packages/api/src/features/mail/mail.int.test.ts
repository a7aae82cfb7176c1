import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const h = await startHarness();
const mail = h.callerAs(h.people.administrator).mail;

beforeEach(async () => {
  await h.db.outboxMail.deleteMany();
  h.jobs.length = 0;
});

const put = (more: Record<string, unknown> = {}) => {
  const id = newId();
  const data = {
    id,
    messageId: `<${id}@golden-thread>`,
    toAddress: 'head.of.fostering@trust.example',
    subject: 'What waits for you',
    text: 'R1.A1 is due',
    createdAt: new Date('2026-03-12T09:00:00Z'),
    ...more,
  };
  return h.db.outboxMail.create({ data, select: { id: true } });
};

describe('how mail stands', () => {
  it('counts what waits and what was given up, says since when and why, and names nobody', async () => {
    await put({ sentAt: new Date('2026-03-12T09:00:10Z') });
    await put({ sentAt: new Date('2026-03-01T09:00:10Z') });
    await put({
      createdAt: new Date('2026-03-11T09:00:00Z'),
      lastError: '451 head.of.fostering@trust.example busy',
    });
    await put();
    await put({
      givenUpAt: new Date('2026-03-12T09:30:00Z'),
      lastError: '550 no such user <head.of.fostering@trust.example>',
    });
    const state = await mail.state();
    expect(state).toEqual({
      isSetUp: false,
      insideDomains: [],
      waiting: { count: 2, oldestAt: '2026-03-11T09:00:00.000Z', lastError: '451 …@trust.example busy' },
      givenUp: {
        count: 1,
        newestAt: '2026-03-12T09:30:00.000Z',
        lastError: '550 no such user <…@trust.example>',
      },
      sentLately: 1,
    });
  });

  it('what was given up is tried again when an administrator says so', async () => {
    await put({ givenUpAt: new Date(), attempts: 3, lastError: '550' });
    await put();
    expect(await mail.tryAgain()).toEqual({ count: 1 });
    expect(h.jobs.map(({ name }) => name)).toEqual(['mail.send']);
    expect((await mail.state()).waiting.count).toBe(2);
    expect(await mail.tryAgain()).toEqual({ count: 0 });
  });
});

describe('domains inside', () => {
  it('are kept as people write them, once each and in order, with who changed them', async () => {
    const domains = ['Trust.example', ' council.example.org', '@trust.example', ''];
    const state = await mail.setInsideDomains({ domains, was: [] });
    expect(state.insideDomains).toEqual(['council.example.org', 'trust.example']);
    const event = await h.db.auditEvent.findFirstOrThrow({
      where: { action: 'settings.setInsideDomains' },
      select: { actorId: true, payload: { select: { body: true } } },
    });
    expect(event).toMatchObject({
      actorId: h.people.administrator.userId,
      payload: { body: { after: { insideMailDomains: ['council.example.org', 'trust.example'] } } },
    });
  });

  it('are refused when they are none, or open to everybody', async () => {
    const { insideDomains: was } = await mail.state();
    const problem = await problemOf(mail.setInsideDomains({ domains: ['gmail.com', 'trust'], was }));
    expect(problem.fields?.map(({ message }) => message)).toEqual([
      'gmail.com is open to everybody, so it cannot be inside',
      '“trust” is not a domain. Write it as in trust.example.org.',
    ]);
  });

  it('are not written over what somebody else has just chosen', async () => {
    const problem = await problemOf(
      mail.setInsideDomains({ domains: ['other.example'], was: ['older.example'] }),
    );
    expect(problem.code).toBe('CONFLICT');
    expect(problem.current?.values).toEqual({ domains: (await mail.state()).insideDomains });
  });
});
