import { isoDate } from '@gt/contracts/words';
import type { Row } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';
import { countStatements } from '../stage/count-statements.ts';
import { drawScreens } from '../stage/draw-screens.ts';

/** Months drawn for one sample. */
const MONTHS = 5;
const MOST_STATEMENTS = 6;

/** Six weeks, as the page of a month asks for; the large plan has some sixty actions due on each of its days. */
const SPAN = { from: isoDate('2026-03-02'), to: isoDate('2026-04-12') };

const FIRST_OF_A_DAY = (rows: string) => `
  SELECT * FROM (SELECT x.*, count(*) OVER (PARTITION BY x."day")::int AS "total",
      row_number() OVER (PARTITION BY x."day" ORDER BY x."done", x."of", x."number", x."id") AS "place"
    FROM (${rows}) x) ranked WHERE "place" <= 5 ORDER BY "day", "place"`;

/** What somebody would write by hand for a month: of each day the first five of a kind with their number, and the rest. */
const BY_HAND = [
  `SELECT * FROM "plan" WHERE "id" = $1 AND $2::date <= $3::date`,
  FIRST_OF_A_DAY(`SELECT a."id", a."dueDate" AS "day", r."number" AS "of", a."number", a."title",
      a."status" = 'CLOSED' AS "done"
    FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE a."planId" = $1 AND a."deletedAt" IS NULL AND a."status" <> 'CANCELLED' AND a."dueDate" BETWEEN $2 AND $3`),
  FIRST_OF_A_DAY(`SELECT m."id", m."dueDate" AS "day", r."number" AS "of", a."number", m."title",
      m."doneOn" IS NOT NULL AS "done"
    FROM "milestone" m JOIN "action" a ON a."id" = m."actionId" JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE a."planId" = $1 AND a."deletedAt" IS NULL AND a."status" <> 'CANCELLED' AND m."deletedAt" IS NULL
      AND m."dueDate" BETWEEN $2 AND $3`),
  FIRST_OF_A_DAY(`SELECT k."id", k."dueDate" AS "day", r."number" AS "of", 0 AS "number", k."text", k."state" = 'DONE' AS "done"
    FROM "evidence_ask" k JOIN "recommendation" r ON r."id" = k."recommendationId"
    WHERE k."planId" = $1 AND k."dueDate" BETWEEN $2 AND $3`),
  `SELECT * FROM "review" WHERE "planId" = $1 AND "heldOn" BETWEEN $2 AND $3`,
  `SELECT d."id", d."kind"::text, d."fromDate" FROM "plan_date" d
    WHERE d."planId" = $1 AND d."deletedAt" IS NULL AND d."fromDate" <= $3 AND d."untilDate" >= $2
    UNION ALL SELECT g."id", 'GATE', g."dueDate" FROM "clock_gate" g JOIN "statutory_clock" c ON c."id" = g."clockId"
    WHERE c."planId" = $1 AND g."dueDate" BETWEEN $2 AND $3`,
  `SELECT i.*, j."area", j."grade" FROM "inspection" i LEFT JOIN "judgement" j ON j."inspectionId" = i."id"
    WHERE i."planId" = $1 AND $2::date <= $3::date`,
];

export const calendar: Row = {
  name: 'calendar',
  measure: 'a month of the calendar at 10,000 actions, against hand-written SQL',
  bar: { cost: 2.5 },
  async prepare(stage) {
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const { raw, plans } = database;
    const { entries } = await caller.calendar.span({ planId: plans.large, ...SPAN });
    if (entries.length === 0) throw new Error('the calendar of the large plan is empty');
    return {
      ours: () => drawScreens(MONTHS, () => caller.calendar.span({ planId: plans.large, ...SPAN })),
      against: () =>
        drawScreens(MONTHS, async () => {
          for (const statement of BY_HAND) await raw.query(statement, [plans.large, SPAN.from, SPAN.to]);
        }),
      dispose: async () => undefined,
    };
  },
};

export const calendarStatements: Row = {
  name: 'calendar-statements',
  measure: `statements of one month of the calendar, against ${MOST_STATEMENTS}`,
  bar: { cost: 1 },
  async prepare(stage) {
    const database = await stage.database();
    const { db, count } = countStatements(database.db);
    const caller = await benchCaller({ db, plans: database.plans }, stage.folder);
    return {
      ours: () => count(() => caller.calendar.span({ planId: database.plans.large, ...SPAN })),
      against: async () => MOST_STATEMENTS,
      dispose: async () => undefined,
    };
  },
};
