import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from './core/new-id.ts';
import { EVIDENCE_FILE_ROWS } from './testing/matrix/evidence-rows.ts';
import type { ProcedureRow } from './testing/matrix/matrix-row.ts';
import { ROWS } from './testing/matrix/rows.ts';
import { callFileRoute, callProcedure, PROCEDURES } from './testing/matrix/try-cell.ts';
import { startWorld } from './testing/matrix/world.ts';

const world = await startWorld();
const { lead, administrator } = world.people;

/** Their answer carries a secret that is shown once, so a repeat is refused in a sentence instead of answered. */
const SHOWN_ONCE = [
  'people.invite',
  'people.resetLink',
  'rooms.addVisitor',
  'rooms.create',
  'rooms.renewVisitor',
  'updateLinks.create',
  'updateLinks.sendAgain',
];

/** They answer row by row, and each row shows its secret once: a repeat says in the row why not again. */
const SHOWN_ONCE_IN_ROWS = ['updateLinks.createMany'];

/** What they join is their key: joining it again has no effect. */
const KEYED_BY_ENDS = ['planning.addDependency', 'reviews.addItem'];

function carriesKey(path: string): boolean {
  const inputs = (PROCEDURES[path]?._def as { inputs?: unknown[] } | undefined)?.inputs ?? [];
  return inputs.some((input) => input instanceof z.ZodObject && 'idempotencyKey' in input.shape);
}

const KEYED = [...Object.keys(PROCEDURES).filter(carriesKey), ...KEYED_BY_ENDS];

function rowOf(path: string): ProcedureRow {
  const row = ROWS.find((item) => item.path === path);
  if (!row) throw new Error(`no row for ${path}`);
  return row;
}

type Ending = Awaited<ReturnType<typeof callProcedure>>;

/** Runs one intent five times at once and once more, and says what was answered and how much was written. */
async function repeat(run: () => Promise<Ending>): Promise<{ endings: Ending[]; written: number }> {
  const before = await world.db.auditEvent.count();
  const endings = await Promise.all(Array.from({ length: 5 }, run));
  endings.push(await run());
  return { endings, written: (await world.db.auditEvent.count()) - before };
}

/** What one call of a fresh intent writes. */
async function writtenOnce(run: () => Promise<Ending>): Promise<number> {
  const before = await world.db.auditEvent.count();
  expect((await run()).ending).toBe('done');
  return (await world.db.auditEvent.count()) - before;
}

test('every create carries a key', () => {
  expect(KEYED.length).toBeGreaterThanOrEqual(10);
  const creates = Object.keys(PROCEDURES).filter((path) => /\.(create|add|build|invite|request)/.test(path));
  expect(creates.filter((path) => !KEYED.includes(path))).toEqual([]);
});

test.each(KEYED)('%s: five at once and one after have one effect and equal answers', async (path) => {
  const { may, input } = rowOf(path);
  const on = 'any' in may ? 'any' : 'own';
  const columns = may[on] ?? [];
  // Whoever may ask for a date is not the lead, who sets it.
  const column = (['administrator', 'lead'] as const).find((one) => columns.includes(one)) ?? columns[0];
  const person = world.people[column ?? 'lead'];
  const fresh = async () => input({ world, on, person });
  const first = await fresh();
  const expected = await writtenOnce(async () => callProcedure(world, person, path, await fresh()));
  const { endings, written } = await repeat(() => callProcedure(world, person, path, first));
  expect(written).toBe(expected);
  const done = endings.filter((item) => item.ending === 'done');
  if (SHOWN_ONCE.includes(path)) {
    expect(done).toHaveLength(1);
    for (const item of endings) expect(item.ending).toMatch(/^(done|RULE: .*)$/);
    return;
  }
  expect(endings.map((item) => item.ending)).toEqual(Array(6).fill('done'));
  if (SHOWN_ONCE_IN_ROWS.includes(path)) {
    const showing = done.filter((item) => JSON.stringify(item.answer).includes('/update#'));
    expect(showing).toHaveLength(1);
    return;
  }
  expect(new Set(done.map((item) => JSON.stringify(item.answer))).size).toBe(1);
});

test.each(EVIDENCE_FILE_ROWS.filter((row) => row.path.startsWith('POST')))(
  '$path: five at once and one after have one effect and equal answers',
  async ({ path, request }) => {
    const cell = { world, on: 'own', person: lead } as const;
    const one = await request(cell);
    const expected = await writtenOnce(async () => callFileRoute(world, lead, path, await request(cell)));
    // The bytes are sent anew each time, as a browser does after a lost answer.
    const bytes = Buffer.concat((await one.body?.toArray()) ?? []);
    const { endings, written } = await repeat(() =>
      callFileRoute(world, lead, path, { ...one, body: Readable.from([bytes]) }),
    );
    expect(endings.map((item) => item.ending)).toEqual(Array(6).fill('done'));
    expect(written).toBe(expected);
    expect(new Set(endings.map((item) => JSON.stringify(item.answer))).size).toBe(1);
  },
);

test('confirming one import, five at once and one after, makes one plan', async () => {
  const input = await rowOf('imports.confirm').input({ world, on: 'any', person: lead });
  const plans = await world.db.plan.count();
  const { endings } = await repeat(() => callProcedure(world, lead, 'imports.confirm', input));
  expect(new Set(endings.map((item) => JSON.stringify(item))).size).toBe(1);
  expect(await world.db.plan.count()).toBe(plans + 1);
});

test('a key is one person’s and one kind of intent’s', async () => {
  const idempotencyKey = newId();
  const caller = world.callerAs(administrator);
  const { teamId } = await caller.teams.create({ name: 'Kinship', kind: 'INTERNAL', idempotencyKey });
  const asPost = await callProcedure(world, administrator, 'teams.createPost', {
    title: 'Kinship Officer',
    teamId,
    idempotencyKey,
  });
  expect(asPost.ending).toMatch(/^RULE: This was sent before as something else/);
  const other = await world.makeUser('Administrator 2', ['ADMINISTRATOR']);
  const second = await callProcedure(world, other, 'teams.create', {
    name: 'Kinship 2',
    kind: 'INTERNAL',
    idempotencyKey,
  });
  expect(second.answer).not.toEqual({ teamId });
});
