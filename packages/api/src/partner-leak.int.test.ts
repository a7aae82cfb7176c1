import { expect, test } from 'vitest';
import { fileRoutes } from './file-routes.ts';
import { MARK, plantMarked } from './testing/matrix/plant-marked.ts';
import { callFileRoute, callProcedure, PROCEDURES } from './testing/matrix/try-cell.ts';
import { startWorld } from './testing/matrix/world.ts';

const world = await startWorld();
const { ids, sharedIds, actionReference } = await plantMarked(world);
const { partner, viewer } = world.people;
const evidence = await world.db.evidence.findUniqueOrThrow({
  where: { id: ids.evidenceId ?? '' },
  select: { number: true },
});

/** Unknown names are dropped by the schemas, so one input serves every query. */
const INPUTS: [string, Record<string, unknown>][] = [
  ['what is not theirs', ids],
  ['what is not theirs, by the action’s reference', { ...ids, reference: actionReference }],
  ['what is not theirs, by the evidence’s reference', { ...ids, reference: `E${evidence.number}` }],
  ['what is not theirs, looked for', { ...ids, filter: { q: MARK } }],
  ['what is not theirs, looked for everywhere', { ...ids, q: MARK }],
  ['what is not theirs, by filter', { ...ids, filter: { recommendationId: ids.recommendationId } }],
  ['what is theirs', { ...ids, ...sharedIds }],
];
/** For what is asked by day. */
const DAYS = { from: '2026-03-01', to: '2026-05-31', date: '2026-03-20' };
const QUERIES = Object.entries(PROCEDURES)
  .filter(([, { _def }]) => _def.type === 'query')
  .map(([path]) => path);

test('the words are there to be leaked: those who read the plan do see them', async () => {
  const seen = await callProcedure(world, viewer, 'actions.get', ids);
  expect(JSON.stringify(seen.answer)).toContain(MARK);
  const list = await callProcedure(world, viewer, 'actions.list', { ...ids, filter: { q: MARK } });
  expect((list.answer as { total: number }).total).toBeGreaterThan(0);
  const shared = await callProcedure(world, viewer, 'evidence.get', sharedIds);
  expect(JSON.stringify(shared.answer)).toContain(MARK);
  const moved = await callProcedure(world, viewer, 'actions.get', { actionId: sharedIds.actionId });
  expect(JSON.stringify(moved.answer)).toContain(`Measure “${MARK}” is moving away`);
});

test('a partner sees that a measure makes their action amber, and not which', async () => {
  const { answer } = await callProcedure(world, partner, 'actions.get', { actionId: sharedIds.actionId });
  expect(JSON.stringify(answer)).toContain('A measure that it should move is moving away from its target');
  const list = await callProcedure(world, partner, 'measures.list', ids);
  expect(list.ending).toBe('NOT_ALLOWED');
});

test.each(QUERIES)('a partner reads nothing of others in %s', async (path) => {
  for (const [what, input] of INPUTS) {
    const { ending, answer } = await callProcedure(world, partner, path, { ...DAYS, ...input });
    expect(ending, what).toMatch(/^(done|NOT_ALLOWED|NOT_FOUND|INVALID: .*)$/);
    expect(`${ending} ${JSON.stringify(answer)}`, what).not.toContain(MARK);
  }
});

test('a search for words of others counts nothing', async () => {
  for (const path of ['actions.list', 'evidence.list']) {
    const found = await callProcedure(world, partner, path, { ...ids, filter: { q: MARK } });
    expect(found.answer).toMatchObject({ rows: [], total: 0 });
  }
  const everywhere = await callProcedure(world, partner, 'actions.search', { ...ids, q: MARK });
  expect(everywhere.answer).toEqual({ items: [] });
  const counts = await callProcedure(world, partner, 'actions.facets', { ...ids, filter: { q: MARK } });
  const { facets } = counts.answer as { facets: Record<string, unknown[]> };
  expect(Object.values(facets).flat()).toEqual([]);
});

test.each(fileRoutes.filter((route) => route.method === 'GET').map((route) => route.path))(
  'a partner opens no file of others at %s',
  async (path) => {
    const params = { ...ids, packId: ids.planId ?? '' };
    const query = { format: 'csv', ...DAYS };
    const { ending, answer } = await callFileRoute(world, partner, `GET ${path}`, { params, query });
    // A list of actions and a calendar are theirs to take away, with their own actions in it.
    const isTheirs = path.endsWith('/actions') || path.startsWith('/files/calendar/');
    expect(ending).toMatch(isTheirs ? /^done$/ : /^(NOT_ALLOWED|NOT_FOUND)$/);
    expect(JSON.stringify(answer)).not.toContain(MARK);
  },
);
