import { text } from 'node:stream/consumers';
import { isoDate } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { FileRequest } from '../../core/file-route.ts';
import { guard, systemScope } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { readCalendar } from '../notifications/read-calendar.ts';
import { calendarFileRoutes } from './calendar.files.ts';
import { remindOfDates } from './remind-of-dates.ts';

let h: Harness;
let plan: PlanFixture;
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);

beforeAll(async () => {
  h = await startHarness();
});
beforeEach(async () => {
  plan = await h.makePlan();
});

const lead = () => h.callerAs(h.people.lead);
const clock = async () => (await lead().calendar.clocks({ planId: plan.planId })).clocks[0];
const take = (idempotencyKey = newId()) =>
  lead().calendar.takeReadyGates({ clockId: plan.clockId, idempotencyKey });
const march = { from: isoDate('2026-03-01'), to: isoDate('2026-03-31') };

it('proposes gates on a clock without any, takes them once, and names the next one', async () => {
  const before = await clock();
  expect(before?.gates).toEqual([]);
  expect(before?.proposed.map(({ name }) => name)).toContain('Senior leadership team');
  expect((await lead().calendar.next({ planId: plan.planId })).gate).toBeNull();
  const key = newId();
  await Promise.all([take(key), take(key)]);
  const after = await clock();
  expect(after?.proposed).toEqual([]);
  expect(after?.gates.map(({ dueDate }) => dueDate)).toEqual(before?.proposed.map(({ dueDate }) => dueDate));
  expect((await problemOf(take())).code).toBe('RULE');
  expect((await lead().calendar.next({ planId: plan.planId })).gate?.words).toBe(
    'First draft 16 working days late',
  );
});

it('marks a gate with a day and who agreed, takes that back, and refuses a stale hand', async () => {
  await take();
  const gate = (await clock())?.gates[0];
  if (!gate) throw new Error('no gate');
  const mark = {
    gateId: gate.id,
    version: 1,
    doneOn: isoDate('2026-02-19'),
    doneBy: 'Head of service',
    doneNote: '',
  };
  expect(await lead().calendar.markGate(mark)).toEqual({ gateId: gate.id, version: 2 });
  expect((await clock())?.gates[0]).toMatchObject({
    words: 'Done on 19 February 2026, 1 working day late',
    recordedBy: { name: 'Programme Lead' },
  });
  const stale = await problemOf(lead().calendar.markGate({ ...mark, doneBy: 'Somebody' }));
  expect(stale).toMatchObject({ code: 'CONFLICT', current: { values: { doneBy: 'Head of service' } } });
  await lead().calendar.markGate({ ...mark, version: 2, doneOn: null });
  expect((await clock())?.gates[0]).toMatchObject({ doneOn: null, doneBy: '', recordedBy: null });
  const wrong = await problemOf(
    lead().calendar.markGate({ ...mark, version: 3, doneOn: isoDate('2026-03-13') }),
  );
  expect(wrong.fields?.[0]?.field).toBe('doneOn');
});

it('counts gates anew when receipt is corrected, but leaves the one that a person moved', async () => {
  await take();
  const gates = (await clock())?.gates ?? [];
  const [first, , board] = gates;
  if (!first || !board) throw new Error('no gates');
  const moved = { gateId: board.id, version: 1, name: 'Joint board', dueDate: isoDate('2026-03-24') };
  await lead().calendar.editGate(moved);
  const bad = await problemOf(
    lead().calendar.editGate({ ...moved, version: 2, dueDate: isoDate('2026-05-01') }),
  );
  expect(bad.fields?.[0]?.message).toBe('Choose 30 April 2026 or earlier: the action plan is due by then');
  const { inspectionId } = plan;
  const found = (await lead().plans.get({ planId: plan.planId })).inspections[0];
  if (!found) throw new Error('no inspection');
  const { id: _id, planId: _plan, reportFileName: _file, ...facts } = found;
  await lead().inspections.edit({ ...facts, inspectionId, receivedDate: isoDate('2026-01-27') });
  const after = (await clock())?.gates ?? [];
  expect(after.find(({ id }) => id === first.id)?.dueDate).toBe('2026-02-25');
  expect(after.find(({ id }) => id === board.id)).toMatchObject({ dueDate: '2026-03-24', isSet: true });
  expect(after.every(({ dueDate }) => dueDate <= '2026-05-08')).toBe(true);
});

