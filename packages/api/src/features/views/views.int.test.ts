import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
});

const views = (person: Person) => h.callerAs(person).views;
const keep = (person: Person, name: string, more: object = {}) =>
  views(person).create({
    planId: plan.planId,
    name,
    search: { due: 'overdue' },
    idempotencyKey: newId(),
    ...more,
  });
const listed = async (person: Person) => (await views(person).list({ planId: plan.planId })).views;

describe('ready-made views', () => {
  it('are there for everybody, under ids that stay, and belong to nobody', async () => {
    const ready = (await listed(h.people.partner)).filter(({ kind }) => kind === 'READY');
    expect(ready.map(({ id }) => id)).toEqual([
      'my-actions',
      'my-team',
      'overdue',
      'due-in-14-days',
      'silent',
      'no-evidence',
      'changed-since-review',
      'waiting-for-check',
      'unassigned',
      'challenge',
    ]);
    expect(ready.every(({ mayEdit, mayRemove }) => !mayEdit && !mayRemove)).toBe(true);
    await h.db.plan.update({ where: { id: plan.planId }, data: { silentDays: 21 }, select: { id: true } });
    expect((await listed(h.people.lead)).map(({ name }) => name)).toContain('Silent for 21 days');
  });
});

describe('saved views', () => {
  it('are kept once per intent, private until they are shared, and never shared with a partner', async () => {
    const { manager, contributor, partner } = h.people;
    const intent = { idempotencyKey: newId() };
    const first = await keep(manager, 'Late in my team', intent);
    expect(await keep(manager, 'Late in my team', intent)).toEqual(first);
    const own = (await listed(manager)).filter(({ kind }) => kind === 'OWN');
    expect(own).toEqual([
      expect.objectContaining({
        name: 'Late in my team',
        search: { due: 'overdue' },
        isShared: false,
        words: '',
      }),
    ]);
    expect((await listed(contributor)).some(({ id }) => id === first.id)).toBe(false);
    const shared = await views(manager).share({ viewId: first.id, version: first.version, isShared: true });
    expect(shared.version).toBe(2);
    expect((await listed(contributor)).find(({ id }) => id === first.id)).toMatchObject({
      kind: 'SHARED',
      words: 'Shared by Head of Fostering, holder 1',
      mayEdit: false,
    });
    expect((await listed(partner)).some(({ id }) => id === first.id)).toBe(false);
    const hidden = await problemOf(views(partner).remove({ viewId: first.id, version: 2 }));
    expect(hidden.code).toBe('NOT_FOUND');
  });

  it('shared by somebody who left stay usable; the lead takes them over or removes them', async () => {
    const leaver = await h.makeUser('Service Manager, holder 1', ['MANAGER']);
    const { lead, viewer, verifier } = h.people;
    const a = await keep(leaver, 'Before the board', { isShared: true });
    const b = await keep(leaver, 'Old list', { isShared: true });
    await h.db.user.update({
      where: { id: leaver.userId },
      data: { deactivatedAt: new Date() },
      select: { id: true },
    });
    expect((await listed(viewer)).find(({ id }) => id === a.id)).toMatchObject({
      search: { due: 'overdue' },
      words: 'Shared by Service Manager, holder 1, who has left',
      mayTakeOver: false,
    });
    expect((await problemOf(views(verifier).remove({ viewId: b.id, version: 1 }))).code).toBe('NOT_ALLOWED');
    await views(lead).takeOver({ viewId: a.id, version: 1 });
    await views(lead).remove({ viewId: b.id, version: 1 });
    const now = await listed(lead);
    expect(now.find(({ id }) => id === a.id)).toMatchObject({ kind: 'OWN', words: 'Shared by you' });
    expect(now.some(({ id }) => id === b.id)).toBe(false);
  });

  it('come back when removed by mistake, and are forgotten after a day', async () => {
    const { contributor } = h.people;
    const view = await keep(contributor, 'Mine this week');
    const removed = await views(contributor).remove({ viewId: view.id, version: 1 });
    expect(await problemOf(views(contributor).remove({ viewId: view.id, version: 2 }))).toMatchObject({
      code: 'RULE',
    });
    const back = await views(contributor).restore({ viewId: view.id, version: removed.version });
    expect((await listed(contributor)).some(({ id }) => id === view.id)).toBe(true);
    await views(contributor).remove({ viewId: view.id, version: back.version });
    await h.db.savedView.update({
      where: { id: view.id },
      data: { deletedAt: new Date('2026-03-01') },
      select: { id: true },
    });
    const other = await keep(contributor, 'Another');
    await views(contributor).remove({ viewId: other.id, version: 1 });
    expect(await h.db.savedView.count({ where: { id: view.id } })).toBe(0);
  });

  it('changed meanwhile are not overwritten', async () => {
    const { verifier } = h.people;
    const view = await keep(verifier, 'To check');
    const change = { viewId: view.id, version: 1, search: { check: 'waiting' } };
    await views(verifier).edit({ ...change, name: 'To check today' });
    const problem = await problemOf(views(verifier).edit({ ...change, name: 'To check now' }));
    expect(problem).toMatchObject({
      code: 'CONFLICT',
      current: { version: 2, values: { name: 'To check today', search: { check: 'waiting' } } },
    });
  });

  it('badly named, doubled or too big are refused in words', async () => {
    const { viewer } = h.people;
    await keep(viewer, 'Board');
    for (const [name, search, message] of [
      ['   ', {}, /Give the view a name/],
      ['x'.repeat(81), {}, /81 characters/],
      ['bOARD', {}, /of this name already/],
      ['Big', { team: 'x'.repeat(4200) }, /more than can be kept/],
    ] as const) {
      const problem = await problemOf(keep(viewer, name, { search }));
      expect(problem).toMatchObject({ code: 'INVALID', message: expect.stringMatching(message) });
    }
    expect((await problemOf(keep(viewer, 'Bad', { search: { team: 7 } }))).code).toBe('INVALID');
    expect((await problemOf(keep(viewer, 'Mine', { isShared: true }))).message).toMatch(/shares none/);
    const away = await problemOf(keep(viewer, 'Away', { planId: newId() }));
    expect(away.code).toBe('NOT_FOUND');
  });
});
