import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const harness = await startHarness();
const { db, people, posts, callerAs } = harness;
const plan = await harness.makePlan();
const lead = callerAs(people.lead);
const contributor = callerAs(people.contributor);

const facts = {
  name: 'Approved foster carers',
  definition: 'Households approved on the last day of the month.',
  unit: 'households',
  direction: 'HIGHER_IS_BETTER',
  baseline: 210,
  baselineDate: '2025-03-31',
  target: 240,
  targetDate: '2027-03-31',
  frequency: 'MONTHLY',
  ownerPostId: posts.fosteringOfficer,
} as const;

type Facts = Omit<Parameters<typeof lead.measures.create>[0], 'recommendationId' | 'idempotencyKey'>;

async function make(more: Partial<Facts> = {}) {
  const { id } = await lead.measures.create({
    recommendationId: plan.recommendationIds[0] ?? '',
    ...facts,
    ...more,
    idempotencyKey: newId(),
  });
  return id;
}

const add = (measureId: string, date: string, value: number, comment = '') =>
  lead.measures.addPoint({ measureId, date, value, comment, idempotencyKey: newId() });

describe('setting up', () => {
  test('numbers run through the plan, and the list tells what the page needs', async () => {
    const own = await harness.makePlan();
    const make1 = (index: number) =>
      lead.measures.create({
        recommendationId: own.recommendationIds[index] ?? '',
        ...facts,
        idempotencyKey: newId(),
      });
    const made = await Promise.all([make1(0), make1(1), make1(0)]);
    expect(made.map(({ reference }) => reference).sort()).toEqual(['M1', 'M2', 'M3']);
    const first = made.find(({ reference }) => reference === 'M1');
    await add(first?.id ?? '', '2026-01-31', 219);
    await add(first?.id ?? '', '2025-12-31', 214);
    const rows = await lead.measures.list({ planId: own.planId });
    expect(rows.find(({ reference }) => reference === 'M1')).toMatchObject({
      latest: { date: '2026-01-31', value: 219 },
      movement: 'TOWARDS',
      isMet: false,
      distanceWords: '21 households short of the target of 240 households',
      isLate: false,
      spark: [
        { date: '2025-12-31', value: 214 },
        { date: '2026-01-31', value: 219 },
      ],
      figures: 2,
      ownerPost: { title: 'Fostering Officer', holder: 'Fostering Officer, holder 1' },
    });
    const ofSecond = await lead.measures.list({
      planId: own.planId,
      recommendationId: own.recommendationIds[1],
    });
    expect(ofSecond).toHaveLength(1);
  });

  test('bad input is answered beside each field', async () => {
    const problem = await problemOf(
      lead.measures.create({
        recommendationId: plan.recommendationIds[0] ?? '',
        ...facts,
        name: ' ',
        baselineDate: '2026-03-13',
        target: 2e9,
        idempotencyKey: newId(),
      }),
    );
    expect(problem.fields?.map(({ field }) => field)).toEqual(['name', 'target', 'baselineDate']);
    const stranger = await problemOf(make({ ownerPostId: newId() }));
    expect(stranger.fields).toEqual([{ field: 'ownerPostId', message: 'Choose a post that is in use.' }]);
  });

  test('a manager keeps measures within their own teams', async () => {
    const manager = callerAs(people.manager);
    const measureId = await make();
    const { version } = await lead.measures.get({ measureId });
    const moved = { measureId, version, ...facts, ownerPostId: posts.headOfPermanence };
    expect((await problemOf(manager.measures.edit(moved))).message).toContain('own teams');
    await manager.measures.edit({ ...moved, ownerPostId: posts.headOfFostering });
  });

  test('a stale edit shows what stands now; the aim decides the movement anew', async () => {
    const measureId = await make();
    await add(measureId, '2026-01-31', 219);
    const { version } = await lead.measures.get({ measureId });
    await lead.measures.edit({ measureId, version, ...facts, direction: 'LOWER_IS_BETTER', target: 180 });
    expect((await lead.measures.get({ measureId })).movement).toBe('AWAY');
    const problem = await problemOf(lead.measures.edit({ measureId, version, ...facts, target: 250 }));
    expect(problem).toMatchObject({
      code: 'CONFLICT',
      current: { version: version + 1, changedBy: 'Programme Lead', values: { target: 180 } },
    });
  });

  test('the recycle bin keeps everything, and lets nothing be entered', async () => {
    const measureId = await make();
    const point = await add(measureId, '2026-01-31', 219);
    const { version } = await lead.measures.get({ measureId });
    await lead.measures.remove({ measureId, version, reason: 'It counts the wrong households.' });
    expect((await lead.measures.list({ planId: plan.planId })).map(({ id }) => id)).not.toContain(measureId);
    expect((await lead.measures.list({ planId: plan.planId, removed: true })).map(({ id }) => id)).toContain(
      measureId,
    );
    expect((await problemOf(add(measureId, '2026-02-28', 220))).code).toBe('NOT_FOUND');
    await lead.measures.restore({ measureId, version: version + 1 });
    const back = await lead.measures.get({ measureId });
    expect(back).toMatchObject({ deletedAt: null, points: [{ id: point.pointId }] });
    expect(back.history.map(({ words }) => words)).toEqual([
      'took the measure out of the recycle bin',
      'moved the measure to the recycle bin',
      'entered a figure',
      'set up the measure',
    ]);
  });
});

