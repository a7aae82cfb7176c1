import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, expect, it } from 'vitest';
import { ageFiles } from '../../testing/age-files.ts';
import { type Harness, startHarness } from '../../testing/harness.ts';
import { storedHashes, upload } from '../evidence/testing.ts';
import { sweepFiles } from './sweep-files.ts';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});

async function stored(text: string): Promise<string> {
  const put = await h.store.put(Readable.from([Buffer.from(text)]), { maxBytes: 1000 });
  if (!put.ok) throw new Error(put.message);
  return put.sha256;
}

it('takes what no row names, and nothing that any table names', async () => {
  const plan = await h.makePlan();
  const action = await h.makeAction(plan, { teamId: h.teams.fostering });
  const at = { planId: plan.planId, actionId: action.id };
  const evidence = await upload(h, h.people.lead, at, { bytes: 'evidence' });
  const destroyed = await upload(h, h.people.lead, at, { bytes: 'destroyed' });
  await h.db.evidenceVersion.update({
    where: { id: destroyed.versionId },
    data: { redactedAt: new Date() },
    select: { id: true },
  });
  const report = await stored('inspection report');
  const clock = await stored('statement of action');
  const run = await stored('report being read');
  const pack = await stored('pack');
  const withdrawnPack = await stored('pack that was destroyed');
  const orphan = await stored('row never written');
  await h.db.inspection.update({
    where: { id: plan.inspectionId },
    data: { reportSha256: report },
    select: { id: true },
  });
  await h.db.statutoryClock.update({
    where: { id: plan.clockId },
    data: { submittedSha256: clock },
    select: { id: true },
  });
  const by = h.people.lead.userId;
  await h.db.importRun.create({
    data: { createdById: by, fileName: 'report.pdf', sha256: run, size: 1n, draft: {} },
    select: { id: true },
  });
  const common = { planId: plan.planId, recommendationIds: [], marking: 'OFFICIAL', requestedById: by };
  await h.db.pack.create({ data: { ...common, number: 1, sha256: pack }, select: { id: true } });
  await h.db.pack.create({
    data: { ...common, number: 2, sha256: withdrawnPack, redactedAt: new Date() },
    select: { id: true },
  });
  await writeFile(join(h.filesDir, 'incoming', `1-${randomUUID()}.part`), 'half an upload');

  const young = await sweepFiles(h.ctxAs(null), { remove: true });
  expect(young).toMatchObject({ orphans: [], temporaries: 0 });
  await ageFiles(h.filesDir);
  const dry = await sweepFiles(h.ctxAs(null));
  const expected = [destroyed.sha256, withdrawnPack, orphan].sort();
  expect([...dry.orphans].sort()).toEqual(expected);
  expect(await storedHashes(h)).toHaveLength(8);
  const swept = await sweepFiles(h.ctxAs(null), { remove: true });
  expect([...swept.orphans].sort()).toEqual(expected);
  expect(swept.temporaries).toBe(1);
  expect(await storedHashes(h)).toEqual([evidence.sha256, report, clock, run, pack].sort());
  expect(await h.db.auditEvent.count({ where: { action: 'files.sweep' } })).toBe(1);
});
