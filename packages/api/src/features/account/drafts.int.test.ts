import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;

beforeAll(async () => {
  h = await startHarness();
});

describe('drafts', () => {
  const about = { entityType: 'ACTION', entityId: newId() };

  it('keep the newest words, for the writer alone', async () => {
    const mine = h.callerAs(h.people.manager).account;
    await mine.saveDraft({ key: 'update:1', ...about, body: { whatHappened: 'Four households' } });
    await mine.saveDraft({ key: 'update:1', ...about, body: { whatHappened: 'Five households' } });
    await mine.saveDraft({ key: 'action:new', ...about, body: { title: 'Recruit' } });
    const { drafts } = await mine.listDrafts({ prefix: 'update:' });
    expect(drafts).toMatchObject([{ key: 'update:1', body: { whatHappened: 'Five households' } }]);
    expect((await h.callerAs(h.people.lead).account.listDrafts({})).drafts).toEqual([]);
    expect(await mine.discardDraft({ key: 'update:1' })).toEqual({ discarded: true });
    expect(await mine.discardDraft({ key: 'update:1' })).toEqual({ discarded: false });
    expect((await mine.listDrafts({})).drafts.map((draft) => draft.key)).toEqual(['action:new']);
  });

  it('hold 64 kB and no more', async () => {
    const { saveDraft } = h.callerAs(h.people.manager).account;
    const problem = await problemOf(saveDraft({ key: 'long', ...about, body: { text: 'é'.repeat(33_000) } }));
    expect(problem).toMatchObject({ code: 'INVALID' });
    expect(problem.message).toContain('64 kB');
  });

  it('need somebody signed in', async () => {
    expect((await problemOf(h.callerAs(null).account.listDrafts({}))).code).toBe('NOT_SIGNED_IN');
  });
});
