import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { withTestDatabase } from './testing/index.ts';

const { db, ownerUrl } = await withTestDatabase();

beforeAll(async () => {
  const { id: planId } = await db.plan.create({
    data: { name: 'Plan', councilName: 'Council', trustName: 'Trust', createdById: 'p1' },
    select: { id: true },
  });
  for (const number of [1, 2]) {
    const { id } = await db.review.create({
      data: {
        ...{ planId, number, heldOn: new Date('2026-03-12'), summary: 'A good month.' },
        items: { create: { section: 'ADDED', sections: ['ADDED'], position: 1, note: 'Said.' } },
        decisions: { create: { planId, number: 1, text: 'Decided.', createdById: 'p1' } },
        attendances: { create: { name: 'Head teacher', attendance: 'PRESENT' } },
        corrections: { create: { text: 'Corrected.', authorId: 'p1' } },
      },
      select: { id: true },
    });
    if (number === 1) await db.review.update({ where: { id }, data: { state: 'FROZEN' } });
  }
});

const IN_FROZEN = `"reviewId" = (SELECT id FROM review WHERE number = 1)`;

/** Runs as the owner, and takes back what was let through. */
async function attempt(statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const { rowCount } = await client.query(statement);
    return `done: ${rowCount}`;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

describe('of a frozen review even the owner is refused', () => {
  it.each([
    'DELETE FROM review WHERE number = 1',
    `UPDATE review SET state = 'OPEN' WHERE number = 1`,
    `UPDATE review SET summary = 'Another' WHERE number = 1`,
    `UPDATE review SET summary = '' WHERE number = 1`,
    `UPDATE review SET summary = 'Another', "redactedAt" = now() WHERE number = 1`,
    `UPDATE review SET "heldOn" = '2026-03-13', summary = '', "redactedAt" = now() WHERE number = 1`,
    `DELETE FROM review_item WHERE ${IN_FROZEN}`,
    `UPDATE review_item SET note = 'Another' WHERE ${IN_FROZEN}`,
    `UPDATE review_item SET state = 'DONE' WHERE ${IN_FROZEN}`,
    `UPDATE review_item SET "reviewId" = (SELECT id FROM review WHERE number = 2) WHERE ${IN_FROZEN}`,
    `UPDATE review_item SET "reviewId" = (SELECT id FROM review WHERE number = 1)`,
    `INSERT INTO review_item (id, "reviewId", section, position) SELECT 'x', id, 'ADDED', 9 FROM review WHERE number = 1`,
    `DELETE FROM review_decision WHERE ${IN_FROZEN}`,
    `UPDATE review_decision SET text = 'Another' WHERE ${IN_FROZEN}`,
    `UPDATE review_decision SET text = 'Another', "redactedAt" = now() WHERE ${IN_FROZEN}`,
    `UPDATE review_decision SET "dueDate" = now() WHERE ${IN_FROZEN}`,
    `UPDATE review_attendance SET attendance = 'ABSENT' WHERE ${IN_FROZEN}`,
    `DELETE FROM review_attendance WHERE ${IN_FROZEN}`,
    `UPDATE review_correction SET text = 'Another'`,
    'DELETE FROM review_correction',
    'TRUNCATE review CASCADE',
    'TRUNCATE review_item',
    `SET session_replication_role = replica; UPDATE review_item SET note = 'Another' WHERE ${IN_FROZEN}`,
  ])('%s', async (statement) => {
    expect(await attempt(statement)).toBe('42501');
  });
});

describe('what is allowed', () => {
  it.each([
    ['words may be destroyed', `UPDATE review SET summary = '', "redactedAt" = now() WHERE number = 1`],
    ['notes too', `UPDATE review_item SET note = '', "redactedAt" = now() WHERE ${IN_FROZEN}`],
    [
      'decisions too',
      `UPDATE review_decision SET text = '[destroyed]', "redactedAt" = now() WHERE ${IN_FROZEN}`,
    ],
    [
      'guests too',
      `UPDATE review_attendance SET name = '[destroyed]', "redactedAt" = now() WHERE ${IN_FROZEN}`,
    ],
    [
      'a decision is settled later',
      `UPDATE review_decision SET state = 'DONE', "settledNote" = 'Done.', "settledAt" = now() WHERE ${IN_FROZEN}`,
    ],
    [
      'a correction is added',
      `INSERT INTO review_correction (id, "reviewId", text, "authorId") SELECT 'x', id, 'New', 'p1' FROM review WHERE number = 1`,
    ],
    [
      'another review beside it is written in',
      `UPDATE review_item SET note = 'Another' WHERE NOT ${IN_FROZEN}`,
    ],
    ['and ends', `UPDATE review SET state = 'FROZEN', "frozenAt" = now() WHERE number = 2`],
  ])('%s', async (_, statement) => {
    expect(await attempt(statement)).toBe('done: 1');
  });
});

it('each write to an item carries the transaction that made it', async () => {
  const item = await db.reviewItem.findFirstOrThrow({ where: { review: { number: 2 } } });
  await db.reviewItem.update({ where: { id: item.id }, data: { note: 'Again.' } });
  const { txId } = await db.reviewItem.findUniqueOrThrow({ where: { id: item.id } });
  expect(txId).toBeGreaterThan(item.txId);
});
