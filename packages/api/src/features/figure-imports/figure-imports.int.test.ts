import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { readFigures } from './read-figures.ts';
import { takeFigures } from './take-figures.ts';

const harness = await startHarness();
const { db, people, posts, callerAs } = harness;
const lead = callerAs(people.lead);

async function withMeasures() {
  const plan = await harness.makePlan();
  for (const name of ['Re-referrals within 12 months', 'Mean caseload']) {
    await lead.measures.create({
      recommendationId: plan.recommendationIds[0] ?? '',
      name,
      definition: '',
      unit: name === 'Mean caseload' ? 'cases' : '%',
      direction: 'LOWER_IS_BETTER',
      baseline: null,
      baselineDate: null,
      target: 18,
      targetDate: null,
      frequency: 'MONTHLY',
      ownerPostId: posts.fosteringOfficer,
      idempotencyKey: newId(),
    });
  }
  const measures = await lead.measures.list({ planId: plan.planId });
  return { ...plan, ids: measures.map(({ id }) => id) };
}

/** Takes and reads a file as somebody; answers its id. */
async function bring(planId: string, bytes: Buffer, fileName = 'figures.csv', who = people.lead) {
  const ctx = harness.ctxAs(who);
  const { importId } = await takeFigures(ctx, guard(ctx, 'measure.enter'), {
    planId,
    fileName,
    idempotencyKey: newId(),
    body: Readable.from([bytes]),
    signal: new AbortController().signal,
  });
  await readFigures(harness.ctxAs(null), { importId }, new AbortController().signal);
  return importId;
}

const FILE = `Measure;Month;Actual;Numerator;Denominator;Comment
M1;Jan 2026;22,5;;;
M1;Dec 2025;21.4%;;;Restated
Re-referrals within 12 months;Nov 2025;;45;200;
Mean caseload;Jan 2026;17.2;;;
Mean caseload;Dec 2025;n/a;;;
M9;Jan 2026;4;;;
`;

