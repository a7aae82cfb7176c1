import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const harness = await startHarness();
const { db, people, teams, posts, callerAs } = harness;
const admin = callerAs(people.administrator).teams;
const key = () => newId();

async function teamOf(name: string) {
  const row = (await admin.list()).find((team) => team.name === name);
  if (!row) throw new Error(`no team ${name}`);
  return row;
}

async function postOf(postId: string) {
  const row = (await admin.list()).flatMap((team) => team.posts).find((post) => post.id === postId);
  if (!row) throw new Error(`no post ${postId}`);
  return row;
}

async function makePost(title: string) {
  const { postId } = await admin.createPost({ title, teamId: teams.fostering, idempotencyKey: key() });
  return postOf(postId);
}

describe('teams', () => {
  test('one press makes one team, written down; a name is taken whatever its case', async () => {
    const intent = { name: 'Courts and Legal', kind: 'INTERNAL' as const, idempotencyKey: key() };
    const [first, again] = await Promise.all([admin.create(intent), admin.create(intent)]);
    expect(again).toEqual(first);
    const events = await db.auditEvent.findMany({
      where: { entityId: first.teamId },
      select: { action: true },
    });
    expect(events).toEqual([{ action: 'team.create' }]);
    const taken = await problemOf(
      admin.create({ ...intent, name: 'COURTS AND LEGAL', idempotencyKey: key() }),
    );
    expect(taken).toMatchObject({ code: 'INVALID', fields: [{ field: 'name' }] });
    expect(taken.message).toContain('Choose another name');
  });

  test.each([
    ['', 'Enter the name of the team.'],
    ['   ', 'Enter the name of the team.'],
    ['x'.repeat(101), 'The limit is 100 characters.'],
  ])('the name %j is refused in words', async (name, sentence) => {
    const problem = await problemOf(admin.create({ name, kind: 'INTERNAL', idempotencyKey: key() }));
    expect(problem).toMatchObject({ code: 'INVALID', fields: [{ field: 'name' }] });
    expect(problem.message).toContain(sentence);
  });

  test('a stale rename gets what stands now and who wrote it, and changes nothing', async () => {
    const { teamId } = await admin.create({ name: 'Edge of Care', kind: 'INTERNAL', idempotencyKey: key() });
    await admin.edit({ teamId, version: 1, name: 'Edge of Care East', archived: false });
    const problem = await problemOf(admin.edit({ teamId, version: 1, name: 'Mine', archived: false }));
    expect(problem).toMatchObject({
      code: 'CONFLICT',
      current: { version: 2, changedBy: 'Administrator', values: { name: 'Edge of Care East' } },
    });
    expect((await teamOf('Edge of Care East')).version).toBe(2);
  });

  test('open work keeps a team and its post where they are; without it they go and come back', async () => {
    const plan = await harness.makePlan();
    await harness.makeAction(plan, { teamId: teams.permanence, ownerPostId: posts.headOfPermanence });
    const team = await teamOf('Permanence and Adoption');
    expect(team.openActions).toBe(1);
    const goes = { teamId: team.id, version: team.version, name: team.name, archived: true };
    expect((await problemOf(admin.edit(goes))).message).toBe(
      'This team has 1 open action. Give that work to another team first.',
    );
    const post = await postOf(posts.headOfPermanence);
    const away = {
      postId: post.id,
      version: post.version,
      title: post.title,
      teamId: team.id,
      archived: true,
    };
    expect((await problemOf(admin.editPost(away))).message).toContain('This post owns 1 open action.');
    await db.action.updateMany({ where: { teamId: team.id }, data: { status: 'CLOSED' } });
    await admin.edit(goes);
    expect((await teamOf(team.name)).archived).toBe(true);
    const late = await problemOf(
      admin.createPost({ title: 'Late Post', teamId: team.id, idempotencyKey: key() }),
    );
    expect(late).toMatchObject({ code: 'INVALID', fields: [{ field: 'teamId' }] });
    const foster = await postOf(posts.fosteringOfficer);
    const move = { postId: foster.id, version: foster.version, title: foster.title, archived: false };
    expect(await problemOf(admin.editPost({ ...move, teamId: team.id }))).toMatchObject({
      code: 'INVALID',
      fields: [{ field: 'teamId' }],
    });
    await admin.edit({ ...goes, version: team.version + 1, archived: false });
    expect((await teamOf(team.name)).archived).toBe(false);
  });
});

