import { actionExportInput } from '@gt/contracts/schemas';
import type { WorkbookChoices } from '@gt/contracts/words';
import { largeWorkbook, writeWorkbook } from '@gt/intake/testing';
import { expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { exportActions } from '../actions/export-actions.ts';
import { isNamed } from '../store/sweep-files.ts';
import { readSent, sendAndRead, sendWorkbook } from './workbooks.fixture.ts';

const harness = await startHarness();
const { db, people, callerAs, teams, posts } = harness;
const lead = callerAs(people.lead);
const both = await harness.makeUser('Jo Smith', ['PROGRAMME_LEAD', 'ADMINISTRATOR']);

type Cells = readonly (readonly (string | number | null)[])[];
const bytesOf = (rows: Cells) => writeWorkbook([{ name: 'Plan', rows }]);
const HEAD = [
  'Recommendation',
  'Action required',
  'Owner',
  'Due date',
  'RAG',
  'Status',
  'Progress',
  'Cost code',
];
const ROWS: Cells = [
  HEAD,
  [
    'Practice standards are not yet agreed',
    'Agree the practice standards',
    'Head of Fostering',
    '31/03/2026',
    'Amber',
    'In progress',
    'Drafted in May',
    'C-100',
  ],
  ['', 'Launch the practice standards', 'JS', 'end Q2', '', 'Not started', '', ''],
  ['', 'Audit against the standards', 'Somebody unknown', '31/04/2026', '', '', '', ''],
  ['', 'Report to the board', 'Police', 'ongoing', 'Blue', '', '', 'C-101'],
];

async function ready(rows: Cells = ROWS, planId?: string) {
  const plan = planId ?? (await harness.makePlan()).planId;
  const workbookId = await sendAndRead(harness, plan, bytesOf(rows));
  return { planId: plan, workbookId };
}
async function choose(workbookId: string, more: Partial<WorkbookChoices>, caller = lead) {
  const { version, choices } = await caller.workbooks.get({ workbookId });
  await caller.workbooks.choose({ workbookId, version, choices: { ...choices, ...more } });
}
async function bringIn(workbookId: string, caller = lead) {
  const { version } = await caller.workbooks.get({ workbookId });
  return caller.workbooks.confirm({ workbookId, version });
}
/** Everything of a plan that an import may write. */
async function whole(planId: string) {
  const actions = await db.action.findMany({
    where: { planId },
    orderBy: { id: 'asc' },
    omit: { version: true, changedAt: true, changedById: true },
  });
  const recommendations = await db.recommendation.findMany({ where: { planId }, orderBy: { id: 'asc' } });
  const plan = await db.plan.findUniqueOrThrow({ where: { id: planId } });
  const ids = actions.map(({ id }) => id);
  const revisions = await db.dateRevision.count({ where: { actionId: { in: ids } } });
  return {
    actions,
    recommendations,
    plan,
    revisions,
    teams: await db.team.count(),
    posts: await db.post.count(),
  };
}

test('a workbook is read by the job, judged row by row, and comes in through the rules with its history', async () => {
  const { planId, workbookId } = await ready();
  const { dryRun, state } = await lead.workbooks.get({ workbookId });
  expect(state).toBe('READY');
  expect(dryRun?.counts).toMatchObject({ CREATE: 3, PROBLEM: 1, EXPLAINED: 1 });
  expect(dryRun?.totals).toMatchObject({ rows: 5, imported: 3, explained: 2 });
  expect(dryRun?.names.map(({ name, choice, why }) => [name, choice.to, why])).toEqual([
    ['Head of Fostering', 'POST', 'A post has this title.'],
    ['JS', 'USER', 'Initials of Jo Smith.'],
    ['Somebody unknown', 'NOBODY', expect.stringContaining('kept in the detail')],
    ['Police', 'TEAM', 'A team has this name.'],
  ]);
  const { rows } = await lead.workbooks.rows({ workbookId });
  expect(rows[0]).toMatchObject({
    row: 4,
    outcome: 'PROBLEM',
    reasons: expect.arrayContaining([expect.stringContaining('31/04/2026')]),
  });

  await choose(workbookId, { problems: 'WITHOUT' });
  await bringIn(workbookId);
  const actions = await db.action.findMany({ where: { planId }, orderBy: { number: 'asc' } });
  expect(actions).toMatchObject([
    {
      title: 'Agree the practice standards',
      ownerPostId: posts.headOfFostering,
      teamId: teams.fostering,
      acceptance: 'OFFERED',
      dueDate: new Date('2026-03-31'),
      originalDueDate: new Date('2026-03-31'),
      declaredRag: 'AMBER',
      status: 'IN_PROGRESS',
      detail: 'Progress in the workbook:\nDrafted in May\n\nAlso in the workbook:\nCost code: C-100',
    },
    { ownerUserId: both.userId, dueDate: new Date('2026-09-30') },
    { dueDate: null, detail: expect.stringMatching(/Owner: Somebody unknown\nDue date: 31\/04\/2026/) },
    {
      partnerTeamId: teams.police,
      teamId: null,
      status: 'AWAITING_EVIDENCE_CHECK',
      declaredRag: 'NONE',
      percentComplete: 100,
    },
  ]);
  const history = await db.auditEvent.findMany({ where: { entityId: { in: actions.map(({ id }) => id) } } });
  expect(history.map(({ action }) => action)).toEqual(Array(4).fill('action.create'));
  const after = await lead.workbooks.get({ workbookId });
  expect(after).toMatchObject({
    state: 'IMPORTED',
    dryRun: null,
    brought: { actions: 4, recommendations: 1, updates: 0 },
  });
  const row = await db.workbookImport.findUniqueOrThrow({ where: { id: workbookId } });
  expect(row.grid).toBeNull();
  expect(await harness.store.stat(row.sha256)).not.toBeNull();
});

test('bringing in twice, also at once, brings in once', async () => {
  const { planId, workbookId } = await ready();
  const { version } = await lead.workbooks.get({ workbookId });
  await Promise.all([
    lead.workbooks.confirm({ workbookId, version }),
    lead.workbooks.confirm({ workbookId, version }),
  ]);
  await lead.workbooks.confirm({ workbookId, version });
  expect(await db.action.count({ where: { planId } })).toBe(3);
});

test('an upload sent twice with one key is taken once', async () => {
  const { planId } = await harness.makePlan();
  const key = newId();
  const one = await sendWorkbook(harness, planId, { bytes: bytesOf(ROWS), key });
  const two = await sendWorkbook(harness, planId, { bytes: bytesOf(ROWS), key });
  expect(two).toBe(one);
});

test('undoing leaves nothing of it but the history, and the workbook can be brought in again', async () => {
  const { planId } = await harness.makePlan();
  const before = await whole(planId);
  const caller = callerAs(both);
  const { workbookId } = await ready(ROWS, planId);
  await choose(
    workbookId,
    { names: { 'somebody unknown': { to: 'NEW_POST', teamId: teams.fostering } }, problems: 'WITHOUT' },
    caller,
  );
  await bringIn(workbookId, caller);
  const during = await whole(planId);
  expect([during.actions.length, during.posts]).toEqual([4, before.posts + 1]);
  const { version } = await caller.workbooks.get({ workbookId });
  expect(await caller.workbooks.undo({ workbookId, version, keepChanged: false })).toEqual({
    undone: true,
    changed: [],
  });
  expect(await whole(planId)).toEqual(before);
  const gone = await db.auditEvent.findMany({ where: { planId, action: 'action.undoImport' } });
  expect(gone).toHaveLength(4);
  await readSent(harness, workbookId);
  await bringIn(workbookId, caller);
  expect((await whole(planId)).actions).toHaveLength(4);
});

test('what somebody changed since is named and nothing is undone; then the rest can be undone', async () => {
  const { planId, workbookId } = await ready();
  await bringIn(workbookId);
  const [first, second, third] = await db.action.findMany({ where: { planId }, orderBy: { number: 'asc' } });
  if (!first || !second || !third) throw new Error('not brought in');
  await callerAs(people.manager).actions.edit({
    actionId: first.id,
    version: 1,
    title: 'Agree the standards with carers',
    detail: first.detail,
    successMeasure: '',
    priority: 'HIGH',
    startDate: null,
  });
  await db.actionComment.create({
    data: { actionId: second.id, authorId: people.manager.userId, body: 'Who books the room?' },
  });
  const { version } = await lead.workbooks.get({ workbookId });
  const refused = await lead.workbooks.undo({ workbookId, version, keepChanged: false });
  expect(refused.undone).toBe(false);
  expect(refused.changed.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^Changed by Head of Fostering, holder 1 on 12 March 2026\./),
    'It has a comment now.',
  ]);
  expect(await db.action.count({ where: { planId } })).toBe(3);
  expect((await lead.workbooks.undo({ workbookId, version, keepChanged: true })).undone).toBe(true);
  expect((await db.action.findMany({ where: { planId } })).map(({ id }) => id).sort()).toEqual(
    [first.id, second.id].sort(),
  );
});

