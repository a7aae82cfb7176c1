import { buffer } from 'node:stream/consumers';
import { isoDate, type ScreeningResult } from '@gt/contracts/words';
import { screenBytes } from '@gt/intake';
import { describe, expect, test, vi } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { jobHandlers } from '../../job-handlers.ts';
import { type Person, startHarness } from '../../testing/harness.ts';
import { upload, uploadVersion } from '../evidence/testing.ts';
import { screenVersions } from './screen-all.ts';
import { type Screener, screenVersion } from './screen-version.ts';
import { screeningOfVersions } from './screening-of-versions.ts';

const h = await startHarness();
const plan = await h.makePlan();
const { contributor, manager, otherManager, partner, verifier, viewer, lead, administrator } = h.people;
const NHS = 'NHS number 943 476 5919';
const WHY = 'It is the example number that every leaflet prints.';
const never = new AbortController().signal;

/** In this process: the rules are the same, and a hundred processes take their time. */
const screen: Screener = async (open, of) =>
  screenBytes({ ...of, pages: 500, data: new Uint8Array(await buffer(await open())) });

/** Does what was asked of the queue, as the server does. */
async function runJobs(): Promise<void> {
  for (const { name, data } of h.jobs.splice(0)) {
    const again = data.again === 'true';
    if (name === 'evidence.screen')
      await screenVersion(h.ctxAs(null), data.versionId ?? '', { again, screen });
    if (name === 'evidence.screenAll') await screenVersions(h.ctxAs(null), { again, signal: never, screen });
  }
}

async function anItem(bytes: string, by: Person = contributor, fileName = 'minutes.txt') {
  const { id: actionId } = await h.makeAction(plan, {
    teamId: h.teams.fostering,
    ownerPostId: h.posts.fosteringOfficer,
  });
  const made = await upload(h, by, { planId: plan.planId, actionId }, { bytes, fileName });
  await runJobs();
  return made;
}

const filesOf = async (evidenceId: string, who: Person = contributor) =>
  (await h.callerAs(who).screening.of({ evidenceId })).files;

async function newestOf(evidenceId: string, who: Person = contributor) {
  const [newest] = await filesOf(evidenceId, who);
  if (!newest) throw new Error('an item has a file');
  return newest;
}

async function justified(bytes = NHS) {
  const { evidenceId, versionId } = await anItem(bytes);
  const { version } = await newestOf(evidenceId);
  const at = await h.callerAs(contributor).screening.justify({ versionId, version, justification: WHY });
  return { evidenceId, versionId, version: at.version };
}