it('removes a gate and puts it back', async () => {
  await take();
  const gate = (await clock())?.gates[2];
  if (!gate) throw new Error('no gate');
  await lead().calendar.removeGate({ gateId: gate.id, version: 1, isBack: false });
  const without = await clock();
  expect(without?.gates).toHaveLength(5);
  expect(without?.removed).toEqual([{ id: gate.id, name: gate.name, version: 2 }]);
  await lead().calendar.removeGate({ gateId: gate.id, version: 2, isBack: true });
  expect((await clock())?.gates).toHaveLength(6);
});

it('adds a gate once for one intent, and not on Good Friday', async () => {
  const add = {
    clockId: plan.clockId,
    name: 'Scrutiny',
    dueDate: isoDate('2026-04-02'),
    idempotencyKey: newId(),
  };
  const [one, two] = await Promise.all([lead().calendar.addGate(add), lead().calendar.addGate(add)]);
  expect(one).toEqual(two);
  expect((await clock())?.gates).toHaveLength(1);
  const bad = await problemOf(
    lead().calendar.addGate({ ...add, dueDate: isoDate('2026-04-03'), idempotencyKey: newId() }),
  );
  expect(bad.fields?.[0]?.message).toBe('3 April 2026 is Good Friday. Choose another day');
});

it('works out windows from the grades of the areas, and keeps every assumption with its reason', async () => {
  const judgements = ['help_and_protection', 'care_leavers'].map((area) => ({
    inspectionId: plan.inspectionId,
    area,
    grade: area === 'care_leavers' ? ('INADEQUATE' as const) : ('GOOD' as const),
  }));
  const windows = async () => (await lead().calendar.clocks({ planId: plan.planId })).windows;
  expect((await lead().calendar.clocks({ planId: plan.planId })).whyNoWindow).toContain('No grade');
  await h.db.judgement.createMany({ data: judgements });
  expect((await windows()).map(({ kind, from, until }) => [kind, from, until])).toEqual([
    ['MONITORING_VISIT', '2026-03-20', '2026-05-20'],
    ['REINSPECTION', '2027-04-30', '2028-04-30'],
  ]);
  const change = {
    ...{ inspectionId: plan.inspectionId, kind: 'REINSPECTION' as const, version: 0 },
    ...{ fromDate: isoDate('2027-09-01'), untilDate: isoDate('2027-12-18') },
    reason: 'Said at the annual conversation.',
  };
  await lead().calendar.setWindow(change);
  expect((await problemOf(lead().calendar.setWindow(change))).code).toBe('CONFLICT');
  expect((await windows())[1]).toMatchObject({
    from: '2027-09-01',
    isChanged: true,
    version: 1,
    usual: { from: '2027-04-30' },
  });
  await lead().calendar.setWindow({
    ...{ ...change, version: 1, fromDate: null, untilDate: null },
    reason: 'No longer expected.',
  });
  const back = (await windows())[1];
  expect(back).toMatchObject({ from: '2027-04-30', isChanged: false });
  expect(back?.history.map(({ reason }) => reason)).toEqual([
    'No longer expected.',
    'Said at the annual conversation.',
  ]);
});

it('counts the next monitoring visit from the last one that took place, never from one that is only expected', async () => {
  const judgement = {
    inspectionId: plan.inspectionId,
    area: 'overall_effectiveness',
    grade: 'INADEQUATE' as const,
  };
  await h.db.judgement.create({ data: judgement, select: { id: true } });
  const visit = { planId: plan.planId, kind: 'MONITORING_VISIT' as const, createdById: h.people.lead.userId };
  const on = (date: string, isFirm: boolean) =>
    h.db.planDate.create({
      data: { ...visit, fromDate: day(date), untilDate: day(date), isFirm },
      select: { id: true },
    });
  await on('2026-03-10', false);
  const next = async () => (await lead().calendar.clocks({ planId: plan.planId })).windows[0]?.from;
  expect(await next()).toBe('2026-03-20');
  await on('2026-02-25', true);
  await on('2026-04-20', true);
  expect(await next()).toBe('2026-04-25');
});