test('duplicates are skipped, updated, or stop the whole', async () => {
  const { planId, workbookId } = await ready();
  await bringIn(workbookId);
  const again = await ready(
    [
      HEAD,
      [
        'Practice standards are not yet agreed',
        'Agree the practice standards',
        'Head of Fostering',
        '30/04/2026',
        '',
        '',
        '',
        '',
      ],
    ],
    planId,
  );
  const outcome = async () =>
    (await lead.workbooks.rows({ workbookId: again.workbookId })).rows.find(({ row }) => row === 2)?.outcome;
  expect(await outcome()).toBe('DUPLICATE');
  await choose(again.workbookId, { duplicates: 'STOP' });
  await expect(bringIn(again.workbookId)).rejects.toThrow(/chose to stop/);
  await choose(again.workbookId, { duplicates: 'UPDATE' });
  expect(await outcome()).toBe('UPDATE');
  await bringIn(again.workbookId);
  const action = await db.action.findFirstOrThrow({
    where: { planId, title: 'Agree the practice standards' },
  });
  expect(action).toMatchObject({
    dueDate: new Date('2026-04-30'),
    originalDueDate: new Date('2026-03-31'),
    version: 2,
  });
});

test('an export that is changed and brought back shows was and becomes, refuses what changed since, and undoes', async () => {
  const plan = await harness.makePlan();
  const one = await harness.makeAction(plan, {
    title: 'Recruit carers',
    dueDate: new Date('2026-05-01'),
    originalDueDate: new Date('2026-05-01'),
  });
  const two = await harness.makeAction(plan, { title: 'Train carers' });
  const before = await whole(plan.planId);
  const ctx = harness.ctxAs(people.lead);
  const file = await exportActions(
    ctx,
    guard(ctx, 'action.read'),
    {
      planId: plan.planId,
      ...actionExportInput.parse({
        columns: ['reference', 'version', 'title', 'dueDate', 'thread'],
        format: 'csv',
      }),
    },
    new AbortController().signal,
  );
  if (file.kind !== 'file') throw new Error('no file');
  let text = '';
  for await (const chunk of file.stream) text += String(chunk);
  text = text
    .replace('Recruit carers', 'Recruit 12 carers')
    .replace('1 May 2026', '1 June 2026')
    .replace('Train carers', 'Train new carers');
  await callerAs(people.lead).actions.edit({
    actionId: two.id,
    version: 1,
    title: 'Train carers well',
    detail: '',
    successMeasure: '',
    priority: 'MEDIUM',
    startDate: null,
  });
  const workbookId = await sendAndRead(harness, plan.planId, new TextEncoder().encode(text), 'actions.csv');
  const { rows } = await lead.workbooks.rows({ workbookId });
  const row = (outcome: string) => rows.find((each) => each.outcome === outcome);
  expect(row('UPDATE')?.changes).toEqual([
    { field: 'title', was: 'Recruit carers', becomes: 'Recruit 12 carers' },
    { field: 'dueDate', was: '1 May 2026', becomes: '1 June 2026' },
  ]);
  expect(row('STALE')?.reasons[0]).toMatch(
    /was changed by Programme Lead on 12 March 2026, after this was exported/,
  );
  await bringIn(workbookId);
  expect(await db.action.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({
    title: 'Recruit 12 carers',
    dueDate: new Date('2026-06-01'),
  });
  expect(await db.dateRevision.findMany({ where: { actionId: one.id } })).toMatchObject([
    { reason: expect.stringContaining('actions.csv') },
  ]);
  const { version } = await lead.workbooks.get({ workbookId });
  await lead.workbooks.undo({ workbookId, version, keepChanged: false });
  const after = await whole(plan.planId);
  expect(after.actions.find(({ id }) => id === one.id)).toEqual(
    before.actions.find(({ id }) => id === one.id),
  );
  expect(after.revisions).toBe(0);
});

test('what looks like somebody’s own data is to be looked at first', async () => {
  const { workbookId } = await ready([
    HEAD,
    ['Health', 'Book the review', '', '', '', '', 'NHS number 943 476 5919', ''],
  ]);
  const { dryRun } = await lead.workbooks.get({ workbookId });
  expect(dryRun?.findings).toMatchObject([{ row: 2, isLikely: true }]);
  await expect(bringIn(workbookId)).rejects.toThrow(
    /One cell looks like somebody’s own data, the first in row 2/,
  );
  await choose(workbookId, { hasLookedAtFindings: true });
  await bringIn(workbookId);
});

test('what a heading was taken for is remembered for the next workbook', async () => {
  const first = await ready();
  await choose(first.workbookId, { columns: { 'cost code': 'successMeasure' } });
  const next = await ready();
  const { dryRun } = await lead.workbooks.get({ workbookId: next.workbookId });
  expect(dryRun?.columns.find(({ key }) => key === 'cost code')).toMatchObject({
    field: 'successMeasure',
    confidence: 'REMEMBERED',
  });
  await db.headingChoice.deleteMany({});
});

test('teams and posts are made only by whoever may make them', async () => {
  const { workbookId } = await ready();
  await choose(workbookId, { names: { 'somebody unknown': { to: 'NEW_TEAM' } }, problems: 'WITHOUT' });
  await expect(bringIn(workbookId)).rejects.toThrow(/An administrator makes teams and posts/);
});

test('a file that cannot be read says why, and can be thrown away', async () => {
  const { planId } = await harness.makePlan();
  const workbookId = await sendAndRead(
    harness,
    planId,
    new TextEncoder().encode('PK no archive'),
    'plan.xlsx',
  );
  const run = await lead.workbooks.get({ workbookId });
  expect(run).toMatchObject({ state: 'FAILED', failure: expect.stringContaining('damaged') });
  await lead.workbooks.discard({ workbookId, version: run.version });
  expect(await lead.workbooks.list({ planId })).toEqual([]);
});

test('a file that is thrown away after it came in leaves what it brought, and names no bytes any more', async () => {
  const { planId, workbookId } = await ready();
  await bringIn(workbookId);
  const { sha256 } = await db.workbookImport.findUniqueOrThrow({ where: { id: workbookId } });
  await db.workbookImport.deleteMany({ where: { sha256, id: { not: workbookId } } });
  const { version } = await lead.workbooks.get({ workbookId });
  await lead.workbooks.discard({ workbookId, version });
  expect(await db.action.count({ where: { planId } })).toBe(3);
  expect(await isNamed(db, sha256)).toBe(false);
});

test('two thousand rows are judged and brought in, each with its outcome', async () => {
  const { planId } = await harness.makePlan();
  const workbookId = await sendAndRead(harness, planId, largeWorkbook(2_000));
  const { dryRun } = await lead.workbooks.get({ workbookId });
  expect(dryRun?.totals).toMatchObject({ rows: 2_001, imported: 2_000, explained: 1 });
  await bringIn(workbookId);
  expect(await db.action.count({ where: { planId } })).toBe(2_000);
  const { version } = await lead.workbooks.get({ workbookId });
  expect((await lead.workbooks.undo({ workbookId, version, keepChanged: false })).undone).toBe(true);
  expect(await db.action.count({ where: { planId } })).toBe(0);
}, 60_000);
