import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ageFiles } from '../../testing/age-files.ts';
import { type Harness, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { storedHashes, upload } from '../evidence/testing.ts';
import { checkStore } from './check-store.ts';

let h: Harness;
let at: { planId: string; actionId: string };

beforeAll(async () => {
  h = await startHarness();
  const plan = await h.makePlan();
  const action = await h.makeAction(plan, { teamId: h.teams.fostering });
  at = { planId: plan.planId, actionId: action.id };
});

let number = 0;
/** Something in the store that a row names, with the path of its file. */
async function anItem() {
  number += 1;
  const { sha256, versionId, reference } = await upload(h, h.people.lead, at, { bytes: `item ${number}` });
  return { sha256, versionId, reference, path: pathOf(sha256) };
}
const pathOf = (sha256: string) => join(h.filesDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const check = () => checkStore(h.ctxAs(null), { by: 'Golden Thread' });
const kindsOf = async () => (await check()).findings.map(({ kind, sha256 }) => [kind, sha256]);

beforeEach(async () => {
  for (const sha256 of await storedHashes(h)) await h.store.remove(sha256);
  await h.db.evidenceVersion.updateMany({ data: { redactedAt: new Date() } });
});

it('finds nothing where every row has its file and every file its row', async () => {
  const item = await anItem();
  await ageFiles(h.filesDir);
  const found = await check();
  expect(found).toMatchObject({ files: 1, named: 1, young: 0, total: 0, findings: [] });
  expect(found.bytes).toBeGreaterThan(0);
  expect(await storedHashes(h)).toEqual([item.sha256]);
});

it('finds a file that is gone, and says what names it', async () => {
  const item = await anItem();
  await rm(item.path);
  const { findings } = await check();
  expect(findings).toMatchObject([{ kind: 'MISSING', sha256: item.sha256, size: null }]);
  expect(findings[0]?.namedBy[0]).toMatch(new RegExp(`^${item.reference}, version 1 `));
});

it('finds a file of the same size with other content, and one that was cut short', async () => {
  const [flipped, cut] = [await anItem(), await anItem()];
  await writeFile(flipped.path, 'ITEM X');
  await writeFile(cut.path, '');
  const found = await kindsOf();
  expect(found.sort()).toEqual(
    [
      ['OTHER_CONTENT', flipped.sha256],
      ['OTHER_CONTENT', cut.sha256],
    ].sort(),
  );
});

it('finds what no row names once it is a day old, and what should have been destroyed', async () => {
  const destroyed = await anItem();
  await h.db.evidenceVersion.update({
    where: { id: destroyed.versionId },
    data: { redactedAt: new Date() },
    select: { id: true },
  });
  await h.store.put(Readable.from([Buffer.from('row never written')]), { maxBytes: 100 });
  expect((await check()).findings).toEqual([]);
  await ageFiles(h.filesDir);
  const orphan = createHash('sha256').update('row never written').digest('hex');
  expect(await kindsOf()).toEqual([
    ['NOT_DESTROYED', destroyed.sha256],
    ['ORPHAN', orphan],
  ]);
  expect(await storedHashes(h), 'it changes nothing').toHaveLength(2);
});

it('is shown to administrators, asked for in the background, and what no row names goes when they say so', async () => {
  const admin = h.callerAs(h.people.administrator).store;
  const item = await anItem();
  await h.store.put(Readable.from([Buffer.from('left over')]), { maxBytes: 100 });
  await ageFiles(h.filesDir);
  await check();
  const { last } = await admin.state();
  expect(last).toMatchObject({ by: 'Golden Thread', files: 2, total: 1, findings: [{ kind: 'ORPHAN' }] });
  expect(await admin.checkNow()).toEqual({ requested: true });
  expect(await admin.removeOrphans()).toEqual({ orphans: 1, temporaries: 0 });
  expect(await storedHashes(h)).toEqual([item.sha256]);
  expect((await problemOf(h.callerAs(h.people.lead).store.removeOrphans())).code).toBe('NOT_ALLOWED');
});
