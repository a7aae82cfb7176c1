import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Harness, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { upload } from './testing.ts';

let h: Harness;
let plan: PlanFixture;
let action: { id: string; version: number };

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  action = await h.makeAction(plan, { teamId: h.teams.fostering, ownerPostId: h.posts.fosteringOfficer });
});

let files = 0;
async function anItem(who: keyof Harness['people'] = 'contributor', details: Record<string, unknown> = {}) {
  files += 1;
  const at = { planId: plan.planId, actionId: action.id };
  const made = await upload(h, h.people[who], at, { bytes: `file ${files}`, details });
  return { evidenceId: made.evidenceId, version: 1 };
}
const as = (who: keyof Harness['people']) => h.callerAs(h.people[who]).evidence;

describe('checking', () => {
  it('accepts, and says so in state, checks and history', async () => {
    const item = await anItem();
    const ref = await as('verifier').check({ ...item, versionNumber: 1, decision: 'ACCEPTED' });
    expect(ref).toMatchObject({ state: 'ACCEPTED', version: 2 });
    const detail = await as('lead').get({ evidenceId: item.evidenceId });
    expect(detail.checks).toMatchObject([
      { decision: 'ACCEPTED', versionNumber: 1, checkedBy: { name: 'Quality Assurance Lead, holder 1' } },
    ]);
    expect(detail.history[0]).toMatchObject({
      words: 'accepted evidence',
      changes: [{ field: 'Evidence', from: 'Waiting for check', to: 'Accepted' }],
    });
  });

  it('returns with a reason and not without', async () => {
    const item = await anItem();
    const call = { ...item, versionNumber: 1, decision: 'RETURNED' as const };
    const refused = await problemOf(as('verifier').check({ ...call, reason: 'no' }));
    expect(refused).toMatchObject({ code: 'INVALID', fields: [{ field: 'reason' }] });
    const ref = await as('verifier').check({ ...call, reason: 'Page 2 is missing' });
    expect(ref.state).toBe('RETURNED');
    const { rows } = await as('contributor').list({ planId: plan.planId, filter: { states: ['RETURNED'] } });
    expect(rows[0]?.lastCheck).toMatchObject({ decision: 'RETURNED', reason: 'Page 2 is missing' });
  });

  it('is refused to uploader, editor, owner, holder of the owning post and author of updates', async () => {
    const own = await anItem('lead');
    const call = { versionNumber: 1, decision: 'ACCEPTED' as const };
    expect((await problemOf(as('lead').check({ ...own, ...call }))).message).toMatch(/You uploaded this/);

    const edited = await anItem();
    const facts = {
      title: 'A',
      kind: 'AUDIT',
      shows: 'B',
      showsImpact: false,
      source: '',
      sensitivity: 'OFFICIAL',
    } as const;
    await as('lead').edit({ ...edited, ...facts, periodFrom: null, periodTo: null });
    expect((await problemOf(as('lead').check({ ...edited, version: 2, ...call }))).message).toMatch(
      /You changed what this evidence says/,
    );

    const holder = await h.makeUser('Verifier who holds the post', ['VERIFIER'], {
      postIds: [h.posts.fosteringOfficer],
    });
    const item = await anItem();
    expect((await problemOf(h.callerAs(holder).evidence.check({ ...item, ...call }))).message).toMatch(
      /You own/,
    );

    const author = await h.makeUser('Verifier who wrote an update', ['VERIFIER']);
    const text = {
      whatHappened: 'x',
      difference: 'x',
      inTheWay: '',
      next: 'x',
      rag: 'GREEN',
      ragReason: 'x',
    } as const;
    await h.db.progressUpdate.create({
      data: { actionId: action.id, authorId: author.userId, percentComplete: 10, ...text },
      select: { id: true },
    });
    const waiting = await h.callerAs(author).evidence.waiting({ planId: plan.planId });
    expect(waiting.mine).toBe(0);
    expect(waiting.total).toBeGreaterThan(0);
    expect(waiting.rows[0]?.mayCheck).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/wrote a progress/),
    });
    expect((await problemOf(h.callerAs(author).evidence.check({ ...item, ...call }))).code).toBe(
      'NOT_ALLOWED',
    );
    expect(await h.db.evidenceCheck.count({ where: { evidenceId: item.evidenceId } })).toBe(0);
  });

  it('stays refused to whoever handed the owning post over since the upload', async () => {
    const post = await h.db.post.create({
      data: { title: 'Panel Adviser', teamId: h.teams.fostering },
      select: { id: true },
    });
    const former = await h.makeUser('Panel Adviser, holder 1', ['VERIFIER'], { postIds: [post.id] });
    const owned = await h.makeAction(plan, { teamId: h.teams.fostering, ownerPostId: post.id });
    const made = await upload(
      h,
      h.people.manager,
      { planId: plan.planId, actionId: owned.id },
      { bytes: 'h' },
    );
    await h.db.postHolding.updateMany({
      where: { postId: post.id },
      data: { toDate: new Date('2026-03-13') },
    });
    const later = h.callerAs({ ...former, postIds: [] }, '2026-03-20' as never);
    const call = { evidenceId: made.evidenceId, version: 1, versionNumber: 1, decision: 'ACCEPTED' as const };
    expect((await problemOf(later.evidence.check(call))).message).toMatch(/You own an action/);
  });

  test.each<keyof Harness['people']>(['manager', 'contributor', 'partner', 'viewer', 'administrator'])(
    'is not for the role of the %s',
    async (who) => {
      const item = await anItem();
      const call = as(who).check({ ...item, versionNumber: 1, decision: 'ACCEPTED' });
      expect((await problemOf(call)).code).toBe('NOT_ALLOWED');
    },
  );

  it('of any number of checks on one version one wins, the others see who was first', async () => {
    const item = await anItem();
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, index) => h.makeUser(`Racing verifier ${index}`, ['VERIFIER'])),
    );
    const results = await Promise.allSettled(
      others.map((person) =>
        h.callerAs(person).evidence.check({ ...item, versionNumber: 1, decision: 'ACCEPTED' }),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const lost = results.find((result) => result.status === 'rejected');
    const problem = await problemOf(Promise.reject((lost as PromiseRejectedResult).reason));
    expect(problem).toMatchObject({
      code: 'CONFLICT',
      current: { version: 2, values: { state: 'ACCEPTED' } },
    });
    expect(await h.db.evidenceCheck.count({ where: { evidenceId: item.evidenceId } })).toBe(1);
  });

  it('is of the version that was looked at', async () => {
    const item = await anItem();
    const call = { ...item, versionNumber: 2, decision: 'ACCEPTED' as const };
    expect(await problemOf(as('verifier').check(call))).toMatchObject({ code: 'CONFLICT' });
  });

  it('is not of what was destroyed', async () => {
    const item = await anItem();
    await h.db.evidenceVersion.updateMany({
      where: item.evidenceId ? { evidenceId: item.evidenceId } : {},
      data: { redactedAt: new Date() },
    });
    const call = as('verifier').check({ ...item, versionNumber: 1, decision: 'ACCEPTED' });
    expect((await problemOf(call)).message).toMatch(/removed, so there is nothing to check/);
  });
});

