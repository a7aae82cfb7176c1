import type { Role } from '@gt/contracts/words';
import { isoDate } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import type { MinutesFacts } from '@gt/domain/report';
import { expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { correctMinutes, makeMinutes } from './make-minutes.ts';
import { runIssue, wordsOf } from './testing.ts';

const harness = await startHarness();
const { db, people, makePlan, callerAs } = harness;
const lead = callerAs(people.lead);
/** With mail set up, as on a server that has a relay. */
const ctxAs: typeof harness.ctxAs = (person, today) => {
  const ctx = harness.ctxAs(person, today);
  return { ...ctx, settings: { ...ctx.settings, mailIsSetUp: true } };
};
await db.installation.update({
  where: { id: 1 },
  data: { insideMailDomains: ['trust.example'] },
  select: { id: true },
});

const HELD = isoDate('2026-03-12');
const standing = { rag: 'AMBER', status: 'IN_PROGRESS', dueDate: isoDate('2026-04-30') } as const;

function factsOf(planId: string, reviewId: string): MinutesFacts {
  return {
    ...{ planId, reviewId, snapshotId: null },
    plan: { name: 'Northmoor ILACS plan', councilName: 'Northmoor Council', trustName: '' },
    review: {
      ...{ number: 7, meeting: 'REVIEW', of: '', heldOn: HELD, movedFrom: null, chair: 'Programme Lead' },
      ...{ begun: '10:02', ended: '10:48', summary: 'Fostering goes to the board.' },
    },
    attendance: [{ name: 'Programme Lead', attendance: 'PRESENT', isChair: true }],
    carried: [],
    items: [
      {
        ...{
          reference: 'R1.A1',
          title: 'Recruit twelve mainstream foster carers',
          owner: 'Head of Fostering',
        },
        ...{ section: 'OVERDUE', state: 'DONE', before: standing, now: { ...standing, rag: 'RED' } },
        ...{ why: '', note: 'Two carers left for the agency.', decisions: [], newActions: [] },
      },
    ],
    decisions: [],
    newActions: [],
    next: null,
    corrections: [],
  };
}

/** A frozen review with these people on its list, and its minutes on their way. */
async function frozen(more: { attends?: string[]; members?: string[] } = {}) {
  const { planId } = await makePlan();
  const attends = more.attends ?? [people.lead.userId];
  const review = await db.review.create({
    data: {
      ...{ planId, number: 7, heldOn: new Date(HELD), state: 'OPEN' },
      attendances: {
        create: attends.map((userId) => ({ userId, name: 'Somebody', attendance: 'PRESENT' as const })),
      },
    },
    select: { id: true },
  });
  await db.review.update({ where: { id: review.id }, data: { state: 'FROZEN' }, select: { id: true } });
  await db.planMember.createMany({
    data: (more.members ?? []).map((userId) => ({ planId, userId, meeting: 'REVIEW' as const })),
  });
  const ctx = ctxAs(people.manager);
  const { reportId } = await inTransaction(db, (tx) =>
    makeMinutes(tx, guard(ctx, 'review.run'), factsOf(planId, review.id), ctx.jobs),
  );
  return { planId, reviewId: review.id, reportId, ctx };
}

const mailsOf = (reportId: string) =>
  db.outboxMail.findMany({
    where: { messageId: { contains: reportId } },
    orderBy: { toAddress: 'asc' },
    select: { toAddress: true, subject: true, text: true, attachments: true, messageId: true },
  });

async function outsider(name: string, roles: Role[]) {
  const person = await harness.makeUser(name, roles);
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@elsewhere.example`;
  await db.user.update({ where: { id: person.userId }, data: { email }, select: { id: true } });
  return person;
}

test('are issued as they were frozen: both files, on record, and for everybody who reads the plan', async () => {
  const { reportId, ctx, planId } = await frozen();
  expect(harness.jobs.at(-1)).toEqual({ name: 'reports.issue', data: { reportId } });
  await runIssue(ctx, reportId);
  const report = await callerAs(people.viewer).reports.get({ reportId });
  expect(report).toMatchObject({
    kind: 'MINUTES',
    state: 'ISSUED',
    title: 'Minutes of weekly review 7, 12 March 2026',
    issuedBy: { name: 'Head of Fostering, holder 1' },
  });
  expect(report.files.map(({ format }) => format)).toEqual(['DOCX', 'PDF']);
  const words = await wordsOf(harness, report, people.viewer);
  for (const part of ['Fostering goes to the board.', 'Two carers left for the agency.', '10:02 to 10:48']) {
    expect(words).toContain(part);
  }
  expect((await lead.reports.list({ planId })).reports[0]?.reviewId).toBe(report.reviewId);
});

test('stay as they were frozen: nobody rewords them, makes a version by hand, or a public edition', async () => {
  const { reportId, ctx } = await frozen();
  await runIssue(ctx, reportId);
  const { version } = await lead.reports.get({ reportId });
  const save = { reportId, version, title: 'Mine', marking: 'OFFICIAL' as const, sections: [] };
  expect((await problemOf(lead.reports.save(save))).message).toContain('Minutes stay as they were frozen');
  const key = { reportId, idempotencyKey: 'minutes-by-hand' };
  expect((await problemOf(lead.reports.newVersion(key))).message).toContain('by a correction');
  expect((await problemOf(lead.reports.makePublic(key))).message).toContain('no public edition');
});

test('go by mail to everybody on the list and every member, each once; content only inside and to readers', async () => {
  const left = await harness.makeUser('Fostering Officer, holder 2', ['CONTRIBUTOR']);
  await db.user.update({
    where: { id: left.userId },
    data: { deactivatedAt: new Date() },
    select: { id: true },
  });
  const adviser = await outsider('Improvement Adviser', ['VIEWER']);
  const { planId, reportId, ctx } = await frozen({
    attends: [people.lead.userId, people.partner.userId, adviser.userId, left.userId],
    members: [people.lead.userId, people.viewer.userId],
  });
  await Promise.all([runIssue(ctx, reportId), runIssue(ctx, reportId)]);
  await runIssue(ctx, reportId);
  const mails = await mailsOf(reportId);
  expect(mails.map(({ toAddress, attachments }) => [toAddress, attachments !== null])).toEqual([
    ['improvement.adviser@elsewhere.example', false],
    ['improvement.board.chair.holder.1@trust.example', true],
    ['police.partnership.lead.holder.1@trust.example', false],
    ['programme.lead@trust.example', true],
  ]);
  const { files } = await lead.reports.get({ reportId });
  expect(mails[3]?.attachments).toEqual(
    files.map(({ fileName, sha256, format }) => ({
      ...{ fileName, sha256 },
      mediaType: format === 'PDF' ? 'application/pdf' : expect.stringContaining('wordprocessingml'),
    })),
  );
  expect(mails[0]?.subject).toBe('Minutes of review 7');
  expect(mails[0]?.text).toContain(`http://localhost:3000/plans/${planId}/reports/${reportId}`);
  expect(mails[2]?.text).toContain(`http://localhost:3000/plans/${planId}/actions`);
  for (const { text, subject } of [mails[0], mails[2]].flatMap((mail) => mail ?? [])) {
    expect(`${subject} ${text}`).not.toMatch(/Northmoor|carers|Fostering goes/);
  }
});

