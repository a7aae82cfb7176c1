import { isoDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import { describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const harness = await startHarness();
const { db, people, posts, callerAs } = harness;
const plan = await harness.makePlan();
const lead = callerAs(people.lead);

const facts = {
  name: 'Visits in time',
  definition: 'Visits in time, of all that were due.',
  unit: '%',
  direction: 'HIGHER_IS_BETTER',
  baseline: 60,
  baselineDate: '2025-01-01',
  target: 90,
  targetDate: '2027-01-01',
  frequency: 'WEEKLY',
  ownerPostId: posts.fosteringOfficer,
} as const;

async function make(more: Partial<Parameters<typeof lead.measures.create>[0]> = {}) {
  const under = { recommendationId: plan.recommendationIds[0] ?? '', idempotencyKey: newId() };
  return (await lead.measures.create({ ...under, ...facts, ...more })).id;
}

const day = (index: number) => addDays(isoDate('2025-01-05'), index * 7);

/** Weekly figures, pasted at once. */
async function fill(measureId: string, values: readonly number[]) {
  await lead.measures.pastePoints({
    measureId,
    text: values.map((value, index) => `${day(index)}\t${value}`).join('\n'),
    expected: { add: values.length, correct: 0 },
    idempotencyKey: newId(),
  });
}

const STEADY = [71, 73, 69, 72, 74, 70, 71, 73, 72, 70, 74, 71];

describe('standard definitions', () => {
  test('several at once, each with its number; the same intent twice makes them once', async () => {
    const own = await harness.makePlan();
    const input = {
      recommendationId: own.recommendationIds[0] ?? '',
      keys: ['caseload-mean', 're-referrals-12-months', 'caseload-mean'],
      ownerPostId: posts.fosteringOfficer,
      idempotencyKey: newId(),
    };
    const made = await lead.measures.addStandards(input);
    expect(made.measures.map(({ reference }) => reference)).toEqual(['M1', 'M2']);
    expect((await lead.measures.addStandards(input)).measures).toEqual(made.measures);
    const rows = await lead.measures.list({ planId: own.planId });
    expect(rows.map(({ name, unit }) => [name, unit])).toEqual([
      ['Mean caseload', 'cases'],
      ['Re-referrals within 12 months', '%'],
    ]);
    expect((await lead.measures.get({ measureId: rows[0]?.id ?? '' })).standardKey).toBe('caseload-mean');
    const unknown = await problemOf(
      lead.measures.addStandards({ ...input, keys: ['x'], idempotencyKey: newId() }),
    );
    expect(unknown.fields?.[0]?.field).toBe('keys');
    const wrongKey = await problemOf(make({ standardKey: 'nothing' }));
    expect(wrongKey.fields?.[0]?.field).toBe('standardKey');
  });
});

describe('the trajectory', () => {
  test('is planned at a version, said in list and panel, and cut when the ends move', async () => {
    const measureId = await make();
    await fill(measureId, [62, 64]);
    const { version } = await lead.measures.get({ measureId });
    const planned = [
      { date: '2025-07-01', value: 70 },
      { date: '2026-07-01', value: 80 },
    ];
    await lead.measures.planTrajectory({ measureId, version, planned });
    const found = await lead.measures.get({ measureId });
    expect(found.planned).toEqual(planned);
    expect(found).toMatchObject({ trajectory: 'AHEAD', version: version + 1 });
    expect(found.trajectoryWords).toContain('ahead of the trajectory');
    const stale = await problemOf(lead.measures.planTrajectory({ measureId, version, planned: [] }));
    expect(stale.code).toBe('CONFLICT');
    const outside = { measureId, version: version + 1, planned: [{ date: '2027-01-01', value: 1 }] };
    expect((await problemOf(lead.measures.planTrajectory(outside))).fields?.[0]?.field).toBe('planned');
    await lead.measures.edit({ measureId, version: version + 1, ...facts, targetDate: '2026-06-30' });
    expect((await lead.measures.get({ measureId })).planned).toEqual([planned[0]]);
  });
});

describe('change or noise', () => {
  test('follows from the figures, and is kept for lists; a step begins the limits anew and can be taken back', async () => {
    const measureId = await make();
    await fill(measureId, [...STEADY, ...STEADY.map((value) => value + 20)]);
    const before = await lead.measures.get({ measureId });
    expect(before).toMatchObject({ signal: 'IMPROVEMENT' });
    expect(before.control.points).toHaveLength(24);
    const add = (date: string, idempotencyKey = newId()) =>
      lead.measures.addStep({ measureId, date, reason: 'A rota began.', idempotencyKey });
    const key = newId();
    const { stepId } = await add(day(12), key);
    expect((await add(day(12), key)).stepId).toBe(stepId);
    expect((await problemOf(add(addDays(day(12), -2)))).fields?.[0]?.field).toBe('date');
    expect((await problemOf(add(day(0)))).fields?.[0]?.field).toBe('date');
    const after = await lead.measures.get({ measureId });
    expect(after).toMatchObject({ signal: 'COMMON_CAUSE', assurance: 'HIT_AND_MISS' });
    expect(after.control.segments.map(({ limits }) => limits?.mean)).toEqual([71.6667, 91.6667]);
    expect(after.steps).toMatchObject([{ date: day(12), reason: 'A rota began.', removedAt: null }]);
    const [row] = (await lead.measures.list({ planId: plan.planId })).filter(({ id }) => id === measureId);
    expect(row).toMatchObject({ signal: 'COMMON_CAUSE', assurance: 'HIT_AND_MISS' });
    await lead.measures.removeStep({ stepId });
    await lead.measures.removeStep({ stepId });
    const back = await lead.measures.get({ measureId });
    expect(back).toMatchObject({ signal: 'IMPROVEMENT', steps: [{ removedBy: 'Programme Lead' }] });
    expect(back.history.slice(0, 2).map(({ words }) => words)).toEqual([
      'took back a step of the control chart',
      'set a step of the control chart',
    ]);
  });
});

describe('two counts', () => {
  test('are kept with the figure, and have to agree with it', async () => {
    const measureId = await make();
    const point = { measureId, date: day(0), idempotencyKey: newId() };
    const wrong = await problemOf(
      lead.measures.addPoint({ ...point, value: 50, numerator: 45, denominator: 60 }),
    );
    expect(wrong.fields?.[0]).toMatchObject({ field: 'value' });
    const half = await problemOf(lead.measures.addPoint({ ...point, value: 75, numerator: 45 }));
    expect(half.fields?.[0]).toMatchObject({ field: 'denominator' });
    await lead.measures.addPoint({ ...point, value: 75, numerator: 45, denominator: 60 });
    const text = `${day(1)}\t46/60`;
    const preview = await lead.measures.previewPaste({ measureId, text });
    expect(preview.rows[0]).toMatchObject({ outcome: 'ADD', value: 76.7, numerator: 46, denominator: 60 });
    const expected = { add: 1, correct: 0 };
    await lead.measures.pastePoints({ measureId, text, expected, idempotencyKey: newId() });
    expect((await lead.measures.get({ measureId })).points).toMatchObject([
      { value: 75, numerator: 45, denominator: 60 },
      { value: 76.7, numerator: 46, denominator: 60 },
    ]);
  });
});

describe('comments on a figure', () => {
  test('are several, named and dated; they outlive a correction, and their words can be destroyed', async () => {
    const measureId = await make();
    await fill(measureId, [62, 64]);
    const say = (who: typeof people.lead, body: string) =>
      callerAs(who).measures.comment({ measureId, date: day(1), body, idempotencyKey: newId() });
    const first = await say(people.contributor, 'Two sites merged this week.');
    await say(people.verifier, 'Checked against ten records.');
    const none = { measureId, date: day(9), body: 'Nothing', idempotencyKey: newId() };
    expect((await problemOf(lead.measures.comment(none))).fields?.[0]?.field).toBe('date');
    const { points } = await lead.measures.get({ measureId });
    await lead.measures.correctPoint({
      pointId: points[1]?.id ?? '',
      date: day(2),
      value: 65,
      comment: 'It was of the week after.',
      idempotencyKey: newId(),
    });
    const mine = callerAs(people.contributor);
    expect((await mine.measures.get({ measureId })).comments).toMatchObject([
      { date: day(2), body: 'Two sites merged this week.', mayRemove: true },
      { date: day(2), body: 'Checked against ten records.', mayRemove: false },
    ]);
    await mine.measures.removeComment({ commentId: first.commentId });
    expect((await mine.measures.get({ measureId })).comments).toHaveLength(1);
    await mine.measures.restoreComment({ commentId: first.commentId });
    const { redactionId } = await lead.redactions.request({
      entity: 'MEASURE_COMMENT',
      entityId: first.commentId,
      reason: 'It names a site.',
      idempotencyKey: newId(),
    });
    await callerAs(people.verifier).redactions.decide({
      redactionId,
      version: 1,
      approve: true,
      note: 'Yes.',
    });
    const [gone] = (await mine.measures.get({ measureId })).comments;
    expect(gone?.redactedAt).not.toBeNull();
    const kept = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS "n" FROM "audit_payload" WHERE "body"::text LIKE '%Two sites merged this week%'`;
    expect(kept).toEqual([{ n: 0 }]);
  });

  test('go with the words of the measure, and so does why its limits were begun anew', async () => {
    const measureId = await make();
    await fill(measureId, [62, 64, 66]);
    await lead.measures.comment({
      measureId,
      date: day(1),
      body: 'Zebedee was ill.',
      idempotencyKey: newId(),
    });
    const reason = 'Zebedee came back.';
    await lead.measures.addStep({ measureId, date: day(2), reason, idempotencyKey: newId() });
    const ask = {
      entity: 'MEASURE',
      entityId: measureId,
      reason: 'A name.',
      idempotencyKey: newId(),
    } as const;
    const { redactionId } = await lead.redactions.request(ask);
    await callerAs(people.verifier).redactions.decide({
      redactionId,
      version: 1,
      approve: true,
      note: 'Yes.',
    });
    const found = await lead.measures.get({ measureId });
    expect(JSON.stringify([found.comments, found.steps, found.history])).not.toContain('Zebedee');
    const kept = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS "n" FROM "audit_payload" WHERE "body"::text LIKE '%Zebedee%'`;
    expect(kept).toEqual([{ n: 0 }]);
  });
});

describe('further recommendations', () => {
  test('of this plan and of another: the measure counts in their threads, and stands once in its own list', async () => {
    const [own, other] = [await harness.makePlan(), await harness.makePlan()];
    const [home = '', second = ''] = own.recommendationIds;
    const [far = ''] = other.recommendationIds;
    const measureId = await make({ recommendationId: home });
    await fill(measureId, [62, 70]);
    const servable = await lead.measures.servable({ measureId });
    expect(servable.map(({ id }) => id)).toEqual(expect.arrayContaining([second, far]));
    expect(servable.map(({ id }) => id)).not.toContain(home);
    await lead.measures.serve({ measureId, recommendationId: second });
    await lead.measures.serve({ measureId, recommendationId: second });
    await lead.measures.serve({ measureId, recommendationId: far });
    expect((await problemOf(lead.measures.serve({ measureId, recommendationId: home }))).code).toBe('RULE');
    expect(await lead.measures.list({ planId: own.planId })).toMatchObject([
      { id: measureId, serves: [{ id: second, ofPlan: null }, { id: far }] },
    ]);
    const there = await lead.measures.list({ planId: other.planId, recommendationId: far });
    expect(there.map(({ id }) => id)).toEqual([measureId]);
    const threads = await lead.recommendations.list({ planId: own.planId });
    const changed = (id: string) => threads.find((one) => one.id === id)?.thread.knots[3]?.state;
    expect([changed(home), changed(second)]).toEqual(['PARTIAL', 'PARTIAL']);
    const beyond = await lead.recommendations.list({ planId: other.planId });
    expect(beyond.map(({ thread }) => thread.knots[3]?.state)).toContain('PARTIAL');
    await lead.measures.leave({ measureId, recommendationId: far });
    expect((await lead.measures.list({ planId: other.planId, recommendationId: far })).length).toBe(0);
  });
});