describe('changing what is said', () => {
  const facts = {
    title: 'Audit of matching',
    kind: 'AUDIT' as const,
    shows: 'Nine of ten matches were right first time',
    showsImpact: true,
    periodFrom: '2026-01-01' as never,
    periodTo: '2026-02-28' as never,
    source: 'Audit team',
    sensitivity: 'OFFICIAL_SENSITIVE' as const,
  };

  it('makes accepted evidence wait again, and a new title alone does not', async () => {
    const item = await anItem();
    await as('verifier').check({ ...item, versionNumber: 1, decision: 'ACCEPTED' });
    const first = await as('contributor').edit({ ...item, version: 2, ...facts });
    expect(first).toMatchObject({ state: 'SUBMITTED', version: 3 });
    await as('verifier').check({ ...item, version: 3, versionNumber: 1, decision: 'ACCEPTED' });
    const renamed = await as('contributor').edit({ ...item, version: 4, ...facts, title: 'Matching audit' });
    expect(renamed).toMatchObject({ state: 'ACCEPTED', version: 5 });
    const same = await as('contributor').edit({ ...item, version: 5, ...facts, title: 'Matching audit' });
    expect(same.version).toBe(5);
    const { history } = await as('lead').get({ evidenceId: item.evidenceId });
    expect(history[0]?.changes).toEqual([
      { field: 'Title', from: 'Audit of matching', to: 'Matching audit' },
    ]);
  });

  it('shows both sides of a stale edit', async () => {
    const item = await anItem();
    await as('contributor').edit({ ...item, ...facts });
    const problem = await problemOf(as('manager').edit({ ...item, ...facts, title: 'Mine' }));
    expect(problem).toMatchObject({
      code: 'CONFLICT',
      current: {
        version: 2,
        changedBy: 'Fostering Officer, holder 1',
        values: { title: 'Audit of matching', periodTo: '2026-02-28' },
      },
    });
  });

  it('is for uploader, manager of the team and programme lead', async () => {
    const item = await anItem('contributor');
    expect((await problemOf(as('otherManager').edit({ ...item, ...facts }))).code).toBe('NOT_ALLOWED');
    expect((await problemOf(as('partner').edit({ ...item, ...facts }))).code).toBe('NOT_FOUND');
    expect((await problemOf(as('verifier').edit({ ...item, ...facts }))).code).toBe('NOT_ALLOWED');
    expect((await as('manager').edit({ ...item, ...facts })).version).toBe(2);
  });

  it('names each wrong answer', async () => {
    const item = await anItem();
    const problem = await problemOf(
      as('contributor').edit({ ...item, ...facts, title: '', periodTo: '2025-01-01' as never }),
    );
    expect(problem.fields).toEqual([
      { field: 'title', message: 'Enter a title' },
      { field: 'periodTo', message: expect.stringMatching(/same as or after its start/) },
    ]);
  });

  it('withdraws with a reason, for good', async () => {
    const item = await anItem();
    expect((await problemOf(as('contributor').withdraw({ ...item, reason: '' }))).fields?.[0]?.field).toBe(
      'reason',
    );
    const gone = await as('contributor').withdraw({ ...item, reason: 'It was about another team' });
    expect(gone.state).toBe('WITHDRAWN');
    expect((await problemOf(as('contributor').edit({ ...item, version: 2, ...facts }))).code).toBe('RULE');
    const check = as('verifier').check({ ...item, version: 2, versionNumber: 1, decision: 'ACCEPTED' });
    expect((await problemOf(check)).message).toMatch(/withdrawn/);
    const detail = await as('lead').get({ evidenceId: item.evidenceId });
    expect(detail.may).toMatchObject({
      check: { ok: false },
      edit: { ok: false },
      addVersion: { ok: false },
    });
  });
});

