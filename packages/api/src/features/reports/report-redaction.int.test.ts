import type { RedactableEntity } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { aDraft, aToldAction, edits, issue, make, runIssue, said, wordsOf } from './testing.ts';

const harness = await startHarness();
const { db, people, callerAs, ctxAs } = harness;
const lead = callerAs(people.lead);
const SECRET = 'Ada Brook told her carer that she had been hurt at home.';

/** Two people destroy a record; the clock stands still between them. */
async function destroy(entity: RedactableEntity, entityId: string) {
  const { redactionId } = await callerAs(people.manager).redactions.request({
    entity,
    entityId,
    reason: 'A child is named.',
    idempotencyKey: newId(),
  });
  const preview = await callerAs(people.verifier).redactions.preview({ redactionId });
  await callerAs(people.verifier).redactions.decide({
    redactionId,
    version: 1,
    approve: true,
    note: 'Read it twice.',
  });
  return preview;
}

const isStored = async (sha256: string | undefined) => (await harness.store.stat(sha256 ?? '')) !== null;

test('words destroyed with an update leave every paper; an issued one is issued again without them', async () => {
  const plan = await harness.makePlan();
  const { updateId } = await aToldAction(harness, plan, { inTheWay: SECRET });
  const other = await harness.makePlan();
  await db.plan.update({ where: { id: other.planId }, data: { name: 'Another plan' }, select: { id: true } });
  await aToldAction(harness, other, { inTheWay: SECRET });
  const elsewhere = await issue(harness, await make(harness, other.planId));
  const before = await issue(harness, await make(harness, plan.planId));
  const draft = await make(harness, plan.planId);
  expect(await wordsOf(harness, before)).toContain('Ada Brook');
  await db.outboxMail.create({
    data: {
      ...{ messageId: '<waiting@golden-thread>', toAddress: 'a@trust.example', subject: 'Minutes', text: '' },
      attachments: [
        { fileName: 'a.pdf', mediaType: 'application/pdf', sha256: before.files[1]?.sha256 ?? '' },
      ],
    },
    select: { id: true },
  });

  await destroy('PROGRESS_UPDATE', updateId);

  for (const { sha256 } of before.files) expect(await isStored(sha256)).toBe(false);
  expect(await db.outboxMail.count({ where: { messageId: '<waiting@golden-thread>' } })).toBe(0);
  expect(harness.jobs.filter(({ name }) => name === 'reports.issue').at(-1)?.data).toEqual({
    reportId: before.id,
  });
  expect(await lead.reports.get({ reportId: before.id })).toMatchObject({ state: 'ISSUING', files: [] });
  await runIssue(ctxAs(people.lead), before.id);
  const after = await lead.reports.get({ reportId: before.id });
  expect(after).toMatchObject({ state: 'ISSUED', redactedAt: '2026-03-12T10:00:00.000Z' });
  const words = await wordsOf(harness, after);
  expect(words).toContain('words destroyed on 12 March 2026');
  expect(words).toContain('[destroyed]');
  expect(words).not.toContain('Ada Brook');
  const again = await lead.reports.get({ reportId: draft.id });
  expect(said(again.content, 'risks')).toBe('- R1.A1 [destroyed]');
  const kept = await lead.reports.get({ reportId: elsewhere.id });
  expect(kept).toMatchObject({ version: elsewhere.version, redactedAt: null });
});

test('a paper whose files were being made while words were destroyed is made again without them', async () => {
  const plan = await harness.makePlan();
  const { updateId } = await aToldAction(harness, plan, { inTheWay: SECRET });
  const made = await make(harness, plan.planId);
  await lead.reports.issue({ reportId: made.id, version: made.version });
  const ctx = ctxAs(people.lead);
  let isDestroyed = false;
  const put: typeof ctx.store.put = async (...input) => {
    if (!isDestroyed) {
      isDestroyed = true;
      await destroy('PROGRESS_UPDATE', updateId);
    }
    return ctx.store.put(...input);
  };
  const meanwhile = runIssue({ ...ctx, store: { ...ctx.store, put } as typeof ctx.store }, made.id);
  await expect(meanwhile).rejects.toThrow('was destroyed while its files were made');
  await runIssue(ctx, made.id);
  const report = await lead.reports.get({ reportId: made.id });
  expect(report.state).toBe('ISSUED');
  expect(await wordsOf(harness, report)).not.toContain('Ada Brook');
});

