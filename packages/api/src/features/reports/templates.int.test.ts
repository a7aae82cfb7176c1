import { standardTemplate, TEMPLATE_SECTIONS } from '@gt/domain/report';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { aPng } from '../../testing/a-png.ts';
import { type Harness, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { aDraft, download, fileOf, issue } from './testing.ts';

const h: Harness = await startHarness();
const { reports } = h.callerAs(h.people.lead);
let plan: PlanFixture;

beforeEach(async () => {
  plan = await h.makePlan();
  await h.db.reportTemplate.deleteMany();
  await h.db.reportLogo.deleteMany();
});

const reversed = () => ({ ...standardTemplate('BOARD_REPORT'), sections: backwards() });
const backwards = () =>
  standardTemplate('BOARD_REPORT')
    .sections.reverse()
    .map((one) => (one.key === 'dates' ? { ...one, isIncluded: false, heading: 'Slipped' } : one));
const save = (more: object = {}) =>
  reports.saveTemplate({ kind: 'BOARD_REPORT', ...reversed(), version: 0, ...more });
const makeOne = async () => {
  const { id } = await reports.make({ planId: plan.planId, kind: 'BOARD_REPORT', idempotencyKey: newId() });
  return reports.get({ reportId: id });
};

describe('a template', () => {
  test('is the product’s own until somebody changes it', async () => {
    const { templates, logo } = await reports.templates();
    expect(templates).toEqual([
      {
        kind: 'BOARD_REPORT',
        ...standardTemplate('BOARD_REPORT'),
        version: 0,
        changedAt: null,
        changedBy: null,
      },
      {
        kind: 'STATEMENT_OF_ACTION',
        ...standardTemplate('STATEMENT_OF_ACTION'),
        version: 0,
        changedAt: null,
        changedBy: null,
      },
    ]);
    expect(logo).toBeNull();
    expect((await makeOne()).content.sections.map(({ key }) => key)).toEqual(
      TEMPLATE_SECTIONS.BOARD_REPORT.map(({ key }) => key),
    );
  });

  test('lays out papers that are made from then on, with its title', async () => {
    const before = await makeOne();
    const { templates } = await save({ title: '{trust}: highlight report {number}, {date}' });
    expect(templates[0]).toMatchObject({ version: 1, changedBy: h.people.lead.userName });
    const after = await makeOne();
    expect(after.title).toMatch(/: highlight report 2, 12 March 2026$/);
    expect(after.content.sections.map(({ key }) => key)).toEqual(
      before.content.sections.map(({ key }) => key).reverse(),
    );
    expect(after.content.sections.find(({ key }) => key === 'dates')).toMatchObject({
      heading: 'Slipped',
      isIncluded: false,
    });
    expect((await reports.get({ reportId: before.id })).title).toBe(before.title);
    const told = await h.db.auditEvent.findFirst({ where: { action: 'report.setTemplate' } });
    expect(told).toMatchObject({ actorId: h.people.lead.userId, planId: null });
  });

  test('with an unknown field or a missing section is refused in words, and nothing is changed', async () => {
    const problem = await problemOf(save({ title: 'For {chair}', sections: backwards().slice(1) }));
    expect(problem.fields).toEqual([
      {
        field: 'title',
        message: 'There is no field {chair}. The fields are {number}, {date}, {plan}, {council} and {trust}.',
      },
      {
        field: 'sections',
        message:
          'The template does not say where “Position by recommendation” stands. Put it in its place, or leave it out by its box.',
      },
    ]);
    expect(await h.db.reportTemplate.count()).toBe(0);
  });

  test('that two change at once is changed once; the other sees what is there now', async () => {
    const both = await Promise.allSettled([save(), save({ title: 'Ours' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const problem = await problemOf(save());
    expect(problem.code).toBe('CONFLICT');
    await save({ version: 1, title: 'Second' });
    expect((await reports.templates()).templates[0]).toMatchObject({ title: 'Second', version: 2 });
  });

  test('of which no title is left gives the product’s own title', async () => {
    await h.db.plan.update({ where: { id: plan.planId }, data: { name: '' }, select: { id: true } });
    await save({ title: '{plan}' });
    expect((await makeOne()).title).toBe('Board report 1, 12 March 2026');
  });
});

describe('the logo', () => {
  const set = (png: Buffer | null, version = 0, alt = 'Northmoor Children’s Trust') =>
    reports.setLogo({ png: png?.toString('base64') ?? null, alt, version });

  test('stands at the head of both files, with what it shows, and without who made it', async () => {
    await set(aPng());
    const { made } = await aDraft(h);
    await issue(h, made);
    const paper = await reports.get({ reportId: made.id });
    const docx = await download(h, fileOf(paper, 'DOCX'));
    const pdf = await download(h, fileOf(paper, 'PDF'));
    expect(docx.bytes.includes('word/media/')).toBe(true);
    expect(pdf.bytes.toString('latin1')).toMatch(/\/Subtype ?\/Image/);
    const kept = await h.db.reportLogo.findUniqueOrThrow({ where: { id: 1 }, select: { png: true } });
    expect(Buffer.from(kept.png).includes('Designer')).toBe(false);
    expect(Buffer.from(kept.png).includes('IDAT')).toBe(true);
  });

  test.each([
    [
      'no PNG',
      Buffer.from('GIF89a'),
      'The picture is no PNG. Open it in a drawing program and save it as PNG.',
    ],
    [
      'too large',
      Buffer.concat([aPng(), Buffer.alloc(205 * 1024)]),
      'It may have up to 200 kB: save it smaller.',
    ],
    ['too small', aPng(8, 8), 'The picture is 8 by 8 pixels. Each side may have 20 to 2,000.'],
    ['interlaced', aPng(40, 24, { interlace: 1 }), 'Save it as PNG without interlacing.'],
    ['cut short', aPng().subarray(0, 60), 'The picture cannot be read.'],
    ['fewer pixels than it says', aPng(40, 24, { rows: 3 }), 'The picture cannot be read.'],
    ['no rows that can be drawn', aPng(40, 24, { filter: 9 }), 'The picture cannot be read.'],
    ['a bomb', aPng(40, 24, { rows: 200_000 }), 'The picture cannot be read.'],
  ])('%s is refused in a sentence', async (_, png, message) => {
    const problem = await problemOf(set(png));
    expect(problem.fields?.[0]?.message).toContain(message);
    expect(await h.db.reportLogo.count()).toBe(0);
  });

  test('says what it shows, is replaced and taken away, and never by an old version', async () => {
    expect((await problemOf(set(aPng(), 0, ' '))).fields?.[0]?.field).toBe('alt');
    expect((await set(aPng())).logo).toMatchObject({ width: 40, height: 24, version: 1 });
    expect((await problemOf(set(aPng()))).code).toBe('CONFLICT');
    expect((await set(aPng(60, 30), 1)).logo).toMatchObject({ width: 60, version: 2 });
    expect((await set(null, 2)).logo).toBeNull();
  });
});
