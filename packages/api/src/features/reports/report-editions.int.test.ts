import { describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { aDraft, anIssuedReport, aToldAction, edits, issue, make, runIssue, wordsOf } from './testing.ts';

const harness = await startHarness();
const { db, people, makePlan, callerAs, ctxAs } = harness;
const lead = callerAs(people.lead);

describe('the public edition', () => {
  test('leaves out names, internal words and small numbers, and waits for what is typed to be settled', async () => {
    const { made } = await aDraft(harness);
    const issued = await issue(harness, made);
    const preview = await lead.reports.publicPreview({ reportId: issued.id });
    expect(preview.leftOut.map(({ what }) => what)).toContain('COLUMN');
    const edition = await lead.reports.makePublic({ reportId: issued.id, idempotencyKey: newId() });
    const draft = await lead.reports.get({ reportId: edition.id });
    expect(JSON.stringify(draft.content.sections)).not.toContain('Medical reports');
    expect(JSON.stringify(draft.content.sections)).not.toContain('Two assessors have left');
    const sections = edits(draft.content);
    sections[0]?.words.push({ key: 'summary', text: 'Head of Fostering, holder 1 met 3 children.' });
    const saved = await lead.reports.save({
      reportId: edition.id,
      version: edition.version,
      title: draft.title,
      marking: 'OFFICIAL',
      sections,
    });
    const { findings } = await lead.reports.get({ reportId: edition.id });
    expect(findings.map(({ kind, words }) => [kind, words])).toEqual([
      ['NAME', 'Head of Fostering, holder 1'],
      ['SMALL_NUMBER', '3 children'],
    ]);
    const problem = await problemOf(lead.reports.issue({ reportId: edition.id, version: saved.version }));
    expect(problem.message).toMatch(
      /^“Head of Fostering, holder 1” and “3 children” still stand in the words\./,
    );
    const first = await lead.reports.allow({
      reportId: edition.id,
      version: saved.version,
      words: '3 children',
      why: 'The council has published this count.',
    });
    const short = await problemOf(
      lead.reports.allow({
        reportId: edition.id,
        version: first.version,
        words: 'Head of Fostering, holder 1',
        why: 'fine',
      }),
    );
    expect(short.message).toContain('at least 10 characters');
    sections[0]?.words.splice(0, 1, { key: 'summary', text: 'The service met 3 children.' });
    const settled = await lead.reports.save({
      reportId: edition.id,
      version: first.version,
      title: draft.title,
      marking: 'OFFICIAL',
      sections,
    });
    const published = await issue(harness, { id: edition.id, version: settled.version });
    expect(published).toMatchObject({ state: 'ISSUED', edition: 'PUBLIC' });
    expect(published.files[0]?.fileName).toContain('public edition');
    const text = await wordsOf(harness, published);
    expect(text).toContain('Public edition');
    expect(text).toContain('The service met 3 children.');
    expect(text).not.toMatch(/Medical reports|Two assessors|holder 1/);
    const [full] = published.versions;
    expect(full?.files.map(({ sha256 }) => sha256)).not.toContain(published.files[0]?.sha256);
  });

  test('is made once for a version, of an issued paper alone', async () => {
    const { made } = await aDraft(harness);
    const early = await problemOf(lead.reports.makePublic({ reportId: made.id, idempotencyKey: newId() }));
    expect(early.message).toMatch(/^Issue the full edition first/);
    await issue(harness, made);
    await lead.reports.makePublic({ reportId: made.id, idempotencyKey: newId() });
    const twice = await problemOf(lead.reports.makePublic({ reportId: made.id, idempotencyKey: newId() }));
    expect(twice.message).toBe('This version has a public edition already. Go on with that one.');
  });

  test('made files say FAILED when a name came to be known after the button was pressed', async () => {
    const { made } = await aDraft(harness);
    const issued = await issue(harness, made);
    const edition = await lead.reports.makePublic({ reportId: issued.id, idempotencyKey: newId() });
    const draft = await lead.reports.get({ reportId: edition.id });
    const sections = edits(draft.content);
    sections[0]?.words.push({ key: 'summary', text: 'Wilhelmina Featherstonehaugh chaired.' });
    const saved = await lead.reports.save({
      reportId: edition.id,
      version: edition.version,
      title: draft.title,
      marking: 'OFFICIAL',
      sections,
    });
    await lead.reports.issue({ reportId: edition.id, version: saved.version });
    await harness.makeUser('Wilhelmina Featherstonehaugh', ['VIEWER']);
    await runIssue(ctxAs(people.lead), edition.id);
    const failed = await lead.reports.get({ reportId: edition.id });
    expect(failed).toMatchObject({ state: 'FAILED', files: [] });
    expect(failed.failure).toContain('“Wilhelmina Featherstonehaugh” still stands in the words.');
  });
});

describe('a statement of action', () => {
  test('answers each recommendation, is approved, and stops the clock when it is submitted', async () => {
    const plan = await makePlan();
    await aToldAction(harness, plan);
    const report = await anIssuedReport(harness, plan.planId, 'STATEMENT_OF_ACTION');
    const words = await wordsOf(harness, report);
    expect(words).toContain('“The effectiveness of the fostering service.”');
    expect(words).toContain('Twelve carers approved by panel');
    expect(words).not.toContain('holder 1');
    expect(report).toMatchObject({
      missingApprovals: ['COUNCIL', 'TRUST'],
      clock: { id: plan.clockId, submittedOn: null },
    });

    const submit = (version: number, reason = '') =>
      lead.reports.submit({ reportId: report.id, version, submittedOn: '2026-03-11', reason });
    expect(await problemOf(submit(report.version))).toMatchObject({
      code: 'RULE',
      message: expect.stringContaining('The council and the trust have not approved this version yet.'),
    });
    const approve = (body: 'COUNCIL' | 'TRUST') =>
      lead.reports.approve({
        reportId: report.id,
        body,
        approvedOn: '2026-03-10',
        approvedBy: 'Cabinet',
        note: '',
        idempotencyKey: newId(),
      });
    await approve('COUNCIL');
    await approve('TRUST');
    const { approvals } = await lead.reports.get({ reportId: report.id });
    await lead.reports.unapprove({ approvalId: approvals[0]?.id ?? '', reason: 'It was the draft.' });
    expect((await lead.reports.get({ reportId: report.id })).missingApprovals).toEqual(['COUNCIL']);
    const { version } = await submit(report.version, 'Approved by urgent powers of the leader.');
    const done = await lead.reports.get({ reportId: report.id });
    expect(done).toMatchObject({ version, submittedOn: '2026-03-11', clock: { submittedOn: '2026-03-11' } });
    const clock = await db.statutoryClock.findUniqueOrThrow({
      where: { id: plan.clockId },
      select: { submittedSha256: true, submittedMediaType: true },
    });
    expect(clock).toEqual({
      submittedSha256: done.files.find(({ format }) => format === 'PDF')?.sha256,
      submittedMediaType: 'application/pdf',
    });
    const trust = done.approvals[0]?.id ?? '';
    expect(
      await problemOf(lead.reports.unapprove({ approvalId: trust, reason: 'By mistake.' })),
    ).toMatchObject({
      message: expect.stringContaining('was submitted with this approval on record'),
    });
  });

  test('is refused a day that cannot be, a draft, and another paper', async () => {
    const plan = await makePlan();
    const report = await anIssuedReport(harness, plan.planId, 'STATEMENT_OF_ACTION');
    const reason = 'Approved by urgent powers of the leader.';
    const submit = (submittedOn: string) =>
      lead.reports.submit({ reportId: report.id, version: report.version, submittedOn, reason });
    expect(await problemOf(submit('2026-03-13'))).toMatchObject({
      code: 'INVALID',
      fields: [{ field: 'submittedOn' }],
    });
    expect(await problemOf(submit('2026-01-19'))).toMatchObject({ code: 'INVALID' });
    const draft = await make(harness, plan.planId, 'STATEMENT_OF_ACTION');
    const approval = { body: 'COUNCIL', approvedOn: '2026-03-10', approvedBy: 'Cabinet', note: '' } as const;
    expect(
      await problemOf(lead.reports.approve({ ...approval, reportId: draft.id, idempotencyKey: newId() })),
    ).toMatchObject({ message: 'Issue this version first: an approval is of words that stay as they are.' });
    const board = await anIssuedReport(harness, plan.planId);
    expect(
      await problemOf(
        lead.reports.submit({
          reportId: board.id,
          version: board.version,
          submittedOn: '2026-03-11',
          reason,
        }),
      ),
    ).toMatchObject({ message: 'Only a statement of action is submitted.' });
  });

  test('of a plan without recommendations says so', async () => {
    const { planId } = await makePlan();
    await db.recommendation.updateMany({ where: { planId }, data: { deletedAt: new Date() } });
    expect(await problemOf(make(harness, planId, 'STATEMENT_OF_ACTION'))).toMatchObject({
      code: 'RULE',
      message: expect.stringContaining('This plan has no recommendation yet'),
    });
  });
});