describe('holders of posts', () => {
  test('a hand-over ends the earlier holding the day before and keeps it', async () => {
    const post = await postOf(posts.headOfFostering);
    const next = await harness.makeUser('Head of Fostering, holder 2', ['MANAGER']);
    await admin.setPostHolder({
      postId: post.id,
      version: post.version,
      userId: next.userId,
      fromDate: isoDate('2026-03-02'),
      note: 'Agreed with the director.',
    });
    const after = await postOf(post.id);
    expect(after.holder).toEqual({
      userId: next.userId,
      name: 'Head of Fostering, holder 2',
      fromDate: '2026-03-02',
      deactivated: false,
    });
    expect(after.holdings).toMatchObject([
      { name: 'Head of Fostering, holder 2', toDate: null, note: 'Agreed with the director.' },
      { name: 'Head of Fostering, holder 1', fromDate: '2025-01-06', toDate: '2026-03-01' },
    ]);
  });

  test('left vacant, it has no holder; twice vacant, an unknown day and the same person are refused', async () => {
    const post = await makePost('Fostering Panel Adviser');
    const give = { postId: post.id, userId: people.viewer.userId, note: '' };
    await admin.setPostHolder({ ...give, version: 1, fromDate: isoDate('2026-02-02') });
    const again = await problemOf(
      admin.setPostHolder({ ...give, version: 2, fromDate: isoDate('2026-03-02') }),
    );
    expect(again).toMatchObject({ code: 'INVALID', fields: [{ field: 'userId' }] });
    const vacate = { postId: post.id, userId: null, note: '' };
    const early = await problemOf(
      admin.setPostHolder({ ...vacate, version: 2, fromDate: isoDate('2026-01-05') }),
    );
    expect(early).toMatchObject({ code: 'INVALID', fields: [{ field: 'fromDate' }] });
    await admin.setPostHolder({ ...vacate, version: 2, fromDate: isoDate('2026-03-09') });
    expect((await postOf(post.id)).holder).toBeNull();
    const twice = await problemOf(
      admin.setPostHolder({ ...vacate, version: 3, fromDate: isoDate('2026-03-10') }),
    );
    expect(twice).toMatchObject({ code: 'RULE' });
    const nonsense = await problemOf(
      admin.setPostHolder({ ...vacate, version: 3, fromDate: '2026-02-30' as never }),
    );
    expect(nonsense.message).toContain('Enter a real date');
  });

  test('from a later day on, today’s holder stays until then', async () => {
    const post = await makePost('Fostering Recruitment Lead');
    const set = { postId: post.id, note: '' };
    await admin.setPostHolder({
      ...set,
      version: 1,
      userId: people.viewer.userId,
      fromDate: isoDate('2026-01-05'),
    });
    await admin.setPostHolder({
      ...set,
      version: 2,
      userId: people.verifier.userId,
      fromDate: isoDate('2026-04-06'),
    });
    expect((await postOf(post.id)).holder?.userId).toBe(people.viewer.userId);
    const later = (await callerAs(people.administrator, isoDate('2026-04-06')).teams.list())
      .flatMap((team) => team.posts)
      .find(({ id }) => id === post.id);
    expect(later?.holder?.userId).toBe(people.verifier.userId);
  });

  test('two hand-overs at once: one wins, the other is told who holds it now', async () => {
    const post = await makePost('Kinship Lead');
    const set = { postId: post.id, version: 1, fromDate: isoDate('2026-03-02'), note: '' };
    const tries = await Promise.allSettled([
      admin.setPostHolder({ ...set, userId: people.viewer.userId }),
      admin.setPostHolder({ ...set, userId: people.verifier.userId }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const holder = (await postOf(post.id)).holder?.name;
    const stale = await problemOf(admin.setPostHolder({ ...set, userId: people.lead.userId }));
    expect(stale).toMatchObject({ code: 'CONFLICT', current: { version: 2, values: { holder } } });
  });

  test('a deactivated account takes nothing over, and is marked where it still holds a post', async () => {
    const post = await makePost('Short Breaks Lead');
    const leaver = await harness.makeUser('Short Breaks Lead, holder 1', ['MANAGER'], { postIds: [post.id] });
    await callerAs(people.administrator).people.deactivate({ userId: leaver.userId, version: 1 });
    expect((await postOf(post.id)).holder).toMatchObject({ userId: leaver.userId, deactivated: true });
    const other = await makePost('Contact Lead');
    const problem = await problemOf(
      admin.setPostHolder({
        postId: other.id,
        version: 1,
        userId: leaver.userId,
        fromDate: isoDate('2026-03-02'),
        note: '',
      }),
    );
    expect(problem).toMatchObject({ code: 'INVALID', fields: [{ field: 'userId' }] });
  });
});

test('everybody who works across the plan reads teams, partners do not; only administrators change them', async () => {
  for (const name of ['lead', 'manager', 'contributor', 'verifier', 'viewer'] as const) {
    const caller = callerAs(people[name]).teams;
    expect((await caller.list()).length).toBeGreaterThan(2);
    const problem = await problemOf(
      caller.create({ name: 'Not mine', kind: 'INTERNAL', idempotencyKey: key() }),
    );
    expect(problem.code).toBe('NOT_ALLOWED');
  }
  expect((await problemOf(callerAs(people.partner).teams.list())).code).toBe('NOT_ALLOWED');
  expect((await problemOf(callerAs(null).teams.list())).code).toBe('NOT_SIGNED_IN');
});