const VISIT = {
  kind: 'ADVISER_VISIT' as const,
  title: '',
  fromDate: isoDate('2026-03-30'),
  untilDate: isoDate('2026-04-02'),
  isFirm: false,
  note: 'Brings the terms of reference.',
};

it('puts in a date once, changes it, takes it out with a reason and back', async () => {
  const create = { ...VISIT, planId: plan.planId, idempotencyKey: newId() };
  const [one, two] = await Promise.all([
    lead().calendar.createDate(create),
    lead().calendar.createDate(create),
  ]);
  expect(one).toEqual(two);
  const { planDateId } = one;
  const shown = async (from: string, to: string) =>
    (
      await lead().calendar.span({
        planId: plan.planId,
        from: isoDate(from),
        to: isoDate(to),
        kinds: ['VISIT'],
      })
    ).entries;
  // It reaches into both months.
  expect(await shown('2026-03-01', '2026-03-31')).toMatchObject([
    { title: 'DfE adviser visit', words: 'expected, 4 days' },
  ]);
  expect(await shown('2026-04-01', '2026-04-30')).toHaveLength(1);
  await lead().calendar.editDate({
    ...VISIT,
    planDateId,
    version: 1,
    isFirm: true,
    untilDate: VISIT.fromDate,
  });
  expect(await shown('2026-04-01', '2026-04-30')).toEqual([]);
  const stale = await problemOf(lead().calendar.editDate({ ...VISIT, planDateId, version: 1 }));
  expect(stale).toMatchObject({ code: 'CONFLICT', current: { values: { isFirm: true } } });
  expect((await problemOf(lead().calendar.removeDate({ planDateId, version: 2, reason: '' }))).code).toBe(
    'INVALID',
  );
  await lead().calendar.removeDate({ planDateId, version: 2, reason: 'Called off by the adviser.' });
  expect(await shown('2026-03-01', '2026-03-31')).toEqual([]);
  const [binned] = await lead().calendar.bin({ planId: plan.planId });
  expect(binned).toMatchObject({ id: planDateId, deletedReason: 'Called off by the adviser.' });
  await lead().calendar.restoreDate({ planDateId, version: 3 });
  expect(await shown('2026-03-01', '2026-03-31')).toHaveLength(1);
});

it('gathers due dates, milestones and meetings, names the first of a crowded day and counts the rest', async () => {
  await h.db.plan.update({ where: { id: plan.planId }, data: { reviewWeekday: 4 }, select: { id: true } });
  for (let index = 0; index < 8; index += 1) await h.makeAction(plan, { dueDate: day('2026-03-20') });
  const late = await h.makeAction(plan, { dueDate: day('2026-03-03'), title: 'Late one' });
  await h.makeAction(plan, { dueDate: day('2026-03-04'), status: 'CANCELLED' });
  const by = h.people.lead.userId;
  const step = {
    actionId: late.id,
    title: 'First step',
    dueDate: day('2026-03-05'),
    createdById: by,
    changedById: by,
  };
  await h.db.milestone.create({ data: step, select: { id: true } });
  await take();
  const found = await lead().calendar.span({ planId: plan.planId, ...march });
  const on = (date: string) =>
    found.entries
      .filter((entry) => entry.date === date)
      .map(({ kind, title, words }) => [kind, title, words]);
  expect(on('2026-03-03')).toEqual([['DUE', 'Late one', 'overdue']]);
  expect(on('2026-03-04')).toContainEqual(['GATE', 'Senior leadership team', 'late']);
  expect(on('2026-03-05')).toEqual([['MILESTONE', 'First step', 'late']]);
  expect(on('2026-03-19')).toContainEqual(['REVIEW', 'Weekly review', '10:00']);
  expect(found.entries.filter(({ date, kind }) => date === '2026-03-20' && kind === 'DUE')).toHaveLength(5);
  expect(found.crowds).toEqual([{ date: '2026-03-20', kind: 'DUE', total: 8 }]);
  const whole = await lead().calendar.day({ planId: plan.planId, date: isoDate('2026-03-20') });
  expect(whole.entries.filter(({ kind }) => kind === 'DUE')).toHaveLength(8);
  expect(whole.crowds).toEqual([]);
  const reviews = await lead().calendar.span({ planId: plan.planId, ...march, kinds: ['REVIEW'] });
  expect(reviews.entries.map(({ date }) => date)).toEqual(['2026-03-12', '2026-03-19', '2026-03-26']);
});