describe('figures', () => {
  test('a second figure for a day is a correction, which keeps the first with who and when', async () => {
    const measureId = await make();
    const { pointId } = await add(measureId, '2026-01-31', 291);
    const second = await problemOf(add(measureId, '2026-01-31', 219));
    expect(second.fields).toEqual([
      {
        field: 'date',
        message: 'There is a figure of 31 January 2026 already: 291 households. Correct that one instead.',
      },
    ]);
    const right = { pointId, date: '2026-01-31', value: 219 };
    const bare = await problemOf(
      contributor.measures.correctPoint({ ...right, comment: '', idempotencyKey: newId() }),
    );
    expect(bare.fields).toEqual([{ field: 'comment', message: 'Enter why the figure is corrected' }]);
    const comment = 'Two digits were the wrong way round.';
    await contributor.measures.correctPoint({ ...right, comment, idempotencyKey: newId() });
    const detail = await lead.measures.get({ measureId });
    expect(detail.points).toMatchObject([
      { value: 219, comment, enteredBy: { name: 'Fostering Officer, holder 1' } },
    ]);
    expect(detail.corrections).toMatchObject([
      { id: pointId, value: 291, replacedBy: { name: 'Fostering Officer, holder 1' } },
    ]);
    const again = await problemOf(
      lead.measures.correctPoint({ ...right, value: 220, comment: 'Mine instead', idempotencyKey: newId() }),
    );
    expect(again).toMatchObject({
      code: 'CONFLICT',
      current: { changedBy: 'Fostering Officer, holder 1', values: { value: 219, date: '2026-01-31' } },
    });
  });

  test('the future, the distant past and too many decimals are refused in a sentence', async () => {
    const measureId = await make();
    const field = async (date: string, value: number) =>
      (await problemOf(add(measureId, date, value))).fields?.[0]?.message;
    expect(await field('2026-03-13', 1)).toBe('The day that the figure is of must be today or in the past');
    expect(await field('1999-12-31', 1)).toBe('The day that the figure is of must be in 2000 or later');
    expect(await field('2026-01-31', 1.00001)).toBe('The figure must have no more than 4 decimals');
    expect((await problemOf(add(measureId, '1826-01-31', 1))).message).toContain('Enter a real date');
  });

  test('of ten who enter the same day at once, one does; the movement follows', async () => {
    const measureId = await make();
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => add(measureId, '2026-01-31', 230 + index)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await lead.measures.get({ measureId })).points).toHaveLength(1);
  });

  test('what is taken away is undone, and stays on record', async () => {
    const measureId = await make({ baseline: null, baselineDate: null });
    await add(measureId, '2025-12-31', 230);
    const { pointId } = await add(measureId, '2026-01-31', 200);
    expect((await lead.measures.get({ measureId })).movement).toBe('AWAY');
    await lead.measures.removePoint({ pointId, reason: 'Entered under the wrong measure.' });
    const detail = await lead.measures.get({ measureId });
    expect(detail).toMatchObject({ movement: 'NO_FIGURES', points: [{ value: 230 }] });
    expect(detail.corrections).toMatchObject([{ value: 200, replacedBy: null }]);
    expect((await problemOf(lead.measures.removePoint({ pointId, reason: 'Once more, please.' }))).code).toBe(
      'CONFLICT',
    );
  });

  test('decimals come back as they went in', async () => {
    const measureId = await make({ unit: '%', baseline: 0.1, target: 99.9999 });
    await add(measureId, '2026-01-31', 78.4);
    await add(measureId, '2026-02-28', 0.3);
    expect((await lead.measures.get({ measureId })).points.map(({ value }) => value)).toEqual([78.4, 0.3]);
  });
});

