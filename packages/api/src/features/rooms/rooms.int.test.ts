import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { makeEvidence, sha256 } from '../packs/packs.fixture.ts';
import { enterRoom } from './enter-room.ts';
import { findVisit, leaveRoom } from './find-visit.ts';
import { openRoom } from './open-room.ts';
import { downloadRoomFile, downloadRoomPack, previewRoomFile } from './open-room-file.ts';
import { readRoomPage } from './read-room-page.ts';
import {
  aRoom,
  buildPackOf,
  bytesOf,
  enter,
  eventsOf,
  FIRST_DAY,
  keysOf,
  LAST_DAY,
  outside,
  visitOf,
} from './rooms.fixture.ts';

const harness = await startHarness();
const { db, people, callerAs } = harness;
const lead = callerAs(people.lead);
const BEFORE = isoDate('2026-03-11');
const AFTER = isoDate('2026-03-14');

/** One room that no test changes, for those that only read. */
const room = await aRoom(harness);
const [inspector, fostering] = room.visitors as [(typeof room.visitors)[0], (typeof room.visitors)[0]];

describe('what the room shows', () => {
  test('the pack in its order, and nothing that the pack left out', async () => {
    const { ctx, visit } = await visitOf(harness, inspector);
    const view = await openRoom(ctx, visit);
    expect(view).toMatchObject({
      name: 'Monitoring visit',
      organisation: 'Ofsted',
      visitor: 'Lead inspector',
      askWhom: "the programme lead at Northmoor Children's Trust",
      endsAt: '2026-03-14T00:00:00.000Z',
      pack: { number: 1, plan: 'Northmoor ILACS plan', marking: 'OFFICIAL-SENSITIVE', partial: '' },
      questions: [],
    });
    const pack = await lead.packs.get({ packId: room.packId });
    expect(view.pack.sha256).toBe(pack.sha256);
    expect(view.pack.key?.pem).toBe(pack.key?.pem);
    expect(view.omissions).toEqual(pack.omissions);
    expect(view.areas.flatMap(({ recommendations }) => recommendations.map(({ ref }) => ref))).toEqual([
      'R1',
      'R2',
    ]);
    const found = view.findable.filter(({ what }) => what === 'EVIDENCE').map(({ ref }) => ref);
    expect(found).toEqual(['E1', 'E2', 'E7']);
    const page = await readRoomPage(ctx, visit, 'R1');
    expect(page.item.actions.map(({ ref }) => ref)).toEqual(['R1.A1']);
    expect(page.evidence.map(({ ref, isHere }) => [ref, isHere])).toEqual([
      ['E1', true],
      ['E2', true],
      ['E7', true],
    ]);
    expect(page.nextSteps).toEqual(['R1.A1: Panel on 24 March.']);
  });

  test('as it was frozen: what changed in the plan since is not there', async () => {
    await db.evidence.update({
      where: { id: room.accepted.id },
      data: { title: 'Another title', state: 'WITHDRAWN' },
      select: { id: true },
    });
    await db.recommendation.update({
      where: { id: room.r1 },
      data: { goodLooksLike: 'Changed since' },
      select: { id: true },
    });
    const { ctx, visit } = await visitOf(harness, inspector);
    const page = await readRoomPage(ctx, visit, 'R1');
    expect(JSON.stringify(page)).not.toMatch(/Another title|Changed since/);
    expect(page.evidence[0]?.title).toBe('Audit 1');
    expect((await bytesOf(await downloadRoomFile(ctx, visit, 'E1'))).toString()).toBe('supervision audit');
  });

  test('files of the pack under the names that they have there, to see and to take away', async () => {
    const { ctx, visit } = await visitOf(harness, inspector);
    const file = await downloadRoomFile(ctx, visit, 'E7');
    expect(file).toMatchObject({ fileName: 'E0007-audit.txt', size: 9, mediaType: 'text/plain' });
    expect((await bytesOf(file)).toString()).toBe('sensitive');
    expect(await previewRoomFile(ctx, visit, 'E2')).toMatchObject({
      kind: 'TEXT',
      parts: [{ text: 'placement data' }],
    });
    const zip = await downloadRoomPack(ctx, visit);
    const { sha256: hash } = (await openRoom(ctx, visit)).pack;
    expect(sha256(await bytesOf(zip))).toBe(hash);
  });

  test.each(['E3', 'E4', 'E5', 'E6', 'E99', 'R1', ''])(
    'of “%s”, which is no file of this pack, nothing at all',
    async (ref) => {
      const { ctx, visit } = await visitOf(harness, inspector);
      await expect(downloadRoomFile(ctx, visit, ref)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(previewRoomFile(ctx, visit, ref)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  test('nothing that came after the pack, nor anything of another room’s pack', async () => {
    const other = await aRoom(harness);
    await makeEvidence(harness, other.plan, { bytes: 'came later' });
    const later = await buildPackOf(harness, other.planId);
    const second = await lead.rooms.create({
      planId: other.planId,
      packId: later,
      name: 'Second room',
      organisation: 'Ofsted',
      fromDate: FIRST_DAY,
      untilDate: LAST_DAY,
      visitors: ['Lead inspector'],
      idempotencyKey: newId(),
    });
    const first = await visitOf(harness, other.visitors[0] as never);
    const inSecond = await visitOf(harness, keysOf(second.visitors[0] as never));
    await expect(downloadRoomFile(first.ctx, first.visit, 'E8')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const bytes = await bytesOf(await downloadRoomFile(inSecond.ctx, inSecond.visit, 'E8'));
    expect(bytes.toString()).toBe('came later');
  });

  test('nothing any more once something in its pack was destroyed', async () => {
    const own = await aRoom(harness);
    const { ctx, visit } = await visitOf(harness, own.visitors[0] as never);
    await db.pack.update({
      where: { id: own.packId },
      data: { redactedAt: new Date() },
      select: { id: true },
    });
    const gone = { code: 'RULE', message: expect.stringContaining('was withdrawn') };
    await expect(openRoom(ctx, visit)).rejects.toMatchObject(gone);
    await expect(downloadRoomFile(ctx, visit, 'E1')).rejects.toMatchObject(gone);
    await expect(downloadRoomPack(ctx, visit)).rejects.toMatchObject(gone);
    expect((await lead.rooms.get({ roomId: own.roomId })).packProblem).toContain('was withdrawn');
  });
});

describe('who gets in', () => {
  const refused = async (keys: typeof inspector, today = FIRST_DAY) => {
    const answer = enterRoom(outside(harness, today), { secret: keys.secret, code: keys.code });
    return (await problemOf(answer)).message;
  };

  test('nobody before its first day or after its last, and both ends are told in London’s days', async () => {
    expect(await refused(inspector, BEFORE)).toContain('opens on 12 March 2026');
    expect(await refused(inspector, AFTER)).toContain('was open until the end of 13 March 2026');
    await enter(harness, inspector, LAST_DAY);
  });

  test('a link alone tells nothing, not even when the room opens', async () => {
    const own = await aRoom(harness);
    const [first] = own.visitors as [typeof inspector];
    const wrong = { ...first, code: 'BBBBBBBBBB' };
    expect(await refused(wrong, BEFORE)).toMatch(/^This code is not right/);
  });

  test('a code is one visitor’s: another’s of the same room does not do', async () => {
    const own = await aRoom(harness);
    const [one, two] = own.visitors as [typeof inspector, typeof inspector];
    expect(await refused({ ...one, code: two.code })).toContain('after 4 more wrong codes');
    await enter(harness, { ...one, code: one.code.toLowerCase().replace('-', ' ') });
  });

  test('an unknown link is told apart from a wrong code, and leaves no line', async () => {
    const answer = enterRoom(outside(harness), { secret: 'x'.repeat(43), code: inspector.code });
    expect(await problemOf(answer)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('two wrong codes at once are two; the fifth locks, and then the right one does not open', async () => {
    const own = await aRoom(harness);
    const [first, second] = own.visitors as [typeof inspector, typeof inspector];
    const wrong = () => refused({ ...first, code: 'BBBBB-BBBBB' });
    await Promise.all([wrong(), wrong()]);
    const count = () => db.roomVisitor.findUniqueOrThrow({ where: { id: first.visitorId } });
    expect(await count()).toMatchObject({ wrongCodes: 2, lockedAt: null });
    const answers = await Promise.all(Array.from({ length: 8 }, wrong));
    expect(answers.filter((text) => text.includes('so this link is locked'))).toHaveLength(6);
    expect((await count()).wrongCodes).toBe(5);
    expect(await refused(first)).toMatch(
      /Too many wrong codes .* Ask the programme lead at .* for a new link/,
    );
    const log = await eventsOf(harness, own.roomId);
    expect(log.filter((line) => line === 'WRONG_CODE')).toHaveLength(5);
    expect(log.filter((line) => line === 'LOCKED')).toHaveLength(1);
    await enter(harness, second);
    const renewed = await lead.rooms.renewVisitor({ visitorId: first.visitorId, idempotencyKey: newId() });
    await enter(harness, keysOf(renewed));
  });

  test('whoever was let in keeps no secret in the database that opens anything', async () => {
    const token = await enter(harness, inspector);
    const everything = JSON.stringify([
      await db.roomVisitor.findMany(),
      await db.roomSession.findMany(),
      await db.auditPayload.findMany({ select: { body: true } }),
    ]);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(inspector.secret);
    expect(everything).not.toContain(inspector.code);
    expect(everything).not.toContain(inspector.code.replace('-', ''));
  });
});

describe('who stays in', () => {
  const shut = async (token: string, today = FIRST_DAY, moreMs = 0) =>
    problemOf(findVisit(outside(harness, today, moreMs), token));

  test('nobody past its end, and nobody once it is closed', async () => {
    const own = await aRoom(harness);
    const token = await enter(harness, own.visitors[0] as never, LAST_DAY);
    const late = new Date('2026-03-13T23:50:00Z');
    await db.roomSession.updateMany({
      where: { visitor: { roomId: own.roomId } },
      data: { startedAt: late, seenAt: late },
    });
    expect((await shut(token, AFTER, -10 * 3_600_000)).message).toContain('until the end of 13 March 2026');
    await findVisit(outside(harness, LAST_DAY), token);
    await lead.rooms.close({ roomId: own.roomId, version: 1 });
    expect(await shut(token, LAST_DAY)).toMatchObject({
      code: 'RULE',
      message: expect.stringContaining('closed on 12 March 2026'),
    });
  });

  test('not whose link is withdrawn; the others stay', async () => {
    const own = await aRoom(harness);
    const [one, two] = own.visitors as [typeof inspector, typeof inspector];
    const [first, second] = [await enter(harness, one), await enter(harness, two)];
    await lead.rooms.revokeVisitor({ visitorId: one.visitorId });
    expect((await shut(first)).message).toMatch(/^This link was withdrawn/);
    expect((await problemOf(enterRoom(outside(harness), one))).message).toMatch(/^This link was withdrawn/);
    await findVisit(outside(harness), second);
  });

  test('not whose link was renewed, who left, or who was away for an hour', async () => {
    const own = await aRoom(harness);
    const [one, two] = own.visitors as [typeof inspector, typeof inspector];
    const first = await enter(harness, one);
    await lead.rooms.renewVisitor({ visitorId: one.visitorId, idempotencyKey: newId() });
    expect((await shut(first)).code).toBe('NOT_SIGNED_IN');
    const second = await enter(harness, two);
    const later = 59 * 60_000;
    await findVisit(outside(harness, FIRST_DAY, later), second, { counts: false });
    expect((await shut(second, FIRST_DAY, later + 120_000)).code).toBe('NOT_SIGNED_IN');
    const third = await enter(harness, two);
    await leaveRoom(outside(harness), third);
    expect((await shut(third)).code).toBe('NOT_SIGNED_IN');
    expect((await shut('x'.repeat(43))).code).toBe('NOT_SIGNED_IN');
  });
});

test('another inspector of the same room has an entrance and lines of their own', async () => {
  await enter(harness, fostering);
  const { visitors } = await lead.rooms.get({ roomId: room.roomId });
  const line = visitors.find(({ label }) => label === 'Inspector for fostering');
  expect(line).toMatchObject({ entrances: 1, wrongCodes: 0 });
});