it('a review that was called off takes the place of the one that the rhythm foresaw', async () => {
  await h.db.plan.update({ where: { id: plan.planId }, data: { reviewWeekday: 4 }, select: { id: true } });
  await h.db.review.create({
    data: {
      ...{ planId: plan.planId, number: 1, heldOn: day('2026-03-19'), plannedFor: day('2026-03-19') },
      ...{ state: 'CANCELLED', cancelledReason: 'Half of us are away.' },
    },
    select: { id: true },
  });
  const { entries } = await lead().calendar.span({ planId: plan.planId, ...march, kinds: ['REVIEW'] });
  expect(entries.filter(({ date }) => date === '2026-03-19')).toMatchObject([{ words: '10:00, not held' }]);
});

it('shows a partner the dates of their own actions and nothing else of the plan', async () => {
  await take();
  await lead().calendar.createDate({ ...VISIT, planId: plan.planId, idempotencyKey: newId() });
  const mine = await h.makeAction(plan, { dueDate: day('2026-03-20'), partnerTeamId: h.teams.police });
  await h.makeAction(plan, { dueDate: day('2026-03-20'), teamId: h.teams.fostering });
  const partner = h.callerAs(h.people.partner);
  const { entries } = await partner.calendar.span({ planId: plan.planId, ...march });
  expect(entries.map(({ id }) => id)).toEqual([`DUE ${mine.id}`]);
  expect((await problemOf(partner.calendar.clocks({ planId: plan.planId }))).code).toBe('NOT_ALLOWED');
});

it('tells mine, my teams’ and the whole plan’s apart', async () => {
  const due = { dueDate: day('2026-03-20') };
  await h.makeAction(plan, { ...due, ownerPostId: h.posts.fosteringOfficer, teamId: h.teams.permanence });
  await h.makeAction(plan, { ...due, teamId: h.teams.fostering });
  await h.makeAction(plan, { ...due, teamId: h.teams.permanence });
  const count = async (scope: 'MINE' | 'TEAM' | 'PLAN') =>
    (
      await h
        .callerAs(h.people.contributor)
        .calendar.span({ planId: plan.planId, ...march, scope, kinds: ['DUE'] })
    ).entries.length;
  expect([await count('MINE'), await count('TEAM'), await count('PLAN')]).toEqual([1, 2, 3]);
});

it('asks for a span that it can show, and for a plan that is there', async () => {
  const span = { planId: plan.planId, from: isoDate('2026-03-01'), to: isoDate('2026-12-31') };
  expect((await problemOf(lead().calendar.span(span))).fields?.[0]?.field).toBe('to');
  const backwards = { ...span, to: isoDate('2026-02-01') };
  expect((await problemOf(lead().calendar.span(backwards))).code).toBe('INVALID');
  expect((await problemOf(lead().calendar.span({ ...march, planId: newId() }))).code).toBe('NOT_FOUND');
  expect((await problemOf(lead().calendar.clocks({ planId: newId() }))).code).toBe('NOT_FOUND');
});