describe('links', () => {
  it('are added once and parted from, but never the last', async () => {
    const item = await anItem();
    const other = await h.makeAction(plan, { teamId: h.teams.fostering });
    const linked = await as('manager').link({ ...item, actionIds: [action.id, other.id] });
    expect(linked.version).toBe(2);
    const same = await as('manager').link({ ...item, version: 2, actionIds: [other.id] });
    expect(same.version).toBe(2);
    const recommendationId = plan.recommendationIds[0] ?? '';
    await as('manager').unlink({ ...item, version: 2, actionId: action.id, recommendationId });
    const last = as('manager').unlink({ ...item, version: 3, actionId: other.id, recommendationId });
    expect((await problemOf(last)).message).toMatch(/only place the evidence is linked to/);
    const { links } = await as('lead').get({ evidenceId: item.evidenceId });
    expect(links.map((link) => link.actionId)).toEqual([other.id]);
  });

  it('go only where the person may add evidence', async () => {
    const item = await anItem();
    const theirs = await h.makeAction(plan, { teamId: h.teams.permanence });
    expect((await problemOf(as('manager').link({ ...item, actionIds: [theirs.id] }))).code).toBe(
      'NOT_ALLOWED',
    );
    const straight = { ...item, recommendationIds: [plan.recommendationIds[1] ?? ''] };
    expect((await problemOf(as('manager').link(straight))).code).toBe('NOT_ALLOWED');
    expect((await as('lead').link(straight)).version).toBe(2);
  });

  it('to an action of another team give that team no rights over the evidence', async () => {
    const item = await anItem();
    const theirs = await h.makeAction(plan, { teamId: h.teams.permanence });
    await as('otherManager').link({ ...item, actionIds: [theirs.id] });
    const { may } = await as('otherManager').get({ evidenceId: item.evidenceId });
    expect(may).toMatchObject({ edit: { ok: false }, addVersion: { ok: false }, withdraw: { ok: false } });
    const withdrawn = as('otherManager').withdraw({
      ...item,
      version: 2,
      reason: 'It is ours to decide now.',
    });
    expect((await problemOf(withdrawn)).code).toBe('NOT_ALLOWED');
  });

  it('to an action of whoever accepted it make it wait for somebody else', async () => {
    const item = await anItem();
    const owner = await h.makeUser('Verifier and owner', ['VERIFIER', 'CONTRIBUTOR']);
    await h.callerAs(owner).evidence.check({ ...item, versionNumber: 1, decision: 'ACCEPTED' });
    const theirs = await h.makeAction(plan, { teamId: h.teams.fostering, ownerUserId: owner.userId });
    const linked = await as('lead').link({ ...item, version: 2, actionIds: [theirs.id] });
    expect(linked.state).toBe('SUBMITTED');
  });
});