describe('a file of many measures', () => {
  test('every row says what becomes of it; one transaction enters them, and undoing leaves no figure', async () => {
    const plan = await withMeasures();
    const [one = '', two = ''] = plan.ids;
    await lead.measures.addPoint({ measureId: one, date: '2025-12-31', value: 20, idempotencyKey: newId() });
    // Cells parted by semicolons, in the encoding of an older Excel.
    const importId = await bring(plan.planId, Buffer.from(FILE, 'latin1'));
    const found = await lead.figureImports.get({ importId });
    expect(found).toMatchObject({ state: 'READY', dryRun: { stop: '', measures: 2 } });
    expect(found.dryRun?.counts).toMatchObject({ ADD: 2, KEPT: 1, NONE: 1, REFUSED: 2, PASSED: 1 });
    const { rows, total } = await lead.figureImports.rows({ importId });
    expect(total).toBe(7);
    expect(rows[1]?.reason).toContain('has a comma for its decimals');
    const correcting = { policy: 'CORRECT', reason: '', hasLookedAtFindings: false } as const;
    await lead.figureImports.choose({ importId, version: 1, choices: { ...correcting, policy: 'STOP' } });
    const stopped = { importId, version: 2, expected: { add: 2, correct: 0 } };
    expect((await problemOf(lead.figureImports.confirm(stopped))).message).toContain(
      'another figure on record',
    );
    await lead.figureImports.choose({ importId, version: 2, choices: correcting });
    const seen = { importId, version: 3, expected: { add: 2, correct: 1 } };
    expect((await problemOf(lead.figureImports.confirm(seen))).fields?.[0]?.field).toBe('reason');
    await lead.figureImports.choose({ importId, version: 3, choices: { ...correcting, reason: 'Audited.' } });
    expect(
      (await problemOf(lead.figureImports.confirm({ ...seen, version: 4, expected: { add: 3, correct: 0 } })))
        .message,
    ).toContain('have changed since you looked');
    await lead.figureImports.confirm({ ...seen, version: 4 });
    await lead.figureImports.confirm({ ...seen, version: 4 });
    const first = await lead.measures.get({ measureId: one });
    expect(first.points).toMatchObject([
      { date: '2025-11-30', value: 22.5, numerator: 45, denominator: 200 },
      { date: '2025-12-31', value: 21.4, comment: 'Restated' },
    ]);
    expect(first.corrections).toHaveLength(1);
    expect(first.history[0]?.words).toBe('entered figures from a file');
    expect((await lead.measures.get({ measureId: two })).points).toHaveLength(1);
    expect(await lead.figureImports.list({ planId: plan.planId })).toMatchObject([
      { state: 'IMPORTED', entered: { figures: 3, measures: 2 } },
    ]);
    const undone = await lead.figureImports.undo({ importId, version: 5, keepChanged: false });
    expect(undone).toEqual({ undone: true, changed: [] });
    const back = await lead.measures.get({ measureId: one });
    expect(back.points).toMatchObject([{ date: '2025-12-31', value: 20 }]);
    expect(back.corrections).toEqual([]);
    expect(await db.measurePoint.count({ where: { measureId: { in: [one, two] } } })).toBe(1);
  });

  test('what was corrected since is named before anything is undone, and can be kept', async () => {
    const plan = await withMeasures();
    const [one = ''] = plan.ids;
    const importId = await bring(plan.planId, Buffer.from('KPI,Nov-25,Dec-25\nM1,20,21\nM2,17,18\n'));
    await lead.figureImports.confirm({ importId, version: 1, expected: { add: 4, correct: 0 } });
    const { points } = await lead.measures.get({ measureId: one });
    await lead.measures.correctPoint({
      pointId: points[0]?.id ?? '',
      date: '2025-11-30',
      value: 19,
      comment: 'Counted again.',
      idempotencyKey: newId(),
    });
    const undo = { importId, version: 2, keepChanged: false };
    expect(await lead.figureImports.undo(undo)).toEqual({ undone: false, changed: ['M1, 30 November 2025'] });
    expect((await lead.figureImports.undo({ ...undo, keepChanged: true })).undone).toBe(true);
    expect((await lead.measures.get({ measureId: one })).points).toMatchObject([{ value: 19 }]);
  });

  test('a comment that names somebody is looked at first; what cannot be read says why', async () => {
    const plan = await withMeasures();
    const text = 'Measure,Month,Actual,Comment\nM1,Jan 2026,20,"Call Zebedee Quillfeather on 07700 900123"\n';
    const importId = await bring(plan.planId, Buffer.from(text));
    expect((await lead.figureImports.get({ importId })).dryRun?.findings.length).toBeGreaterThan(0);
    const confirm = { importId, version: 1, expected: { add: 1, correct: 0 } };
    expect((await problemOf(lead.figureImports.confirm(confirm))).message).toContain('somebody’s own data');
    await lead.figureImports.choose({
      importId,
      version: 1,
      choices: { policy: 'SKIP', reason: '', hasLookedAtFindings: true },
    });
    await lead.figureImports.confirm({ ...confirm, version: 2 });
    const broken = await bring(plan.planId, Buffer.from('PK\u0003\u0004 cut off'), 'broken.xlsx');
    expect((await lead.figureImports.get({ importId: broken })).state).toBe('FAILED');
    await lead.figureImports.discard({ importId: broken, version: 1 });
    expect(await lead.figureImports.list({ planId: plan.planId })).toHaveLength(1);
  });

  test('figures of measures that are not one’s own are refused, row by row', async () => {
    const plan = await withMeasures();
    const other = plan.ids[1] ?? '';
    await db.measure.update({
      where: { id: other },
      data: { ownerPostId: posts.headOfPermanence },
      select: { id: true },
    });
    const bytes = Buffer.from('Measure,Month,Actual\nM1,Jan 2026,20\nM2,Jan 2026,17\n');
    const importId = await bring(plan.planId, bytes, 'mine.csv', people.contributor);
    const mine = callerAs(people.contributor);
    expect((await mine.figureImports.get({ importId })).dryRun?.counts).toMatchObject({ ADD: 1, REFUSED: 1 });
    await mine.figureImports.confirm({ importId, version: 1, expected: { add: 1, correct: 0 } });
    expect((await lead.measures.get({ measureId: other })).points).toEqual([]);
  });
});