it('writes the shown days as a calendar without a typed word, for the same eyes', async () => {
  await take();
  await lead().calendar.createDate({
    ...{ ...VISIT, kind: 'OTHER', title: 'Zebedee Quillfeather visits', planId: plan.planId },
    idempotencyKey: newId(),
  });
  const mine = await h.makeAction(plan, {
    ...{ dueDate: day('2026-03-20'), partnerTeamId: h.teams.police, title: 'Named in confidence' },
  });
  const textFor = async (person: Person) => {
    const ctx = h.ctxAs(person);
    const request = { params: { planId: plan.planId }, query: march };
    const [route] = calendarFileRoutes;
    const answer = await route?.handle(ctx, guard(ctx, route.permission), request as unknown as FileRequest);
    if (answer?.kind !== 'file') throw new Error('no file');
    return (await text(answer.stream)).replaceAll('\r\n ', '');
  };
  const whole = await textFor(h.people.lead);
  expect(whole).toContain('SUMMARY:Approval gate of the action plan');
  expect(whole).toContain('SUMMARY:Another date (expected)');
  expect(whole).toContain('DTSTART;VALUE=DATE:20260330\r\nDTEND;VALUE=DATE:20260403');
  expect(whole).not.toMatch(/Quillfeather|confidence|Senior leadership/);
  const ofPartner = await textFor(h.people.partner);
  expect(ofPartner.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(ofPartner).toContain(`/actions/${mine.id}`);
});

it('adds to a feed what is the reader’s, and the visits and gates of plans that they read', async () => {
  await take();
  await lead().calendar.createDate({ ...VISIT, planId: plan.planId, idempotencyKey: newId() });
  const feedOf = async (person: Person) => {
    const { address } = await h.callerAs(person).notifications.makeFeed();
    const secret = /\/calendar\/(.+)\.ics$/.exec(address)?.[1] ?? '';
    return (await readCalendar(h.ctxAs(null), secret)).replaceAll('\r\n ', '');
  };
  const ofViewer = await feedOf(h.people.viewer);
  expect(ofViewer).toContain('SUMMARY:DfE adviser visit (expected)');
  expect(ofViewer).toContain('SUMMARY:Approval gate of the action plan');
  expect(ofViewer).toContain('SUMMARY:Action plan due');
  expect(await feedOf(h.people.partner)).not.toContain('SUMMARY:DfE');
});

it('tells the programme leads once of a gate that is near and once when it is late, and of a window', async () => {
  const judgement = {
    inspectionId: plan.inspectionId,
    area: 'overall_effectiveness',
    grade: 'INADEQUATE' as const,
  };
  await h.db.judgement.create({ data: judgement, select: { id: true } });
  const { gateId } = await lead().calendar.addGate({
    ...{
      clockId: plan.clockId,
      name: 'Trust board',
      dueDate: isoDate('2026-03-19'),
      idempotencyKey: newId(),
    },
  });
  const told = (userId: string) =>
    h.db.notification.findMany({
      where: { userId, planId: plan.planId, kind: { in: ['GATE_NEAR', 'WINDOW_NEAR'] } },
      orderBy: { sourceId: 'asc' },
      select: { kind: true, sourceId: true },
    });
  const remind = (today: string) => {
    const ctx = h.ctxAs(null, isoDate(today));
    const scope = systemScope({ userId: '', userName: 'Golden Thread' }, ctx);
    return inTransaction(h.db, (tx) => remindOfDates(tx, scope));
  };
  await remind('2026-02-11');
  expect(await told(h.people.lead.userId)).toEqual([]);
  await remind('2026-03-12');
  await remind('2026-03-13');
  await remind('2026-03-20');
  await remind('2026-03-23');
  const found = (await told(h.people.lead.userId)).map(({ sourceId }) => sourceId);
  expect(found.filter((sourceId) => sourceId.startsWith(gateId))).toEqual([
    `${gateId}:2026-03-19`,
    `${gateId}:2026-03-19:late`,
  ]);
  expect(found.filter((sourceId) => sourceId.startsWith(plan.inspectionId))).toEqual([
    `${plan.inspectionId}:MONITORING_VISIT:2026-03-20`,
    `${plan.inspectionId}:MONITORING_VISIT:2026-03-20:open`,
  ]);
  expect(await told(h.people.manager.userId)).toEqual([]);
});
