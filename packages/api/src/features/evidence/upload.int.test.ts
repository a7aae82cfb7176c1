import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { callFile, storedHashes, upload, uploadVersion } from './testing.ts';

let h: Harness;
let plan: PlanFixture;
let action: { id: string };

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  action = await h.makeAction(plan, { teamId: h.teams.fostering, ownerPostId: h.posts.fosteringOfficer });
});

const at = () => ({ planId: plan.planId, actionId: action.id });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function nothingLeft(run: () => Promise<unknown>) {
  const before = {
    files: await storedHashes(h),
    rows: await h.db.evidence.count(),
    keys: await h.db.idempotencyKey.count(),
  };
  const problem = await problemOf(run());
  expect(await storedHashes(h)).toEqual(before.files);
  expect(await h.db.evidence.count()).toBe(before.rows);
  expect(await h.db.idempotencyKey.count()).toBe(before.keys);
  expect(await readdir(join(h.filesDir, 'incoming'))).toEqual([]);
  return problem;
}

describe('an upload', () => {
  it('keeps the bytes under their hash, one item with its file, link and history', async () => {
    const bytes = 'Minutes of 3 March: four households approved\n';
    const made = await upload(h, h.people.contributor, at(), {
      bytes,
      fileName: '../Panel\u202Etxt.minutes.txt',
      details: {
        periodFrom: '2026-02-01',
        periodTo: '2026-02-28',
        shows: 'Four households “approved” – 100 %',
      },
    });
    expect(made).toMatchObject({
      reference: 'E1',
      versionNumber: 1,
      sha256: sha256(bytes),
      size: bytes.length,
    });
    expect(made.fileName).toBe('Paneltxt.minutes.txt');
    expect(await storedHashes(h)).toContain(sha256(bytes));
    const detail = await h.callerAs(h.people.verifier).evidence.get({ evidenceId: made.evidenceId });
    expect(detail).toMatchObject({
      reference: 'E1',
      shows: 'Four households “approved” – 100 %',
      periodFrom: '2026-02-01',
      periodTo: '2026-02-28',
      state: 'SUBMITTED',
      uploadedBy: { name: 'Fostering Officer, holder 1' },
      versions: [{ number: 1, mediaType: 'text/plain', sha256: sha256(bytes), size: bytes.length }],
      links: [{ reference: 'R1.A1', actionId: action.id }],
      checks: [],
      history: [{ who: 'Fostering Officer, holder 1', words: 'added evidence' }],
      may: { check: { ok: true }, edit: { ok: false }, download: { ok: true } },
    });
  });

  it('is one item for one intent, at once and afterwards, with equal answers', async () => {
    const key = newId();
    const options = { key, bytes: 'One intent', details: { title: 'One intent' } };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => upload(h, h.people.contributor, at(), options)),
    );
    answers.push(await upload(h, h.people.contributor, at(), options));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await h.db.evidence.count({ where: { title: 'One intent' } })).toBe(1);
    expect(await h.db.auditEvent.count({ where: { entityId: answers[0]?.evidenceId ?? '' } })).toBe(1);
  });

  it('gives every item its own number', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) => upload(h, h.people.lead, at(), { bytes: `file ${index}` })),
    );
    expect(new Set(made.map((item) => item.reference)).size).toBe(8);
  });

  it('may be evidence for several actions and, for the programme lead, for a recommendation', async () => {
    const other = await h.makeAction(plan, { teamId: h.teams.permanence });
    const made = await upload(h, h.people.lead, at(), {
      details: { actionIds: [action.id, other.id, other.id], recommendationIds: [plan.recommendationIds[1]] },
    });
    const { links } = await h.callerAs(h.people.lead).evidence.get({ evidenceId: made.evidenceId });
    expect(links.map((link) => link.reference)).toEqual(['R1.A1', 'R1.A2', 'R2']);
  });
});

