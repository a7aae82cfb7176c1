import { beforeAll, describe, expect, it } from 'vitest';
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

const as = (who: keyof Harness['people'], today?: string) =>
  h.callerAs(h.people[who], today as never).evidence;
let files = 0;
async function anItem(details: Record<string, unknown> = {}, who: keyof Harness['people'] = 'contributor') {
  files += 1;
  const at = { planId: plan.planId, actionId: action.id };
  return upload(h, h.people[who], at, { bytes: `record ${files}`, details });
}
const written = (more: Record<string, unknown> = {}) => ({
  planId: plan.planId,
  actionIds: [action.id],
  recommendationIds: [],
  title: 'What carers said',
  kind: 'CHILD_OR_FAMILY_VOICE' as const,
  shows: 'Carers say that visits come on time',
  form: 'NOTE' as const,
  content: 'Four of five carers said that visits come on time.',
  idempotencyKey: newId(),
  ...more,
});

describe('what is said of an item', () => {
  it('keeps the difference for children, its author by post, and until when it holds', async () => {
    const said = {
      kind: 'AUDIT',
      showsImpact: true,
      difference: 'Fewer children moved twice',
      authorPost: 'Practice Lead',
      validUntil: '2026-12-31',
    };
    const { evidenceId } = await anItem(said);
    expect(await as('lead').get({ evidenceId })).toMatchObject({ ...said, form: 'FILE', standing: null });
  });

  it('wants the difference from whoever claims one', async () => {
    const problem = await problemOf(anItem({ kind: 'AUDIT', showsImpact: true, difference: ' ' }));
    expect(problem).toMatchObject({ code: 'INVALID', fields: [{ field: 'difference' }] });
  });

  it('says that it has expired from the day after, in the item, the list and the queue', async () => {
    const { evidenceId, reference } = await anItem({ validUntil: '2026-03-31' });
    const on = async (day: string) => {
      const { standing } = await as('verifier', day).get({ evidenceId });
      const list = await as('verifier', day).list({ planId: plan.planId, filter: { standing: 'EXPIRED' } });
      const queue = await as('verifier', day).waiting({ planId: plan.planId });
      return [
        standing?.words,
        list.rows.some((row) => row.reference === reference),
        queue.rows.find((row) => row.reference === reference)?.standing?.code,
      ];
    };
    expect(await on('2026-03-31')).toEqual([undefined, false, undefined]);
    expect(await on('2026-04-01')).toEqual(['Expired: it was valid until 31 March 2026', true, 'EXPIRED']);
  });
});

describe('versions', () => {
  it('keep what the record said when each came, and tell two apart', async () => {
    const first = await anItem({ source: 'Panel' });
    const { evidenceId } = first;
    const facts = { title: 'Panel minutes, April', kind: 'MINUTES' as const, shows: 'Who was approved' };
    const more = { showsImpact: false, periodFrom: null, periodTo: null, sensitivity: 'OFFICIAL' as const };
    const edited = await as('contributor').edit({ evidenceId, version: 1, ...facts, ...more, source: '' });
    await uploadVersion(
      h,
      h.people.contributor,
      { evidenceId, version: edited.version },
      { bytes: 'second' },
    );
    const { versions } = await as('lead').get({ evidenceId });
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(versions[0]?.changes).toEqual([
      { field: 'Title', from: 'Panel minutes', to: 'Panel minutes, April' },
      { field: 'What it shows', from: 'Who was approved, and when', to: 'Who was approved' },
      { field: 'Source', from: 'Panel', to: 'nothing' },
    ]);
    expect(versions[1]?.changes).toEqual([]);
    expect(versions[1]?.sha256, 'the first stays').toBe(first.sha256);
    expect(await storedHashes(h)).toEqual(expect.arrayContaining(versions.map(({ sha256 }) => sha256)));
  });

  it('from before details were kept say so', async () => {
    const { evidenceId, versionId } = await anItem();
    await h.db.$executeRaw`UPDATE "evidence_version" SET "details" = NULL WHERE "id" = ${versionId}`;
    await uploadVersion(h, h.people.contributor, { evidenceId, version: 1 }, { bytes: newId() });
    expect((await as('lead').get({ evidenceId })).versions[0]?.changes).toBeNull();
  });
});

