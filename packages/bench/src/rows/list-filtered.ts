import type { ActionListInput } from '@gt/contracts/schemas';
import { isoDate } from '@gt/contracts/words';
import type { Row } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';
import { countStatements } from '../stage/count-statements.ts';
import { drawScreens } from '../stage/draw-screens.ts';
import { screenByHand } from '../stage/screen-by-hand.ts';

/** Screens drawn for one sample. */
const SCREENS = 10;
/** The most that one screen may ask of the database. */
const MOST_STATEMENTS = 6;

const FROM = '2026-02-15';
const TO = '2026-05-31';

/** Open work due in a spring, the latest first. */
const ASKED: Pick<ActionListInput, 'filter' | 'sort'> = {
  filter: { statuses: ['IN_PROGRESS', 'NOT_STARTED'], due: { from: isoDate(FROM), to: isoDate(TO) } },
  sort: { by: 'dueDate', descending: true },
};

const NARROWED = `a."planId" = $1 AND a."deletedAt" IS NULL
  AND a."status" IN ('IN_PROGRESS', 'NOT_STARTED') AND a."dueDate" BETWEEN '${FROM}' AND '${TO}'`;
const COUNT = `SELECT count(*)::int AS "total",
    (SELECT count(*)::int FROM "action" WHERE "planId" = $1 AND "deletedAt" IS NULL) AS "all"
  FROM "action" a WHERE ${NARROWED}`;
const PAGE = screenByHand(`
  SELECT x."id", row_number() OVER () AS "position" FROM (
    SELECT a."id" FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE ${NARROWED} ORDER BY a."dueDate" DESC NULLS LAST, r."number", a."number" LIMIT 100) x`);

export const listFiltered: Row = {
  name: 'list-filtered',
  measure: 'first 100 rows of 10,000 actions, filtered and sorted, against hand-written SQL',
  bar: { cost: 2.5 },
  async prepare(stage) {
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const { raw, plans } = database;
    return {
      ours: () => drawScreens(SCREENS, () => caller.actions.list({ planId: plans.large, ...ASKED })),
      against: () =>
        drawScreens(SCREENS, async () => {
          await raw.query(COUNT, [plans.large]);
          await raw.query(PAGE, [plans.large]);
        }),
      dispose: async () => undefined,
    };
  },
};

export const listFilteredSize: Row = {
  name: 'list-filtered-size',
  measure: 'first rows of 10,000 actions, filtered and sorted, against those of 100',
  bar: { cost: 2 },
  async prepare(stage) {
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const { plans } = database;
    return {
      ours: () => drawScreens(SCREENS, () => caller.actions.list({ planId: plans.large, ...ASKED })),
      against: () => drawScreens(SCREENS, () => caller.actions.list({ planId: plans.small, ...ASKED })),
      dispose: async () => undefined,
    };
  },
};

/** Statements are the same in every round: a limit, told as a share of it. */
export const listStatements: Row = {
  name: 'list-statements',
  measure: `statements of one screen of the list with every kind of filter, against ${MOST_STATEMENTS}`,
  bar: { cost: 1 },
  async prepare(stage) {
    const database = await stage.database();
    const { db, count } = countStatements(database.db);
    const caller = await benchCaller({ db, plans: database.plans }, stage.folder);
    const { rows } = await database.raw.query<{ id: string }>('SELECT "id" FROM "team" LIMIT 3');
    const input = {
      planId: database.plans.large,
      filter: { teamIds: rows.map(({ id }) => id), changedSince: 'LAST_REVIEW', q: 'carers', silent: true },
      groupBy: 'team',
      sort: { by: 'rag' },
    } as const;
    return {
      ours: () => count(() => caller.actions.list(input)),
      against: async () => MOST_STATEMENTS,
      dispose: async () => undefined,
    };
  },
};