describe('who may upload is decided before a byte is read', () => {
  const unread = () => {
    const body = new Readable({
      read() {
        this.destroy(new Error('the body was read'));
      },
    });
    body.on('error', () => undefined);
    return body;
  };
  test.each<[keyof Harness['people'], string]>([
    ['verifier', 'NOT_ALLOWED'],
    ['viewer', 'NOT_ALLOWED'],
    ['administrator', 'NOT_ALLOWED'],
    ['otherManager', 'NOT_ALLOWED'],
    ['partner', 'NOT_FOUND'],
  ])('%s: %s', async (who, code) => {
    const problem = await nothingLeft(() => upload(h, h.people[who], at(), { bytes: unread() }));
    expect(problem.code).toBe(code);
  });

  it('signed out', async () => {
    expect((await problemOf(upload(h, null, at(), { bytes: unread() }))).code).toBe('NOT_SIGNED_IN');
  });

  it('not to a recommendation itself, not to another plan, not to nothing', async () => {
    const { contributor, lead } = h.people;
    const direct = { actionIds: [], recommendationIds: [plan.recommendationIds[0]] };
    expect((await nothingLeft(() => upload(h, contributor, at(), { details: direct }))).message).toMatch(
      /Only the programme lead links evidence straight/,
    );
    const elsewhere = await h.makePlan();
    const stray = { planId: elsewhere.planId };
    expect((await nothingLeft(() => upload(h, lead, at(), { details: stray }))).code).toBe('NOT_FOUND');
    const nothing = await nothingLeft(() => upload(h, lead, { planId: plan.planId }));
    expect(nothing.fields?.[0]?.field).toBe('actionIds');
  });
});

describe('bad input leaves nothing and says what to do', () => {
  const by = () => h.people.contributor;

  it('over the limit, announced or not', async () => {
    await h.db.installation.update({
      where: { id: 1 },
      data: { uploadMaxBytes: 2048n },
      select: { id: true },
    });
    try {
      const bytes = 'x'.repeat(3000);
      const announced = { bytes, headers: { 'content-length': '3000' } };
      const told = await nothingLeft(() => upload(h, by(), at(), announced));
      expect(told).toMatchObject({ code: 'TOO_LARGE' });
      expect(told.message).toMatch(/The file is 2\.9 kB\. The limit is 2 kB\./);
      const found = await nothingLeft(() => upload(h, by(), at(), { bytes }));
      expect(found).toMatchObject({ code: 'TOO_LARGE' });
      expect(found.message).toMatch(/limit of 2 KB/);
    } finally {
      await h.db.installation.update({
        where: { id: 1 },
        data: { uploadMaxBytes: 104857600n },
        select: { id: true },
      });
    }
  });

  test.each<[string, { fileName: string; bytes?: string }, RegExp]>([
    [
      'forbidden type',
      { fileName: 'macro.xlsm' },
      /A \.xlsm file cannot be evidence\. Evidence can be PDF, DOCX/,
    ],
    ['picture that can carry a script', { fileName: 'logo.svg', bytes: '<svg/>' }, /Evidence can be PDF/],
    ['renamed program', { fileName: 'report.pdf', bytes: 'MZ\u0090\u0000 not a PDF' }, /./],
    ['empty', { fileName: 'empty.txt', bytes: '' }, /empty/],
    ['no ending', { fileName: 'README' }, /no extension/],
  ])('%s', async (_name, options, sentence) => {
    const problem = await nothingLeft(() => upload(h, by(), at(), options));
    expect(problem.code).toBe('INVALID');
    expect(problem.fields?.[0]?.field).toBe('file');
    expect(problem.message).toMatch(sentence);
  });

  it('cut off half-way, by the connection or by the person', async () => {
    async function* half() {
      yield Buffer.from('the first half');
      throw new Error('aborted');
    }
    const problem = await nothingLeft(() => upload(h, by(), at(), { bytes: Readable.from(half()) }));
    expect(problem.message).toMatch(/stopped before the whole file arrived\. Nothing was saved/);
    const stop = new AbortController();
    const endless = new Readable({ read: () => undefined });
    endless.push('some bytes');
    setTimeout(() => stop.abort(), 20);
    const stopped = await nothingLeft(() => upload(h, by(), at(), { bytes: endless, signal: stop.signal }));
    expect(stopped.message).toMatch(/Nothing was saved/);
  });

  it('wrong words, no words, a period in the future', async () => {
    const details = { title: ' ', shows: '', kind: 'MINUTES', showsImpact: true, periodTo: '2026-03-13' };
    const problem = await nothingLeft(() => upload(h, by(), at(), { details }));
    expect(problem.fields?.map((field) => field.field).sort()).toEqual([
      'periodTo',
      'shows',
      'showsImpact',
      'title',
    ]);
    const none = callFile(h, by(), 'POST /files/evidence', { headers: { 'x-evidence': '%7Bbroken' } });
    expect((await problemOf(none)).message).toMatch(/details of this upload did not arrive/);
  });
});