describe('notes and links', () => {
  it('are items with a hash of their own, once for each intent', async () => {
    const input = written();
    const made = await as('contributor').write(input);
    expect(await as('contributor').write(input)).toEqual(made);
    const item = await as('lead').get({ evidenceId: made.evidenceId });
    expect(item).toMatchObject({ form: 'NOTE', state: 'SUBMITTED', links: [{ actionId: action.id }] });
    expect(item.latest.fileName).toBe('Note.txt');
    expect(await as('verifier').content({ versionId: made.versionId })).toEqual({
      form: 'NOTE',
      content: input.content,
    });
    const download = 'GET /files/evidence-versions/:versionId';
    const file = await callFile(h, h.people.verifier, download, { params: { versionId: made.versionId } });
    expect(file).toMatchObject({ kind: 'file', fileName: 'Note.txt', mediaType: 'text/plain' });
  });

  it('are rewritten as versions, and checked again', async () => {
    const made = await as('contributor').write(written({ form: 'LINK', content: 'https://trust.example/a' }));
    const { evidenceId, versionId } = made;
    await as('verifier').check({ evidenceId, version: 1, versionNumber: 1, decision: 'ACCEPTED' });
    const again = { evidenceId, version: 2, content: 'https://trust.example/b', idempotencyKey: newId() };
    const second = await as('contributor').rewrite(again);
    expect(second).toMatchObject({ versionNumber: 2 });
    expect((await as('lead').get({ evidenceId })).state).toBe('SUBMITTED');
    expect((await as('lead').content({ versionId })).content).toBe('https://trust.example/a');
    expect((await as('lead').content({ versionId: second.versionId })).content).toBe(again.content);
  });

  it('take no script for an address, and no file for a note', async () => {
    const bad = await problemOf(
      as('contributor').write(written({ form: 'LINK', content: 'javascript:alert(1)' })),
    );
    expect(bad).toMatchObject({ code: 'INVALID', fields: [{ field: 'content' }] });
    const { evidenceId } = await as('contributor').write(written());
    const sent = uploadVersion(h, h.people.contributor, { evidenceId, version: 1 }, { bytes: 'a file' });
    expect((await problemOf(sent)).message).toMatch(/is a note, not a file/);
    const file = await anItem();
    const rewrite = { evidenceId: file.evidenceId, version: 1, content: 'words', idempotencyKey: newId() };
    expect((await problemOf(as('contributor').rewrite(rewrite))).message).toMatch(/is a file/);
    expect((await problemOf(as('contributor').content({ versionId: file.versionId }))).code).toBe('INVALID');
  });
});

describe('taking another item’s place', () => {
  it('is said by both, everywhere, and can be taken back', async () => {
    const [old, next] = [await anItem(), await anItem()];
    const call = { evidenceId: old.evidenceId, version: 1 };
    await as('contributor').supersede({ ...call, byId: next.evidenceId });
    const item = await as('viewer').get({ evidenceId: old.evidenceId });
    expect(item.standing).toEqual({ code: 'SUPERSEDED', words: `Superseded by ${next.reference}` });
    expect((await as('viewer').get({ evidenceId: next.evidenceId })).supersedes).toMatchObject([
      { reference: old.reference },
    ]);
    const { rows } = await as('lead').list({ planId: plan.planId, filter: { standing: 'SUPERSEDED' } });
    expect(rows.map(({ reference }) => reference)).toEqual([old.reference]);
    expect(item.history[0]).toMatchObject({
      words: 'said what took its place',
      changes: [{ field: 'Superseded by', from: '', to: next.reference }],
    });
    await as('contributor').supersede({ evidenceId: old.evidenceId, version: 2, byId: null });
    expect((await as('lead').get({ evidenceId: old.evidenceId })).standing).toBeNull();
  });

  it('closes no ring, however many try at once, and stays within its plan', async () => {
    const items = [await anItem(), await anItem(), await anItem()];
    const tries = await Promise.allSettled(
      items.map(({ evidenceId }, index) =>
        as('lead').supersede({ evidenceId, version: 1, byId: items[(index + 1) % 3]?.evidenceId ?? '' }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const other = await h.makePlan();
    const far = await h.makeAction(other, { teamId: h.teams.fostering });
    const elsewhere = await upload(
      h,
      h.people.lead,
      { planId: other.planId, actionId: far.id },
      { bytes: 'elsewhere' },
    );
    const { evidenceId } = await anItem();
    const call = as('lead').supersede({ evidenceId, version: 1, byId: elsewhere.evidenceId });
    expect((await problemOf(call)).code).toBe('NOT_FOUND');
  });
});

describe('questions', () => {
  it('go to the uploader, are answered once, and come back to whoever asked', async () => {
    const { evidenceId } = await anItem();
    const asked = await as('verifier').ask({
      evidenceId,
      text: 'Which panel was it?',
      idempotencyKey: newId(),
    });
    const inboxOf = async (who: keyof Harness['people']) =>
      (await h.callerAs(h.people[who]).notifications.list({})).rows.filter(
        (row) => row.evidenceId === evidenceId,
      );
    expect(await inboxOf('contributor')).toMatchObject([{ kind: 'EVIDENCE_QUESTIONED', actionId: null }]);
    const row = async () =>
      (await as('verifier').waiting({ planId: plan.planId })).rows.find((item) => item.id === evidenceId);
    expect((await row())?.openQuestions).toBe(1);
    expect(
      (await problemOf(as('viewer').answer({ questionId: asked.id, version: 1, answer: 'x' }))).code,
    ).toBe('NOT_ALLOWED');
    await as('contributor').answer({ questionId: asked.id, version: 1, answer: 'The March panel.' });
    const again = as('contributor').answer({ questionId: asked.id, version: 1, answer: 'Another.' });
    expect(await problemOf(again)).toMatchObject({
      code: 'CONFLICT',
      current: { values: { answer: 'The March panel.' } },
    });
    expect(await inboxOf('verifier')).toMatchObject([{ kind: 'EVIDENCE_ANSWERED' }]);
    expect((await row())?.openQuestions).toBe(0);
    const { questions, state } = await as('lead').get({ evidenceId });
    expect(questions).toMatchObject([{ text: 'Which panel was it?', answer: 'The March panel.' }]);
    expect(state).toBe('SUBMITTED');
  });

  it('are not asked about one’s own', async () => {
    const { evidenceId } = await anItem({}, 'lead');
    const call = as('lead').ask({ evidenceId, text: 'Which panel?', idempotencyKey: newId() });
    expect((await problemOf(call)).message).toMatch(/You uploaded this/);
  });
});
