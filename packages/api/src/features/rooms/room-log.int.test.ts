import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { makeEvidence } from '../packs/packs.fixture.ts';
import { askInRoom } from './ask-in-room.ts';
import { enterRoom } from './enter-room.ts';
import { findVisit } from './find-visit.ts';
import { openRoom } from './open-room.ts';
import { downloadRoomFile, downloadRoomPack, previewRoomFile } from './open-room-file.ts';
import { readRoomPage } from './read-room-page.ts';
import {
  aRoom,
  buildPackOf,
  bytesOf,
  csvOf,
  enter,
  eventsOf,
  FIRST_DAY,
  type Keys,
  keysOf,
  LAST_DAY,
  outside,
  visitOf,
} from './rooms.fixture.ts';

const harness = await startHarness();
const { db, people, callerAs } = harness;
const lead = callerAs(people.lead);
const BEFORE = isoDate('2026-03-11');

describe('asking', () => {
  const ask = async (keys: Keys, more: object = {}) => {
    const { ctx, visit } = await visitOf(harness, keys);
    const body = {
      question: 'How do you know that carers stay?',
      recommendations: ['R1'],
      idempotencyKey: newId(),
      ...more,
    };
    return { ctx, visit, body, questions: await askInRoom(ctx, visit, body) };
  };

  test('lands among the lines of enquiry, with a line in the lead’s inbox, once for one intent', async () => {
    const own = await aRoom(harness);
    const [first] = own.visitors as [Keys];
    const { ctx, visit, body, questions } = await ask(first);
    expect(questions).toMatchObject([
      {
        reference: 'Q1',
        question: 'How do you know that carers stay?',
        askedBy: 'Lead inspector',
        recommendations: ['R1'],
        answers: [],
      },
    ]);
    expect(await askInRoom(ctx, visit, body)).toEqual(questions);
    const { enquiries } = await lead.enquiries.list({ planId: own.planId });
    expect(enquiries).toMatchObject([{ reference: 'Q1', recommendations: [{ reference: 'R1' }] }]);
    const inbox = await lead.notifications.list({});
    const lines = inbox.rows.filter(({ kind, planId }) => kind === 'ROOM_ASKED' && planId === own.planId);
    expect(lines).toMatchObject([{ actorName: 'Lead inspector, Ofsted' }]);
  });

  test('about the whole pack when nothing is chosen; never about what is not in it', async () => {
    const own = await aRoom(harness);
    const [first] = own.visitors as [Keys];
    expect((await ask(first, { recommendations: [] })).questions[0]?.recommendations).toEqual(['R1', 'R2']);
    await expect(ask(first, { recommendations: ['R9'] })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(ask(first, { question: ' ' })).rejects.toMatchObject({ code: 'INVALID' });
  });

  test('is answered by what the lead chose, as far as it is in the pack, or in a newer one put there', async () => {
    const own = await aRoom(harness);
    const [first] = own.visitors as [Keys];
    const later = await makeEvidence(harness, own.plan, { bytes: 'retention of carers' });
    const { ctx, visit, questions } = await ask(first);
    const { enquiries } = await lead.enquiries.list({ planId: own.planId });
    const { question } = enquiries[0] as (typeof enquiries)[0];
    await lead.enquiries.edit({
      enquiryId: questions[0]?.id ?? '',
      version: 1,
      question,
      note: 'Said among ourselves',
      recommendationIds: [own.r1],
      evidenceIds: [own.both.id, later.id],
    });
    const view = await openRoom(ctx, visit);
    expect(view.questions[0]?.answers).toEqual([{ ref: 'E2', title: 'Audit 2', under: 'R1' }]);
    expect(JSON.stringify(view)).not.toContain('Said among ourselves');
    const admin = await lead.rooms.get({ roomId: own.roomId });
    expect(admin.questions[0]).toMatchObject({
      shown: [{ reference: 'E2' }],
      notInPack: [{ reference: 'E8' }],
    });
    const packId = await buildPackOf(harness, own.planId);
    await lead.rooms.putPack({ roomId: own.roomId, packId, version: 1 });
    const again = await findVisit(ctx, await enter(harness, first));
    const newer = await openRoom(ctx, again);
    expect(newer.pack.number).toBe(2);
    expect(newer.questions[0]?.answers.map(({ ref }) => ref)).toEqual(['E2', 'E8']);
    expect(await eventsOf(harness, own.roomId)).toContain('PACK_CHANGED Pack 2 in the place of pack 1');
  });

  test('is not written once the room was closed, however close both were', async () => {
    const own = await aRoom(harness);
    const { ctx, visit } = await visitOf(harness, own.visitors[0] as never);
    await lead.rooms.close({ roomId: own.roomId, version: 1 });
    const body = { question: 'Too late?', recommendations: [], idempotencyKey: newId() };
    await expect(askInRoom(ctx, visit, body)).rejects.toMatchObject({ code: 'RULE' });
    expect((await lead.enquiries.list({ planId: own.planId })).enquiries).toEqual([]);
  });
});

describe('the access log', () => {
  test('tells of everything that was done, in its order, to the lead and in the sealed history', async () => {
    const own = await aRoom(harness, ['Lead inspector']);
    const [first] = own.visitors as [Keys];
    await problemOf(enterRoom(outside(harness), { ...first, code: 'BBBBBBBBBB' }));
    await problemOf(enterRoom(outside(harness, BEFORE), first));
    const { ctx, visit } = await visitOf(harness, first);
    await openRoom(ctx, visit);
    await readRoomPage(ctx, visit, 'R2');
    await previewRoomFile(ctx, visit, 'E1');
    await bytesOf(await downloadRoomFile(ctx, visit, 'E2'));
    await bytesOf(await downloadRoomPack(ctx, visit));
    await askInRoom(ctx, visit, { question: 'Why?', recommendations: [], idempotencyKey: newId() });
    await lead.rooms.revokeVisitor({ visitorId: first.visitorId });
    await lead.rooms.close({ roomId: own.roomId, version: 1 });
    const expected = [
      'OPENED Pack 1, 12 March 2026 to 13 March 2026',
      'VISITOR_ADDED',
      'WRONG_CODE',
      'TURNED_AWAY This room opens on 12 March 2026. Come back then with the same link and code.',
      'ENTERED',
      'PAGE Contents',
      'PAGE R2',
      'FILE_VIEWED E1',
      'FILE_DOWNLOADED E2',
      'PACK_DOWNLOADED Pack 1',
      'ASKED Q1',
      'VISITOR_REVOKED',
      'CLOSED',
    ];
    expect(await eventsOf(harness, own.roomId)).toEqual(expected);
    const admin = await lead.rooms.get({ roomId: own.roomId });
    expect(admin).toMatchObject({ state: 'CLOSED', entrances: 1, logTotal: expected.length });
    const csv = (await csvOf(harness, own.roomId)).trim().split('\r\n');
    expect(csv).toHaveLength(expected.length + 1);
    expect(csv.find((line) => line.includes('Entered'))).toBe(
      '2026-03-12,10:00,2026-03-12T10:00:00.000Z,Lead inspector,Entered,',
    );
    const history = await db.auditEvent.findMany({
      where: { entityType: 'INSPECTOR_ROOM', entityId: own.roomId },
      orderBy: { id: 'asc' },
    });
    expect(history).toHaveLength(expected.filter((line) => !line.startsWith('PAGE')).length);
    const byVisitor = history.filter(({ actorId }) => actorId === null);
    expect(new Set(byVisitor.map(({ actorName }) => actorName))).toEqual(
      new Set(['A visitor of inspector room 1']),
    );
  });

  test('can be added to and by nobody changed', async () => {
    const { roomId } = await aRoom(harness);
    const where = { roomId };
    await expect(db.roomLogLine.deleteMany({ where })).rejects.toThrow();
    await expect(db.roomLogLine.updateMany({ where, data: { what: 'nothing' } })).rejects.toThrow();
  });

  test('guards its file against what a spreadsheet would run', async () => {
    const own = await aRoom(harness, ['=HYPERLINK("http://elsewhere.example")']);
    expect(await csvOf(harness, own.roomId)).toContain(`"'=HYPERLINK(""http://elsewhere.example"")"`);
  });
});

describe('what may stand in a room', () => {
  const draft = async (more: object) => {
    const { plan } = { plan: await harness.makePlan() };
    const packId = await buildPackOf(harness, plan.planId, more);
    return {
      planId: plan.planId,
      packId,
      name: 'Visit',
      organisation: 'Ofsted',
      fromDate: FIRST_DAY,
      untilDate: LAST_DAY,
      visitors: ['Lead inspector'],
      idempotencyKey: newId(),
    };
  };

  test('no pack for a board, and none of another plan', async () => {
    const board = await draft({ audience: 'BOARD' });
    expect((await problemOf(lead.rooms.create(board))).fields).toEqual([
      { field: 'packId', message: expect.stringContaining('not made for an inspector') },
    ]);
    const foreign = { ...board, packId: (await aRoom(harness)).packId, idempotencyKey: newId() };
    expect((await problemOf(lead.rooms.create(foreign))).fields?.[0]?.message).toBe(
      'Choose a pack of this plan',
    );
  });

  test('a partial pack does, and the room says which file is missing', async () => {
    const plan = await harness.makePlan();
    const lost = await makeEvidence(harness, plan, { bytes: `lost ${newId()}` });
    await harness.store.remove(lost.sha256);
    const packId = await buildPackOf(harness, plan.planId);
    const made = await lead.rooms.create({ ...(await draft({})), planId: plan.planId, packId });
    const { ctx, visit } = await visitOf(harness, keysOf(made.visitors[0] as never));
    expect((await openRoom(ctx, visit)).pack.partial).toMatch(/^PARTIAL: 1 file/);
    expect((await readRoomPage(ctx, visit, 'R1')).evidence).toMatchObject([{ ref: 'E1', isHere: false }]);
    await expect(downloadRoomFile(ctx, visit, 'E1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a room that two change at once is changed once', async () => {
    const own = await aRoom(harness);
    const packId = await buildPackOf(harness, own.planId);
    const change = { roomId: own.roomId, packId, version: 1 };
    const endings = await Promise.allSettled([lead.rooms.putPack(change), lead.rooms.close(change)]);
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
