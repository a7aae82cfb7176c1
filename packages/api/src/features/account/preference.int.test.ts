import { expect, it } from 'vitest';
import { startHarness } from '../../testing/harness.ts';

const h = await startHarness();

it('a preference is one person’s own, and single keys are on until they say otherwise', async () => {
  const mine = h.callerAs(h.people.manager).account;
  expect(await mine.preference()).toEqual({ singleKeys: true });
  expect(await mine.setPreference({ singleKeys: false })).toEqual({ singleKeys: false });
  expect(await mine.preference()).toEqual({ singleKeys: false });
  expect(await h.callerAs(h.people.lead).account.preference()).toEqual({ singleKeys: true });
  expect(await mine.setPreference({ singleKeys: true })).toEqual({ singleKeys: true });
});
