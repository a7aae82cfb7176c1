import { ROLES, type Role } from '@gt/contracts/words';
import { sql } from '@gt/db';
import { type ActionRecord, type Actor, canOnAction, holds, seesWholePlan } from '@gt/domain/authz';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMine, isVisible } from '../features/actions/action-sql.ts';
import { startHarness } from '../testing/harness.ts';
import { visibleActions } from './action-access.ts';
import { guard } from './guard.ts';

const harness = await startHarness();
const { db, teams, posts, people } = harness;
const TEAM_IDS = Object.values(teams);
const POST_IDS = Object.values(posts);
const USER_IDS = [people.contributor.userId, people.partner.userId, people.manager.userId];

const orNobody = (ids: readonly string[]) =>
  fc.option(fc.constantFrom(...ids), { freq: 2, nil: null as string | null });
const someOf = <T>(ids: readonly T[]) => fc.subarray([...ids]);

const anyAction = fc.record({
  teamId: orNobody(TEAM_IDS),
  partnerTeamId: orNobody([teams.police]),
  ownerPostId: orNobody(POST_IDS),
  ownerUserId: orNobody(USER_IDS),
  supportingTeamIds: someOf(TEAM_IDS),
  isRemoved: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

/** Partners alone are who the record rules narrow, so they are drawn more often than chance would. */
const anyActor: fc.Arbitrary<Actor> = fc.record({
  userId: fc.constantFrom(...USER_IDS),
  roles: fc.oneof(
    fc.constant<Role[]>(['PARTNER']),
    fc.constant<Role[]>(['PARTNER', 'ADMINISTRATOR']),
    fc.subarray<Role>([...ROLES], { minLength: 1 }),
  ),
  teamIds: someOf(TEAM_IDS),
  postIds: someOf(POST_IDS),
});

const SEED = 20_260_312;
const drawn = fc.sample(anyAction, { numRuns: 120, seed: SEED });
const plan = await harness.makePlan();
const records: { id: string; isRemoved: boolean; record: ActionRecord }[] = [];
for (const { supportingTeamIds, isRemoved, ...who } of drawn) {
  const { id } = await harness.makeAction(plan, { ...who, deletedAt: isRemoved ? new Date() : null });
  await db.supportingTeam.createMany({ data: supportingTeamIds.map((teamId) => ({ actionId: id, teamId })) });
  records.push({ id, isRemoved, record: { ...who, supportingTeamIds } });
}

function scopeOf(actor: Actor) {
  const { userName, email, sessionId } = people.partner;
  return guard(harness.ctxAs({ ...actor, userName, email, sessionId }), 'account.self');
}

const idsWhere = (may: (record: ActionRecord) => boolean) =>
  records
    .filter((item) => !item.isRemoved && may(item.record))
    .map((item) => item.id)
    .sort();

test('lists in Prisma, lists in SQL and the rule show the same actions to the same people', async () => {
  let narrowed = 0;
  await fc.assert(
    fc.asyncProperty(anyActor, async (actor) => {
      fc.pre(holds(actor.roles, 'action.read'));
      const scope = scopeOf(actor);
      const expected = idsWhere((record) => canOnAction(actor, 'action.read', record).ok);
      const where = visibleActions(scope, seesWholePlan(actor.roles));
      const listed = await db.action.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
      const raw = await db.$queryRaw<{ id: string }[]>(
        sql`SELECT a."id" FROM "action" a WHERE ${isVisible(scope)} ORDER BY a."id"`,
      );
      expect(listed.map((row) => row.id).sort()).toEqual(expected);
      expect(raw.map((row) => row.id).sort()).toEqual(expected);
      if (expected.length < records.filter((item) => !item.isRemoved).length) narrowed += 1;
    }),
    { numRuns: 250, seed: SEED },
  );
  expect(narrowed, 'cases in which the rule left something out').toBeGreaterThan(80);
});

test('“mine” in SQL equals the right to update, the programme lead’s right to all apart', async () => {
  await fc.assert(
    fc.asyncProperty(anyActor, async (drawnActor) => {
      const actor = { ...drawnActor, roles: drawnActor.roles.filter((role) => role !== 'PROGRAMME_LEAD') };
      fc.pre(holds(actor.roles, 'update.create'));
      const rows = await db.$queryRaw<{ id: string }[]>(
        sql`SELECT a."id" FROM "action" a WHERE ${isMine(scopeOf(actor))}`,
      );
      const expected = idsWhere((record) => canOnAction(actor, 'update.create', record).ok);
      expect(rows.map((row) => row.id).sort()).toEqual(expected);
    }),
    { numRuns: 200, seed: SEED },
  );
});