describe('a new version', () => {
  it('waits for a check again, once for one intent, and only on the version that was read', async () => {
    const made = await upload(h, h.people.contributor, at(), { bytes: 'first' });
    const lead = h.callerAs(h.people.lead);
    const verifier = h.callerAs(h.people.verifier);
    await verifier.evidence.check({
      evidenceId: made.evidenceId,
      version: 1,
      versionNumber: 1,
      decision: 'RETURNED',
      reason: 'The second page is missing',
    });
    const stale = await problemOf(
      uploadVersion(h, h.people.contributor, { evidenceId: made.evidenceId, version: 1 }),
    );
    expect(stale).toMatchObject({
      code: 'CONFLICT',
      current: { changedBy: 'Quality Assurance Lead, holder 1' },
    });
    const key = newId();
    const options = { key, bytes: 'second', fileName: 'Panel minutes, both pages.txt' };
    const again = () =>
      uploadVersion(h, h.people.contributor, { evidenceId: made.evidenceId, version: 2 }, options);
    const answers = [...(await Promise.all([again(), again(), again()])), await again()];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ versionNumber: 2, evidenceId: made.evidenceId });
    const detail = await lead.evidence.get({ evidenceId: made.evidenceId });
    expect(detail).toMatchObject({
      state: 'SUBMITTED',
      version: 3,
      versions: [{ number: 2 }, { number: 1 }],
    });
  });

  it('is not for those who take no part, nor for what was withdrawn', async () => {
    const made = await upload(h, h.people.contributor, at(), { bytes: 'to be withdrawn' });
    const of = { evidenceId: made.evidenceId, version: 1 };
    expect((await problemOf(uploadVersion(h, h.people.otherManager, of))).code).toBe('NOT_ALLOWED');
    await h.callerAs(h.people.contributor).evidence.withdraw({ ...of, reason: 'The wrong file was chosen' });
    const problem = await problemOf(uploadVersion(h, h.people.contributor, { ...of, version: 2 }));
    expect(problem.message).toMatch(/withdrawn\. Add the file as a new item/);
  });
});

describe('opening a file', () => {
  it('gives the bytes back, to those who may', async () => {
    const made = await upload(h, h.people.contributor, at(), { bytes: 'to be read' });
    const open = (who: keyof Harness['people']) =>
      callFile(h, h.people[who], 'GET /files/evidence-versions/:versionId', {
        params: { versionId: made.versionId },
      });
    const answer = await open('verifier');
    if (answer.kind !== 'file') throw new Error('expected a file');
    expect(answer).toMatchObject({ fileName: 'Panel minutes.txt', mediaType: 'text/plain', size: 10 });
    expect(Buffer.concat(await answer.stream.toArray()).toString()).toBe('to be read');
    expect((await problemOf(open('viewer'))).code).toBe('NOT_ALLOWED');
    expect((await problemOf(open('partner'))).code).toBe('NOT_FOUND');
    await h.db.evidenceVersion.update({
      where: { id: made.versionId },
      data: { redactedAt: new Date('2026-03-10T09:00:00Z') },
      select: { id: true },
    });
    expect((await problemOf(open('verifier'))).message).toMatch(/destroyed on 10 March 2026/);
  });
});
