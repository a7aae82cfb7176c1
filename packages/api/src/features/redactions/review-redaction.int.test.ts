import type { RedactableEntity } from '@gt/contracts/words';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { QUIET, reviewsOf } from '../reviews/reviews.fixture.ts';

const harness = await startHarness();
const { db, people, callerAs } = harness;
const lead = callerAs(people.lead);
const { open } = reviewsOf(harness);
/** Made up, and unlike any word of the fixtures. */
const SECRET = 'Zebedee Quillfeather was met at his carer’s home.';

let plan: PlanFixture;
beforeEach(async () => {
  plan = await harness.makePlan();
});

/** Two people destroy a record; answers what the second saw first. */
async function destroy(entity: RedactableEntity, entityId: string) {
  const request = { entity, entityId, reason: 'A child is named.', idempotencyKey: newId() };
  const { redactionId } = await lead.redactions.request(request);
  const seen = await callerAs(people.verifier).redactions.preview({ redactionId });
  const decision = { redactionId, version: 1, approve: true, note: 'Checked.' };
  await callerAs(people.verifier).redactions.decide(decision);
  return seen;
}

/** A frozen review in which the secret was said of an action, and became the reason for its colour. */
async function frozenWith(note: string) {
  const action = await harness.makeAction(plan, { ...QUIET, declaredRag: 'AMBER' });
  const { id: reviewId, agenda } = await open(plan);
  const [item] = agenda;
  await lead.reviews.record({
    ...{ itemId: item?.id ?? '', version: 1, note, state: 'DONE' },
    rating: { actionVersion: item?.actionVersion ?? 0, rag: 'RED', ragReason: '' },
  });
  await lead.reviews.decide({ reviewId, text: `Ask again. ${note}`, idempotencyKey: newId() });
  const { version, attendances } = await lead.reviews.get({ reviewId });
  const rows = [
    ...attendances.map(({ userId, name, attendance }) => ({ userId, name, attendance })),
    { userId: null, name: 'Head teacher', attendance: 'PRESENT' as const },
  ];
  const there = await lead.reviews.setAttendance({ reviewId, version, attendances: rows });
  await lead.reviews.freeze({ reviewId, version: there.version });
  await lead.reviews.correct({ reviewId, text: `It was on Monday. ${note}`, idempotencyKey: newId() });
  return { reviewId, actionId: action.id };
}

/** Whether the words stand anywhere in the database. */
async function stands(words: string): Promise<string[]> {
  const found: string[] = [];
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ one: number }[]>(
      `SELECT 1 AS "one" FROM "${name}" t WHERE position($1 IN t::text) > 0 LIMIT 1`,
      words,
    );
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}

test('everything that was said in a frozen review goes, with its copies; the rest of the record stays', async () => {
  const { reviewId, actionId } = await frozenWith(SECRET);
  expect(await stands('Zebedee')).toContain('action');
  const seen = await destroy('REVIEW', reviewId);
  expect(seen).toMatchObject({
    reference: 'Review 1',
    place: { kind: 'REVIEW', id: reviewId },
    repeatsTotal: 0,
  });
  expect(seen.texts).toContain(SECRET);
  expect(await stands('Zebedee')).toEqual([]);
  const review = await lead.reviews.get({ reviewId });
  expect(review).toMatchObject({ state: 'FROZEN', summary: '' });
  expect(review.redactedAt).not.toBeNull();
  expect(review.agenda).toMatchObject([{ note: '', rag: 'RED', state: 'DONE' }]);
  expect(review.decisionsMade).toMatchObject([{ text: '[destroyed]', state: 'OPEN' }]);
  expect(review.corrections).toMatchObject([{ text: '[destroyed]' }]);
  expect(review.attendances.map(({ name }) => name)).toEqual([people.lead.userName, '[destroyed]']);
  expect(await db.action.findUniqueOrThrow({ where: { id: actionId } })).toMatchObject({
    declaredRag: 'RED',
    ragReason: '',
  });
  const chain = await callerAs(people.administrator).audit.verify();
  expect(chain).toMatchObject({ ok: true });
});

test('words destroyed with an action go from what was said of it in reviews, frozen or open', async () => {
  const { reviewId, actionId } = await frozenWith(SECRET);
  await db.action.update({ where: { id: actionId }, data: { ragReason: SECRET } });
  const second = await open(plan);
  await lead.reviews.saveSummary({
    reviewId: second.id,
    version: second.version,
    summary: `As said: ${SECRET}`,
  });
  await destroy('ACTION', actionId);
  expect(await stands('Zebedee')).toEqual([]);
  const review = await lead.reviews.get({ reviewId });
  expect(review.agenda[0]?.redactedAt).not.toBeNull();
  expect((await lead.reviews.get({ reviewId: second.id })).summary).toBe('');
});

test('a review that names the same person in other words is told as a repeat', async () => {
  const action = await harness.makeAction(plan, { ...QUIET, declaredRag: 'RED', ragReason: SECRET });
  const { id: reviewId, agenda } = await open(plan);
  await lead.reviews.saveItem({
    ...{ itemId: agenda[0]?.id ?? '', version: 1, note: 'We heard of Zebedee Quillfeather.' },
  });
  const seen = await destroy('ACTION', action.id);
  expect(seen.repeats).toEqual([
    { reference: 'Review 1', place: { kind: 'REVIEW', id: reviewId }, isAskedFor: false },
  ]);
  expect(await stands(SECRET)).toEqual([]);
  expect(await stands('Zebedee')).toEqual(['review_item']);
});