test('are not mailed where mail is not set up, or nobody has an account', async () => {
  const { reportId } = await frozen({ attends: [] });
  await runIssue(harness.ctxAs(people.manager), reportId);
  expect(await mailsOf(reportId)).toEqual([]);
  expect((await lead.reports.get({ reportId })).state).toBe('ISSUED');
});

test('a correction makes a new version that prints it first, and is mailed as corrected; the old one stays', async () => {
  const { reportId, reviewId, ctx } = await frozen();
  await runIssue(ctx, reportId);
  const correction = { reviewId, text: 'Three carers left, not two.', by: 'Programme Lead', on: HELD };
  const next = await inTransaction(db, (tx) =>
    correctMinutes(tx, guard(ctx, 'review.run'), correction, ctx.jobs),
  );
  await runIssue(ctx, next?.reportId ?? '');
  const corrected = await lead.reports.get({ reportId: next?.reportId ?? '' });
  expect(corrected).toMatchObject({ state: 'ISSUED', versionNumber: 2 });
  expect(corrected.versions.map(({ id, state }) => [id, state])).toEqual([[reportId, 'ISSUED']]);
  const words = await wordsOf(harness, corrected);
  expect(words.indexOf('Three carers left, not two.')).toBeLessThan(words.indexOf('Two carers left'));
  expect((await mailsOf(corrected.id))[0]?.subject).toBe(
    'Corrected: Minutes of weekly review 7, 12 March 2026',
  );
  const none = await inTransaction(db, (tx) =>
    correctMinutes(tx, guard(ctx, 'review.run'), { ...correction, reviewId: reportId }, ctx.jobs),
  );
  expect(none).toBeNull();
});