describe('pasting', () => {
  const rows = 'Month\tHouseholds\nNov 2025\t214\n31/12/2025\t1,216\n31/04/2024\t200\n31/01/2026\t219';

  test('is looked at first, then entered in one go without the rows that are refused', async () => {
    const measureId = await make();
    const preview = await contributor.measures.previewPaste({ measureId, text: rows });
    expect(preview).toMatchObject({
      add: 3,
      correct: 0,
      refused: 1,
      words: '3 figures to add, 1 row refused',
    });
    expect(preview.rows[3]).toMatchObject({
      outcome: 'REFUSED',
      reason: '31/04/2024 is no date: April has 30 days.',
    });
    const intent = { measureId, text: rows, expected: { add: 3, correct: 0 }, idempotencyKey: newId() };
    const done = await contributor.measures.pastePoints(intent);
    expect(done).toMatchObject({ added: 3, corrected: 0 });
    expect(await contributor.measures.pastePoints(intent)).toEqual(done);
    const detail = await lead.measures.get({ measureId });
    expect(detail.points.map(({ date, value }) => [date, value])).toEqual([
      ['2025-11-30', 214],
      ['2025-12-31', 1216],
      ['2026-01-31', 219],
    ]);
    expect(detail.history[0]?.changes).toEqual([
      {
        field: 'Figures',
        from: '',
        to: '30 November 2025: 214 households, 31 December 2025: 1,216 households and 31 January 2026: 219 households',
      },
    ]);
  });

  test('corrects what stands only with a reason, and never when figures came in between', async () => {
    const measureId = await make();
    await add(measureId, '2025-12-31', 1216);
    const text = '31/12/2025\t216\n31/01/2026\t219';
    const paste = (more: object) =>
      lead.measures.pastePoints({
        measureId,
        text,
        expected: { add: 1, correct: 1 },
        idempotencyKey: newId(),
        ...more,
      });
    const bare = await problemOf(paste({}));
    expect(bare.fields).toEqual([{ field: 'comment', message: 'Enter why figures on record are corrected' }]);
    expect((await lead.measures.get({ measureId })).points).toHaveLength(1);
    const stale = await problemOf(paste({ comment: 'Restated', expected: { add: 2, correct: 0 } }));
    expect(stale.message).toContain('now it would be 1 figure to add, 1 figure to correct');
    await paste({ comment: 'Restated after an audit.' });
    const detail = await lead.measures.get({ measureId });
    expect(detail.points.map(({ value }) => value)).toEqual([216, 219]);
    expect(detail.corrections).toMatchObject([{ value: 1216, replacedBy: { name: 'Programme Lead' } }]);
  });

  test('nothing, too much and only bad rows are refused in a sentence', async () => {
    const measureId = await make();
    const problem = async (text: string) =>
      (await problemOf(lead.measures.previewPaste({ measureId, text }))).message;
    expect(await problem(' ')).toBe('Paste two columns: the date and the figure');
    expect(await problem('x\n'.repeat(501))).toBe('Paste at most 500 rows at once; these are 501');
    expect(await problem('x'.repeat(60_001))).toBe('This is too much to paste at once. Paste it in parts.');
    const none = {
      measureId,
      text: '31/04/2024\t1',
      expected: { add: 0, correct: 0 },
      idempotencyKey: newId(),
    };
    expect((await problemOf(lead.measures.pastePoints(none))).message).toContain('None of these rows');
  });
});

