import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { checkUpload } from './check-upload.ts';
import { coverSheet } from './cover-sheet.ts';
import { expirePacks } from './expire-packs.ts';
import { download, fullPlan, makeEvidence, runBuild } from './packs.fixture.ts';
import { readKeyFile } from './read-key-file.ts';

const harness = await startHarness();
const { db, people, callerAs, store } = harness;
const lead = callerAs(people.lead);
const ctx = () => harness.ctxAs(people.lead);
const scope = () => guard(ctx(), 'pack.read');

async function build(planId: string): Promise<string> {
  const { packId } = await lead.packs.build({ planId, idempotencyKey: newId() });
  await runBuild(ctx(), packId);
  return packId;
}

test('each download is on record, with who and when', async () => {
  const { plan } = await fullPlan(harness);
  const packId = await build(plan.planId);
  await download(harness, packId);
  await download(harness, packId);
  const { downloads, lastDownloads } = await lead.packs.get({ packId });
  expect([downloads, lastDownloads.map(({ by }) => by)]).toEqual([2, ['Programme Lead', 'Programme Lead']]);
  const audit = { where: { entityId: packId, action: 'pack.download' } };
  expect(await db.auditEvent.count(audit)).toBe(2);
});

test('a pack is compared with the one before it: added, removed with the reason, changed', async () => {
  const { plan, accepted, both } = await fullPlan(harness);
  const first = await build(plan.planId);
  expect((await lead.packs.get({ packId: first })).comparison).toBeNull();
  await makeEvidence(harness, plan, { bytes: 'new' });
  await db.evidence.update({ where: { id: accepted.id }, data: { state: 'RETURNED' }, select: { id: true } });
  const { sha256 } = await makeEvidence(harness, plan, { bytes: 'another file', state: 'SUBMITTED' });
  await db.evidenceVersion.updateMany({ where: { evidenceId: both.id }, data: { sha256, size: 12n } });
  const second = await build(plan.planId);
  expect((await lead.packs.get({ packId: second })).comparison).toMatchObject({
    with: 1,
    sentence: '1 item added, 1 removed and 1 changed.',
    differences: [
      { what: 'REMOVED', ref: 'E1', reason: 'Not verified: it was returned to whoever uploaded it.' },
      { what: 'CHANGED', ref: 'E2' },
      { what: 'ADDED', ref: 'E8' },
    ],
  });
});

test('when its time is over the file goes, and the record stays with its hash and downloads', async () => {
  const { plan } = await fullPlan(harness);
  await db.plan.update({ where: { id: plan.planId }, data: { packKeptDays: 30 }, select: { id: true } });
  const packId = await build(plan.planId);
  await download(harness, packId);
  const { finishedAt, expiresAt, sha256 } = await lead.packs.get({ packId });
  const days = (Date.parse(expiresAt ?? '') - Date.parse(finishedAt ?? '')) / 86_400_000;
  expect(days).toBe(30);
  const night = (now: string) => ({ ...ctx(), signedIn: null, now: new Date(now) });
  const signal = new AbortController().signal;
  await expirePacks(night(finishedAt ?? ''), {}, signal);
  expect(await store.stat(sha256 ?? '')).not.toBeNull();

  const after = new Date(Date.parse(expiresAt ?? '') + 1).toISOString();
  await expirePacks(night(after), {}, signal);
  await expirePacks(night(after), {}, signal);
  expect(await store.stat(sha256 ?? '')).toBeNull();
  const pack = await lead.packs.get({ packId });
  expect(pack).toMatchObject({ state: 'READY', expiredAt: after, sha256, downloads: 1 });
  expect(pack.counts).toMatchObject({ evidenceInScope: 7 });
  expect((await problemOf(download(harness, packId))).message).toContain(
    'when the time for keeping it was over',
  );
  expect(await db.auditEvent.count({ where: { entityId: packId, action: 'pack.expire' } })).toBe(1);
});

test('the cover sheet is a PDF beside the ZIP, and the key is a file that other tools read', async () => {
  const { plan } = await fullPlan(harness);
  const packId = await build(plan.planId);
  const { bytes, fileName } = await coverSheet(ctx(), scope(), packId);
  expect(fileName).toBe('Cover sheet of evidence pack 1 – Northmoor ILACS plan.pdf');
  expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  const { key } = await lead.packs.get({ packId });
  expect(await readKeyFile(ctx(), scope(), packId)).toBe(key?.pem);
  expect(key?.pem).toMatch(/^-----BEGIN PUBLIC KEY-----/);
});

test('a pack that somebody brings is checked with the keys of this installation, and known again', async () => {
  const { plan } = await fullPlan(harness);
  const packId = await build(plan.planId);
  const { bytes } = await download(harness, packId);
  const check = (sent: Uint8Array) =>
    checkUpload(ctx(), scope(), {
      params: {},
      query: {},
      headers: {},
      body: Readable.from([sent]),
      signal: new AbortController().signal,
    });
  expect(await check(bytes)).toMatchObject({
    ok: true,
    origin: 'SIGNATURE',
    known: { packId, number: 1 },
    says: { plan: 'Northmoor ILACS plan', partial: [] },
  });
  // Within the workbook, which is stored as it is.
  const at = bytes.indexOf('actions.xlsx') + 100;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  const changed = await check(bytes);
  expect(changed).toMatchObject({ ok: false, known: null });
  expect(changed.problems.map(({ path }) => path)).toEqual(['actions.xlsx']);
  const none = await check(Buffer.from('hello'));
  expect(none).toMatchObject({ ok: false, says: null });
  expect(JSON.stringify(none)).not.toContain('golden-thread-check');
});