test('a paper destroyed as a whole loses its words and files, also the copy that stopped the clock', async () => {
  const plan = await harness.makePlan();
  await aToldAction(harness, plan);
  const made = await make(harness, plan.planId, 'STATEMENT_OF_ACTION');
  const written = await lead.reports.get({ reportId: made.id });
  const sections = edits(written.content);
  sections[0]?.words.push({ key: 'introduction', text: SECRET });
  const saved = await lead.reports.save({
    ...{ reportId: made.id, version: made.version, title: written.title, marking: 'OFFICIAL', sections },
  });
  const issued = await issue(harness, { id: made.id, version: saved.version });
  await lead.reports.submit({
    ...{ reportId: made.id, version: issued.version, submittedOn: '2026-03-11' },
    reason: 'Approved by urgent powers of the leader.',
  });

  const preview = await destroy('REPORT', made.id);

  expect(preview).toMatchObject({
    reference: 'Statement of action 1, version 1',
    place: { kind: 'REPORT', id: made.id },
    texts: [SECRET],
    files: 2,
  });
  const after = await lead.reports.get({ reportId: made.id });
  expect(after).toMatchObject({
    title: '[destroyed]',
    files: [],
    state: 'ISSUED',
    submittedOn: '2026-03-11',
  });
  expect(after.content.sections).toEqual([]);
  for (const { sha256 } of issued.files) expect(await isStored(sha256)).toBe(false);
  const clock = await db.statutoryClock.findUniqueOrThrow({
    where: { id: plan.clockId },
    select: { submittedSha256: true, submittedOn: true },
  });
  expect(clock).toEqual({ submittedSha256: null, submittedOn: new Date('2026-03-11') });
  const rows = await db.$queryRaw<{ found: bigint }[]>`
    SELECT count(*) AS "found" FROM "audit_payload" WHERE position(${'Ada Brook'} IN "body"::text) > 0
      AND "eventId" IN (SELECT "id" FROM "audit_event" WHERE "planId" = ${plan.planId})`;
  expect(Number(rows[0]?.found)).toBe(0);
});

test('the second person hears of a paper into which somebody typed the same words', async () => {
  const { draft, updateId } = await aDraft(harness);
  await db.progressUpdate.update({
    where: { id: updateId },
    data: { whatHappened: SECRET },
    select: { id: true },
  });
  const sections = edits(draft.content);
  sections[0]?.words.push({ key: 'summary', text: `As we know: ${SECRET}` });
  await lead.reports.save({
    ...{ reportId: draft.id, version: draft.version, title: draft.title, marking: 'OFFICIAL', sections },
  });
  const preview = await destroy('PROGRESS_UPDATE', updateId);
  expect(preview.repeats).toContainEqual({
    reference: 'Paper of 12 March 2026',
    place: { kind: 'REPORT', id: draft.id },
    isAskedFor: false,
  });
});

test('evidence that is the same file as a paper keeps its bytes, and the second person hears where they stay', async () => {
  const { made, plan } = await aDraft(harness);
  const report = await issue(harness, made);
  const pdf = report.files[1];
  const evidence = await db.evidence.create({
    data: {
      ...{ planId: plan.planId, number: 1, title: 'The board report itself', kind: 'DOCUMENT', shows: '' },
      ...{ uploadedById: people.lead.userId, changedById: people.lead.userId },
      versions: {
        create: {
          ...{
            number: 1,
            fileName: 'report.pdf',
            mediaType: 'application/pdf',
            size: BigInt(pdf?.size ?? 0),
          },
          ...{ sha256: pdf?.sha256 ?? '', uploadedById: people.lead.userId },
        },
      },
    },
    select: { id: true },
  });
  const preview = await destroy('EVIDENCE', evidence.id);
  expect(preview).toMatchObject({ filesElsewhere: 1, fileHolders: ['a paper that was issued'] });
  expect(await isStored(pdf?.sha256)).toBe(true);
});