describe('what hangs on a measure', () => {
  test('an action that should move it turns amber when it moves away', async () => {
    const measureId = await make();
    const action = await harness.makeAction(plan, {
      status: 'IN_PROGRESS',
      lastUpdateAt: new Date('2026-03-11'),
    });
    await lead.measures.linkAction({ measureId, actionId: action.id });
    await lead.measures.linkAction({ measureId, actionId: action.id });
    await add(measureId, '2025-12-31', 230);
    await add(measureId, '2026-01-31', 215);
    const detail = await lead.actions.get({ actionId: action.id });
    expect(detail.calculatedRag).toBe('AMBER');
    expect(detail.calculatedReasons).toContain(
      'Measure “Approved foster carers” is moving away from its target',
    );
    expect(detail.measures).toEqual([{ id: measureId, name: 'Approved foster carers', movement: 'AWAY' }]);
    const linked = await lead.measures.list({ planId: plan.planId, actionId: action.id });
    expect(linked).toMatchObject([{ id: measureId, actions: [{ id: action.id }] }]);
    const { entries } = await lead.actions.history({ actionId: action.id });
    expect(entries.filter(({ words }) => words === 'linked a measure')).toHaveLength(1);
    await lead.measures.unlinkAction({ measureId, actionId: action.id });
    expect((await lead.actions.get({ actionId: action.id })).measures).toEqual([]);
  });

  test('a measure of another plan cannot be linked', async () => {
    const elsewhere = await harness.makePlan();
    const action = await harness.makeAction(elsewhere);
    const problem = await problemOf(
      lead.measures.linkAction({ measureId: await make(), actionId: action.id }),
    );
    expect(problem.message).toContain('belongs to another plan');
  });

  test('late data say which figure is missing', async () => {
    const measureId = await make();
    await add(measureId, '2025-12-31', 216);
    const { isLate, lateWords } = await callerAs(people.lead, isoDate('2026-02-25')).measures.get({
      measureId,
    });
    expect({ isLate, lateWords }).toEqual({
      isLate: true,
      lateWords: 'Last figure is of 31 December 2025; January 2026’s is 4 days late',
    });
  });

  test('destroying its words takes name, definition, comments and history, and leaves the figures', async () => {
    const measureId = await make({ name: 'Placement of Wren Hedge', definition: 'Counts Wren Hedge alone' });
    await add(measureId, '2026-01-31', 219, 'Wren Hedge moved in');
    const { redactionId } = await lead.redactions.request({
      entity: 'MEASURE',
      entityId: measureId,
      reason: 'A child is named.',
      idempotencyKey: newId(),
    });
    const verifier = callerAs(people.verifier);
    const preview = await verifier.redactions.preview({ redactionId });
    expect(preview).toMatchObject({ place: { kind: 'MEASURE', id: measureId } });
    expect(preview.texts).toContain('Wren Hedge moved in');
    await verifier.redactions.decide({ redactionId, version: 1, approve: true, note: 'Checked.' });
    const detail = await lead.measures.get({ measureId });
    expect(JSON.stringify(detail)).not.toContain('Wren');
    expect(detail).toMatchObject({ points: [{ value: 219, comment: '' }], may: { edit: { ok: false } } });
    expect(detail.history.every(({ redactedAt }) => redactedAt !== null)).toBe(true);
    const payloads = await db.auditPayload.findMany({ select: { body: true } });
    expect(JSON.stringify(payloads)).not.toContain('Wren');
  });
});