describe('what is uploaded is screened', () => {
  test('a number is told without being given away, and stands in nothing that is kept', async () => {
    const { evidenceId, versionId } = await anItem(`Panel\n${NHS}\n`);
    const file = await newestOf(evidenceId);
    expect(file).toMatchObject({
      standing: 'TO_SETTLE',
      likely: 1,
      total: 1,
      findings: [{ kind: 'NHS_NUMBER', masked: '94• ••• ••19' }],
      sentence: 'Screening found 1 thing that identifies somebody.',
    });
    const kept = await h.db.evidenceScreening.findMany({ where: { versionId } });
    const audit = await h.db.auditEvent.findMany({
      where: { entityType: 'EVIDENCE_VERSION', entityId: versionId },
      select: { action: true, actorId: true, payload: { select: { body: true } } },
    });
    expect(audit).toMatchObject([{ action: 'screening.screen', actorId: null }]);
    expect(JSON.stringify([kept, audit])).not.toContain('476');
    const told = await h.db.notification.findMany({ where: { kind: 'SCREENING_FOUND' } });
    expect(told.map(({ userId }) => userId)).toEqual([contributor.userId]);
  });

  test('nothing found is said of a file that was read, and not before', async () => {
    const at = await h.makeAction(plan, { teamId: h.teams.fostering, ownerPostId: h.posts.fosteringOfficer });
    const { evidenceId, versionId } = await upload(h, contributor, { planId: plan.planId, actionId: at.id });
    expect(await newestOf(evidenceId)).toMatchObject({ standing: 'NOT_SCREENED', version: 0 });
    expect((await screeningOfVersions(h.db, [versionId])).get(versionId)?.mayLeave).toBe(false);
    await runJobs();
    expect(await newestOf(evidenceId)).toMatchObject({ standing: 'NOTHING_FOUND', version: 1 });
    expect((await screeningOfVersions(h.db, [versionId])).get(versionId)?.mayLeave).toBe(true);
  });

  test('twice, and two at once, give one result; the sweep finds what was left out', async () => {
    const { versionId } = await anItem('Nobody in here');
    const ctx = h.ctxAs(null);
    await h.db.evidenceScreening.deleteMany({ where: { versionId } });
    await Promise.all([screenVersion(ctx, versionId), screenVersion(ctx, versionId)]);
    expect(await h.db.evidenceScreening.count({ where: { versionId } })).toBe(1);
    await h.db.evidenceScreening.deleteMany({ where: { versionId } });
    await jobHandlers['evidence.screenAll'](ctx, {}, never);
    expect(await h.db.evidenceScreening.count({ where: { versionId } })).toBe(1);
  });

  test('a fault of the store leaves no result, and the others are screened all the same', async () => {
    const first = await anItem('one');
    const second = await anItem('two');
    const versionIds = [first.versionId, second.versionId];
    await h.db.evidenceScreening.deleteMany({ where: { versionId: { in: versionIds } } });
    const ctx = h.ctxAs(null);
    vi.spyOn(h.store, 'stat').mockRejectedValueOnce(new Error('the disk does not answer'));
    await expect(jobHandlers['evidence.screenAll'](ctx, {}, never)).rejects.toThrow('the disk');
    const done = await h.db.evidenceScreening.findMany({ where: { versionId: { in: versionIds } } });
    expect(done.map(({ versionId }) => versionId)).toEqual([second.versionId]);
    await jobHandlers['evidence.screenAll'](ctx, {}, never);
  });

  test('a file that is not in the store could not be screened', async () => {
    const { evidenceId, versionId, sha256 } = await anItem(`gone ${newId()}`);
    await h.store.remove(sha256);
    await screenVersion(h.ctxAs(null), versionId, { again: true });
    expect(await newestOf(evidenceId)).toMatchObject({ standing: 'TO_SETTLE', findings: [], total: 0 });
  });
});

