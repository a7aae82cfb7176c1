import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { ageFiles } from '../../testing/age-files.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { takeSnapshot } from '../snapshots/take-snapshot.ts';
import { sweepFiles } from '../store/sweep-files.ts';
import { aDraft, download, edits, fileOf, issue, make, runIssue, said, wordsOf } from './testing.ts';

const harness = await startHarness();
const { db, people, makePlan, callerAs, ctxAs } = harness;
const lead = callerAs(people.lead);
const viewer = callerAs(people.viewer);
const APRIL = isoDate('2026-04-09');

describe('a board report in one click', () => {
  test('takes a snapshot where there is none, and says what the plan says', async () => {
    const { draft, plan } = await aDraft(harness);
    expect(draft).toMatchObject({
      kind: 'BOARD_REPORT',
      state: 'DRAFT',
      number: 1,
      versionNumber: 1,
      title: 'Board report 1, 12 March 2026',
      marking: 'OFFICIAL',
      snapshot: { number: 1, asAt: '2026-03-12' },
      newerSnapshot: null,
      pages: 2,
    });
    expect(said(draft.content, 'summary')).toContain('Of 1 action, 0 are closed and 1 open: 1 red');
    expect(said(draft.content, 'risks')).toContain('Medical reports take five weeks');
    expect(said(draft.content, 'children')).toContain('Brothers and sisters now live together');
    const snapshot = await db.snapshot.findFirstOrThrow({
      where: { planId: plan.planId },
      select: { cause: true },
    });
    expect(snapshot.cause).toBe('BY_HAND');
  });

  test('hears of everything since the board report before, with the numbers of then', async () => {
    const { made, plan, actionId } = await aDraft(harness);
    await issue(harness, made);
    await db.action.update({
      where: { id: actionId },
      data: { declaredRag: 'GREEN', ragReason: 'Two came.' },
      select: { id: true },
    });
    const later = callerAs(people.lead, APRIL);
    for (const day of [isoDate('2026-04-02'), APRIL]) {
      const scope = guard(ctxAs(people.lead, day), 'report.edit');
      await db.$transaction((tx) => takeSnapshot(tx, scope, { planId: plan.planId, cause: 'BY_HAND' }));
    }
    const second = await later.reports.make({
      planId: plan.planId,
      kind: 'BOARD_REPORT',
      idempotencyKey: newId(),
    });
    const { content, title } = await later.reports.get({ reportId: second.id });
    expect(title).toBe('Board report 2, 9 April 2026');
    expect(content.subtitle).toContain('since 12 March 2026');
    expect(said(content, 'summary')).toContain('Since 12 March 2026: 1 better, 0 worse');
  });

  test('of a plan with no action says so, and has one page', async () => {
    const { planId } = await makePlan();
    const { id } = await make(harness, planId);
    const report = await lead.reports.get({ reportId: id });
    expect(said(report.content, 'summary')).toContain('no action yet');
    expect(report.pages).toBe(1);
    expect((await issue(harness, report)).state).toBe('ISSUED');
  });

  test('from a snapshot of another plan is not found', async () => {
    const { plan } = await aDraft(harness);
    const other = await db.snapshot.findFirstOrThrow({
      where: { planId: { not: plan.planId } },
      select: { id: true },
    });
    const problem = await problemOf(
      lead.reports.make({
        planId: plan.planId,
        kind: 'BOARD_REPORT',
        snapshotId: other.id,
        idempotencyKey: newId(),
      }),
    );
    expect(problem).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the wording of a draft', () => {
  test('is kept as typed: title, marking, headings, order, what is left out', async () => {
    const { draft } = await aDraft(harness);
    const sections = edits(draft.content);
    const [summary, exceptions, ...rest] = sections;
    if (!summary || !exceptions) throw new Error('no sections');
    summary.words.push({ key: 'summary', text: 'A hard month.' });
    exceptions.isIncluded = false;
    const { version } = await lead.reports.save({
      reportId: draft.id,
      version: draft.version,
      title: 'To the board of March',
      marking: 'OFFICIAL_SENSITIVE',
      sections: [...rest, { ...summary, heading: 'At a glance' }, exceptions],
    });
    const saved = await lead.reports.get({ reportId: draft.id });
    expect(saved).toMatchObject({ version, title: 'To the board of March', marking: 'OFFICIAL_SENSITIVE' });
    expect(saved.content.sections.at(-2)).toMatchObject({ key: 'summary', heading: 'At a glance' });
    expect(saved.content.sections.at(-1)?.isIncluded).toBe(false);
    expect(said(saved.content, 'summary')).toBe('A hard month.');
    const again = await lead.reports.regenerate({ reportId: draft.id, version, keepEdits: true });
    expect(said((await lead.reports.get({ reportId: draft.id })).content, 'summary')).toBe('A hard month.');
    await lead.reports.regenerate({ reportId: draft.id, version: again.version, keepEdits: false });
    expect(said((await lead.reports.get({ reportId: draft.id })).content, 'summary')).toContain(
      'Of 1 action',
    );
  });

  test('written on an older version is refused with the words as they are now', async () => {
    const { draft } = await aDraft(harness);
    const write = (title: string) =>
      lead.reports.save({
        reportId: draft.id,
        version: draft.version,
        title,
        marking: 'OFFICIAL',
        sections: edits(draft.content),
      });
    await write('Mine');
    const problem = await problemOf(write('Yours'));
    expect(problem).toMatchObject({ code: 'CONFLICT', current: { values: { title: 'Mine' } } });
  });

  test('is for those who write papers: readers see what was issued', async () => {
    const { draft, plan, made } = await aDraft(harness);
    expect(await problemOf(viewer.reports.get({ reportId: draft.id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await viewer.reports.list({ planId: plan.planId })).reports).toEqual([]);
    await issue(harness, made);
    expect((await viewer.reports.list({ planId: plan.planId })).reports).toHaveLength(1);
    expect((await viewer.reports.get({ reportId: draft.id })).issuedBy?.name).toBe('Programme Lead');
  });
});

describe('issuing', () => {
  test('makes both files, which say what was worded, and are what is on record', async () => {
    const { made, plan } = await aDraft(harness);
    const report = await issue(harness, made);
    expect(report).toMatchObject({ state: 'ISSUED', failure: null });
    expect(report.files.map(({ format, fileName }) => [format, fileName])).toEqual([
      ['DOCX', 'Board report 1, 12 March 2026 – Northmoor ILACS plan.docx'],
      ['PDF', 'Board report 1, 12 March 2026 – Northmoor ILACS plan.pdf'],
    ]);
    const pdf = await download(harness, fileOf(report, 'PDF'), people.viewer);
    expect(pdf.mediaType).toBe('application/pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const [, onRecord] = report.files;
    expect(createHash('sha256').update(pdf.bytes).digest('hex')).toBe(onRecord?.sha256);
    expect(await wordsOf(harness, report)).toContain('Medical reports take five weeks');
    const audit = await db.auditEvent.findMany({
      where: { planId: plan.planId, entityType: 'REPORT' },
      orderBy: { id: 'asc' },
      select: { action: true },
    });
    expect(audit.map(({ action }) => action)).toEqual(['report.make', 'report.issue', 'report.issued']);
  });

  test('pressed ten times at once is one issue, one job and one pair of files', async () => {
    const { made } = await aDraft(harness);
    const before = harness.jobs.length;
    const press = () => lead.reports.issue({ reportId: made.id, version: made.version });
    const answers = await Promise.all(Array.from({ length: 10 }, press));
    expect(new Set(answers.map(({ version }) => version)).size).toBe(1);
    expect(harness.jobs.slice(before)).toEqual([{ name: 'reports.issue', data: { reportId: made.id } }]);
    await Promise.all([1, 2, 3].map(() => runIssue(ctxAs(people.lead), made.id)));
    await runIssue(ctxAs(people.lead), made.id);
    expect(await db.auditEvent.count({ where: { entityId: made.id, action: 'report.issued' } })).toBe(1);
    expect((await lead.reports.get({ reportId: made.id })).files).toHaveLength(2);
  });

  test('cut off before its rows are written is begun again, and ends with the same words', async () => {
    const { made } = await aDraft(harness);
    await lead.reports.issue({ reportId: made.id, version: made.version });
    const stopping = new AbortController();
    const ctx = ctxAs(people.lead);
    const store = {
      ...ctx.store,
      put: async (...input: Parameters<typeof ctx.store.put>) => {
        stopping.abort(new Error('the server stops'));
        return ctx.store.put(...input);
      },
    } as typeof ctx.store;
    await expect(runIssue({ ...ctx, store }, made.id, stopping.signal)).rejects.toThrow('the server stops');
    expect(await lead.reports.get({ reportId: made.id })).toMatchObject({ state: 'ISSUING', files: [] });
    await runIssue(ctx, made.id);
    expect(await lead.reports.get({ reportId: made.id })).toMatchObject({ state: 'ISSUED' });
  });

  test('that cannot be written ends with a sentence, keeps the words, and may be tried again', async () => {
    const { made, draft } = await aDraft(harness);
    await lead.reports.issue({ reportId: made.id, version: made.version });
    const broken = JSON.parse(
      JSON.stringify(draft.content, (key, value) => (key === 'caption' ? undefined : value)),
    );
    await db.report.update({ where: { id: made.id }, data: { content: broken }, select: { id: true } });
    await expect(runIssue(ctxAs(people.lead), made.id)).rejects.toThrow();
    const failed = await lead.reports.get({ reportId: made.id });
    expect(failed.state).toBe('FAILED');
    expect(failed.failure).toMatch(
      /^Its files could not be written: a part of it is missing .* The words are kept\./,
    );
    const written = await lead.reports.regenerate({
      reportId: made.id,
      version: failed.version,
      keepEdits: true,
    });
    expect((await issue(harness, written)).state).toBe('ISSUED');
  });

  test('into a full store ends with a sentence', async () => {
    const { made } = await aDraft(harness);
    await lead.reports.issue({ reportId: made.id, version: made.version });
    const ctx = ctxAs(people.lead);
    const put = async () => ({ ok: false, reason: 'NO_SPACE', message: 'full' }) as never;
    await runIssue({ ...ctx, store: { ...ctx.store, put } as typeof ctx.store }, made.id);
    expect((await lead.reports.get({ reportId: made.id })).failure).toMatch(/^The server has no room left/);
  });

  test('of more than four pages says how many they are and what to do', async () => {
    const { draft } = await aDraft(harness);
    const sections = edits(draft.content);
    sections[0]?.words.push({ key: 'summary', text: 'A short line.\n\n'.repeat(130) });
    const saved = await lead.reports.save({
      reportId: draft.id,
      version: draft.version,
      title: draft.title,
      marking: 'OFFICIAL',
      sections,
    });
    const problem = await problemOf(lead.reports.issue({ reportId: draft.id, version: saved.version }));
    expect(problem.message).toMatch(/^It takes \d+ pages, and a board report has 4 at most\. Shorten/);
  });

  test('without a heading, or with every section left out, is refused before a job is asked for', async () => {
    const { draft } = await aDraft(harness);
    const sections = edits(draft.content).map((section) => ({ ...section, isIncluded: false }));
    const saved = await lead.reports.save({
      reportId: draft.id,
      version: draft.version,
      title: draft.title,
      marking: 'OFFICIAL',
      sections,
    });
    const problem = await problemOf(lead.reports.issue({ reportId: draft.id, version: saved.version }));
    expect(problem.message).toMatch(/^Every section is empty or left out/);
  });

  test('fixes the words: a change makes a new version, and both stay', async () => {
    const { made, draft, plan } = await aDraft(harness);
    const issued = await issue(harness, made);
    const problem = await problemOf(
      lead.reports.save({
        reportId: made.id,
        version: issued.version,
        title: 'New',
        marking: 'OFFICIAL',
        sections: [],
      }),
    );
    expect(problem.message).toContain('Make a new version of it');
    const next = await lead.reports.newVersion({ reportId: made.id, idempotencyKey: newId() });
    const sections = edits(draft.content);
    sections[0]?.words.push({ key: 'summary', text: 'Corrected.' });
    const saved = await lead.reports.save({
      reportId: next.id,
      version: next.version,
      title: draft.title,
      marking: 'OFFICIAL',
      sections,
    });
    expect(
      await problemOf(lead.reports.newVersion({ reportId: made.id, idempotencyKey: newId() })),
    ).toMatchObject({
      message: 'There is a version 2 of this paper already. Go on with that one.',
    });
    const second = await issue(harness, { id: next.id, version: saved.version });
    expect(second.versions.map(({ versionNumber, state }) => [versionNumber, state])).toEqual([
      [1, 'ISSUED'],
    ]);
    expect(second.files[0]?.fileName).toContain('version 2');
    const difference = await lead.reports.compare({ reportId: second.id, withId: made.id });
    expect(difference[0]).toMatchObject({ heading: 'In short', change: 'CHANGED' });
    expect(difference[0]?.runs.at(-1)).toMatchObject({ kind: 'ADDED' });
    expect((await lead.reports.list({ planId: plan.planId })).total).toBe(2);
  });
});

test('the sweeper knows whose bytes they are: files of papers stay, what a crash left goes', async () => {
  const { made } = await aDraft(harness);
  const report = await issue(harness, made);
  const orphan = await harness.store.put(Readable.from([Buffer.from('left over')]), { maxBytes: 100 });
  if (!orphan.ok) throw new Error(orphan.message);
  await ageFiles(harness.filesDir);
  const { orphans } = await sweepFiles(ctxAs(people.lead));
  expect(orphans).toContain(orphan.sha256);
  for (const { sha256 } of report.files) expect(await harness.store.stat(sha256)).not.toBeNull();
});