describe('reading', () => {
  it('finds by state, kind, action, recommendation, words and reference, and counts', async () => {
    const quiet = await h.makePlan();
    const theirs = await h.makeAction(quiet, {
      teamId: h.teams.fostering,
      ownerPostId: h.posts.fosteringOfficer,
    });
    const at = { planId: quiet.planId, actionId: theirs.id };
    for (const [index, kind] of (['AUDIT', 'DATA', 'MINUTES'] as const).entries()) {
      await upload(h, h.people.contributor, at, {
        bytes: `reading ${kind}`,
        fileName: `Return ${index}.csv`,
        details: { kind, title: `Carers ${kind.toLowerCase()} 100%_sure` },
      });
    }
    const list = (filter: object, page?: object) =>
      as('viewer').list({ planId: quiet.planId, filter, ...(page ? { page } : {}) });
    const all = await list({});
    expect(all.rows.map((row) => row.reference)).toEqual(['E3', 'E2', 'E1']);
    expect(all).toMatchObject({ total: 3, counts: { SUBMITTED: 3, ACCEPTED: 0 } });
    expect((await list({ kinds: ['AUDIT', 'DATA'] })).total).toBe(2);
    expect((await list({ states: ['ACCEPTED'] })).total).toBe(0);
    expect((await list({ q: 'carers audit' })).rows.map((row) => row.kind)).toEqual(['AUDIT']);
    expect((await list({ q: '0%_s' })).total).toBe(3);
    expect((await list({ q: '%' })).total).toBe(3);
    expect((await list({ q: 'e2' })).rows.map((row) => row.reference)).toEqual(['E2']);
    expect((await list({ q: 'Return 2.csv' })).rows.map((row) => row.kind)).toEqual(['MINUTES']);
    expect((await list({ actionId: theirs.id })).total).toBe(3);
    expect((await list({ recommendationId: quiet.recommendationIds[1] })).total).toBe(0);
    const second = await list({}, { offset: 1, limit: 1 });
    expect(second).toMatchObject({ total: 3, rows: [{ reference: 'E2' }] });
    const found = await as('viewer').byReference({ planId: quiet.planId, reference: 'e2' });
    expect(found.id).toBe(second.rows[0]?.id);
    expect(found.may.download).toMatchObject({ ok: false });
  });

  it('shows a partner the evidence of their own actions, and of its links only those', async () => {
    const mixed = await h.makePlan();
    const police = await h.makeAction(mixed, { partnerTeamId: h.teams.police, title: 'Joint screening' });
    const secret = await h.makeAction(mixed, { teamId: h.teams.permanence, title: 'Not for the police' });
    const at = { planId: mixed.planId };
    const shared = await upload(h, h.people.lead, at, {
      bytes: 's',
      details: { actionIds: [police.id, secret.id] },
    });
    const hidden = await upload(h, h.people.lead, at, { bytes: 'n', details: { actionIds: [secret.id] } });
    const { rows, total } = await as('partner').list({ planId: mixed.planId });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ id: shared.evidenceId, links: [{ title: 'Joint screening' }] });
    expect(rows[0]?.links).toHaveLength(1);
    const get = as('partner').get({ evidenceId: hidden.evidenceId });
    expect((await problemOf(get)).code).toBe('NOT_FOUND');
  });

  it('puts what I may check first, the longest wait first', async () => {
    const fresh = await h.makePlan();
    const theirs = await h.makeAction(fresh, { teamId: h.teams.fostering });
    const at = { planId: fresh.planId, actionId: theirs.id };
    await upload(h, h.people.lead, at, { bytes: 'mine', details: { title: 'My own' } });
    await upload(h, h.people.manager, at, { bytes: 'b', details: { title: 'First' } });
    await upload(h, h.people.manager, at, { bytes: 'c', details: { title: 'Second' } });
    const waiting = await as('lead').waiting({ planId: fresh.planId });
    expect(waiting.rows.map((row) => row.title)).toEqual(['First', 'Second', 'My own']);
    expect(waiting).toMatchObject({ mine: 2, total: 3 });
    expect((await problemOf(as('manager').waiting({ planId: fresh.planId }))).code).toBe('NOT_ALLOWED');
  });
});

describe('the limit', () => {
  it('is stated to everybody and changed by an administrator, on the value they saw', async () => {
    const { uploadMaxBytes, sentence } = await as('contributor').limits();
    expect(uploadMaxBytes).toBe(104_857_600);
    expect(sentence).toBe(
      'You can upload PDF, DOCX, XLSX, PPTX, CSV, TXT, PNG and JPEG files. Each file can be up to 100 MB.',
    );
    const change = { uploadMaxBytes: 50 * 1024 * 1024, was: uploadMaxBytes };
    expect((await problemOf(as('lead').setUploadLimit(change))).code).toBe('NOT_ALLOWED');
    expect((await as('administrator').setUploadLimit(change)).sentence).toMatch(/up to 50 MB/);
    expect(await problemOf(as('administrator').setUploadLimit(change))).toMatchObject({
      code: 'CONFLICT',
      current: { values: { uploadMaxBytes: 52_428_800 }, changedBy: 'Administrator' },
    });
    const small = as('administrator').setUploadLimit({ uploadMaxBytes: 5, was: 52_428_800 });
    expect((await problemOf(small)).message).toBe('The limit must be at least 1 MB.');
  });
});