describe('what follows from a finding', () => {
  test('the uploader justifies in a sentence, a verifier allows, and all of it is on record', async () => {
    const { evidenceId, versionId, version } = await justified();
    expect((await screeningOfVersions(h.db, [versionId])).get(versionId)?.mayLeave).toBe(false);
    await h.callerAs(verifier).screening.decide({ versionId, version, decision: 'ALLOWED' });
    expect(await newestOf(evidenceId)).toMatchObject({
      standing: 'ALLOWED',
      justification: WHY,
      justifiedBy: { name: contributor.userName },
      decidedBy: { name: verifier.userName },
    });
    expect((await screeningOfVersions(h.db, [versionId])).get(versionId)).toMatchObject({
      mayLeave: true,
      standing: 'ALLOWED',
      justification: WHY,
      decidedById: verifier.userId,
    });
    const deeds = await h.db.auditEvent.findMany({
      where: { entityId: evidenceId, action: { startsWith: 'screening.' } },
      orderBy: { id: 'asc' },
    });
    expect(deeds.map(({ action }) => action)).toEqual(['screening.justify', 'screening.allow']);
    const told = await h.db.notification.findMany({ where: { kind: 'SCREENING_DECIDED' } });
    expect(told.map(({ userId }) => userId)).toEqual([contributor.userId]);
  });

  test.each([
    ['nobody, because words of fewer than five are no sentence', 'It is fine', 'INVALID'],
    ['nobody, because it says nothing', '   ', 'INVALID'],
  ])('is justified by %s', async (_, justification, code) => {
    const { evidenceId, versionId } = await anItem(NHS);
    const { version } = await newestOf(evidenceId);
    const call = h.callerAs(contributor).screening.justify({ versionId, version, justification });
    await expect(call).rejects.toMatchObject({ cause: { code } });
  });

  test('never one’s own: the uploader, the owner and whoever justified it do not decide', async () => {
    const { versionId, version } = await justified();
    const both = await h.makeUser('Quality Lead and Fostering', ['VERIFIER', 'MANAGER'], {
      teamIds: [h.teams.fostering],
      postIds: [h.posts.fosteringOfficer],
    });
    const own = h.callerAs(both).screening.decide({ versionId, version, decision: 'ALLOWED' });
    await expect(own).rejects.toMatchObject({ cause: { code: 'NOT_ALLOWED' } });
    const uploaded = await anItem(NHS, lead);
    const file = await newestOf(uploaded.evidenceId, lead);
    const mine = await h.callerAs(manager).screening.justify({
      versionId: uploaded.versionId,
      version: file.version,
      justification: WHY,
    });
    const asLead = h.callerAs(lead).screening.decide({
      versionId: uploaded.versionId,
      version: mine.version,
      decision: 'ALLOWED',
    });
    await expect(asLead).rejects.toMatchObject({ cause: { code: 'NOT_ALLOWED' } });
  });

  test('a refusal says what to do instead, and can be argued again', async () => {
    const { evidenceId, versionId, version } = await justified();
    const decide = (note: string) =>
      h.callerAs(verifier).screening.decide({ versionId, version, decision: 'REFUSED', note });
    await expect(decide('')).rejects.toMatchObject({ cause: { code: 'INVALID' } });
    const refused = await decide('Page 2 names the school as well.');
    expect(await newestOf(evidenceId)).toMatchObject({ standing: 'REFUSED' });
    const again = await h
      .callerAs(contributor)
      .screening.justify({ versionId, version: refused.version, justification: `${WHY} Page 2 too.` });
    expect(again.standing).toBe('JUSTIFIED');
    expect(await newestOf(evidenceId)).toMatchObject({ decidedBy: null, decisionNote: '' });
  });

  test('of two people at once one is heard, the other is told', async () => {
    const { versionId, version } = await justified();
    const other = await h.makeUser('Quality Assurance Lead, holder 2', ['VERIFIER']);
    const asked = [verifier, other].map((person) =>
      h.callerAs(person).screening.decide({ versionId, version, decision: 'ALLOWED' }),
    );
    const ended = await Promise.allSettled(asked);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = ended.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ cause: { code: 'CONFLICT' } });
  });

  test('a redacted copy is a new file, screened anew; the old one is still told', async () => {
    const { evidenceId } = await justified();
    await uploadVersion(h, contributor, { evidenceId, version: 1 }, { bytes: 'Without the number' });
    await runJobs();
    const [newest, older] = await filesOf(evidenceId);
    expect(newest).toMatchObject({ versionNumber: 2, standing: 'NOTHING_FOUND' });
    expect(older).toMatchObject({ versionNumber: 1, standing: 'JUSTIFIED', likely: 1 });
    expect(older?.may.justify.ok).toBe(false);
    const late = h.callerAs(verifier).screening.decide({
      versionId: older?.versionId ?? '',
      version: older?.version ?? 0,
      decision: 'ALLOWED',
    });
    await expect(late).rejects.toMatchObject({ cause: { code: 'RULE' } });
  });

  test('what was allowed stays allowed while the same is found, and no longer', async () => {
    const { evidenceId, versionId, version } = await justified();
    await h.callerAs(verifier).screening.decide({ versionId, version, decision: 'ALLOWED' });
    const ctx = h.ctxAs(null);
    await screenVersion(ctx, versionId, { again: true, screen });
    expect(await newestOf(evidenceId)).toMatchObject({ standing: 'ALLOWED', justification: WHY });
    const more: Screener = async (open, of) => {
      (await open()).destroy();
      const finding = { kind: 'UPN', level: 'LIKELY', masked: 'B8•••••••••01', why: of.fileName } as const;
      const result: ScreeningResult = {
        outcome: 'FOUND',
        findings: [{ ...finding, place: 'Text', isHidden: false }],
        total: 1,
        likely: 1,
        notices: [],
        unread: [],
      };
      return result;
    };
    await screenVersion(ctx, versionId, { again: true, screen: more });
    expect(await newestOf(evidenceId)).toMatchObject({ standing: 'TO_SETTLE', justification: '' });
  });

  test('what waits is listed for whoever can do something about it', async () => {
    const { evidenceId } = await justified();
    const open = async (who: Person) => {
      const { rows } = await h.callerAs(who).screening.open({ planId: plan.planId });
      return rows.find((row) => row.evidenceId === evidenceId)?.deed;
    };
    expect(await open(verifier)).toBe('DECIDE');
    expect(await open(contributor)).toBeUndefined();
    const found = await anItem(NHS);
    const rows = async (who: Person) =>
      (await h.callerAs(who).screening.open({ planId: plan.planId })).rows.filter(
        (row) => row.evidenceId === found.evidenceId,
      );
    expect(await rows(contributor)).toMatchObject([{ deed: 'SETTLE', standing: 'TO_SETTLE' }]);
    expect(await rows(viewer)).toEqual([]);
    expect(await rows(otherManager)).toEqual([]);
  });

  test('whoever may not open a file is not shown what is left of a number', async () => {
    const { evidenceId } = await anItem(NHS);
    expect((await newestOf(evidenceId, viewer)).findings[0]?.masked).toBe('');
    await expect(filesOf((await anItem(NHS)).evidenceId, partner)).rejects.toMatchObject({
      cause: { code: 'NOT_FOUND' },
    });
  });

  test('destroyed with its file', async () => {
    const { evidenceId, versionId } = await justified();
    const request = {
      entity: 'EVIDENCE_VERSION',
      entityId: versionId,
      reason: 'A number of a child is in it',
    } as const;
    const asked = await h.callerAs(contributor).redactions.request({ ...request, idempotencyKey: newId() });
    await h.callerAs(lead).redactions.decide({
      redactionId: asked.redactionId,
      version: 1,
      approve: true,
      note: 'I have looked at it.',
    });
    const [file] = await filesOf(evidenceId);
    expect(file).toMatchObject({ findings: [], justification: '' });
    const payloads = await h.db.auditPayload.findMany({ select: { body: true } });
    expect(JSON.stringify(payloads)).not.toContain(WHY);
  });
});

