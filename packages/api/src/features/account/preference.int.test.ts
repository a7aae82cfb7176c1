import { expect, it } from 'vitest';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const h = await startHarness();

it('a preference is one person’s own, and single keys are on until they say otherwise', async () => {
  const mine = h.callerAs(h.people.manager).account;
  expect(await mine.preference()).toEqual({ singleKeys: true });
  expect(await mine.setPreference({ singleKeys: false })).toEqual({ singleKeys: false });
  expect(await mine.preference()).toEqual({ singleKeys: false });
  expect(await h.callerAs(h.people.lead).account.preference()).toEqual({ singleKeys: true });
  expect(await mine.setPreference({ singleKeys: true })).toEqual({ singleKeys: true });
});

const usual = {
  digest: true,
  digestTime: '07:30',
  digestDays: [1, 2, 3, 4, 5],
  quietFrom: '18:00',
  quietTo: '07:00',
  digestLeavesOut: [],
};

it('the mail of a day is on, on working days at half past seven, until somebody chooses otherwise', async () => {
  const mine = h.callerAs(h.people.contributor).account;
  expect(await mine.digest()).toEqual({ ...usual, mailIsSetUp: false, isInside: false });
  const chosen = { ...usual, digestTime: '09:15', digestDays: [5, 1], digestLeavesOut: ['DUE' as const] };
  expect(await mine.setDigest(chosen)).toMatchObject({ ...chosen, digestDays: [1, 5] });
  expect(await mine.digest()).toMatchObject({ digestTime: '09:15' });
  // The choice of keys stays what it was, and so does anybody else's.
  expect(await mine.preference()).toEqual({ singleKeys: true });
  expect(await h.callerAs(h.people.partner).account.digest()).toMatchObject(usual);
});

it('hours that leave no moment for it are refused with what would do', async () => {
  const call = h.callerAs(h.people.contributor).account.setDigest({ ...usual, quietFrom: '07:30' });
  expect((await problemOf(call)).fields).toEqual([
    {
      field: 'quietTo',
      message: 'Quiet hours must leave at least one hour of the day for the digest',
    },
  ]);
});

it('whose address is inside is said beside it', async () => {
  await h.db.installation.updateMany({ data: { insideMailDomains: ['trust.example'] } });
  expect((await h.callerAs(h.people.contributor).account.digest()).isInside).toBe(true);
});