describe('what an installation sets', () => {
  const NOTHING = { officePostcodes: [], caseNumberShape: '' };

  test('a shape and the own postcodes count for every file from then on, and for those of before', async () => {
    const { evidenceId } = await anItem('Case CS-1234567 was heard at 12 Acacia Road, B1 1AA');
    expect((await newestOf(evidenceId)).findings.map(({ kind }) => kind)).toEqual(['POSTCODE']);
    const settings = { officePostcodes: ['b1  1aa', 'B11AA'], caseNumberShape: 'CS-#######' };
    const kept = await h.callerAs(administrator).screening.setSettings({ ...settings, was: NOTHING });
    expect(kept).toMatchObject({ officePostcodes: ['B1 1AA'], caseNumberShape: 'CS-#######' });
    await runJobs();
    expect((await newestOf(evidenceId)).findings.map(({ kind }) => kind)).toEqual(['CASE_NUMBER']);
    const late = h.callerAs(administrator).screening.setSettings({ ...settings, was: NOTHING });
    await expect(late).rejects.toMatchObject({ cause: { code: 'CONFLICT' } });
  });

  test.each([
    ['(a+)+$'],
    ['[0-9]{9}'],
    ['.*####'],
    ['##'],
    ['CS-###'],
    [`${'#'.repeat(31)}`],
    ['####\n'.repeat(2)],
  ])('“%s” is no shape of a case number', async (caseNumberShape) => {
    const was = await h.callerAs(administrator).screening.settings();
    const call = h
      .callerAs(administrator)
      .screening.setSettings({ officePostcodes: [], caseNumberShape, was });
    await expect(call).rejects.toMatchObject({ cause: { code: 'INVALID' } });
  });

  test('half a postcode is refused by name', async () => {
    const was = await h.callerAs(administrator).screening.settings();
    const call = h
      .callerAs(administrator)
      .screening.setSettings({ officePostcodes: ['B1'], caseNumberShape: '', was });
    await expect(call).rejects.toThrow('“B1” is not a whole postcode');
  });
});

test('the date of today decides on an age', async () => {
  const { evidenceId, versionId } = await anItem('DOB 12/03/2001');
  expect((await newestOf(evidenceId)).findings[0]?.level).toBe('LIKELY');
  await screenVersion(h.ctxAs(null, isoDate('2046-03-12')), versionId, { again: true, screen });
  expect((await newestOf(evidenceId)).findings[0]?.level).toBe('POSSIBLE');
});

test('the words of a review are looked through before its minutes are made of them', async () => {
  const { id: actionId, number } = await h.makeAction(plan);
  const { id: reviewId } = await h.db.review.create({
    data: {
      planId: plan.planId,
      number: 41,
      heldOn: new Date('2026-03-12'),
      summary: 'All went well.',
      items: {
        create: {
          section: 'ADDED',
          sections: ['ADDED'],
          position: 1,
          actionId,
          note: 'Ella, aged 7, was moved.',
        },
      },
    },
    select: { id: true },
  });
  const { findings } = await h.callerAs(lead).screening.ofReview({ reviewId });
  expect(findings).toMatchObject([
    { place: `Note on R1.A${number}`, words: 'Ella, aged 7', kind: 'NAME_AND_AGE', level: 'LIKELY' },
  ]);
});
