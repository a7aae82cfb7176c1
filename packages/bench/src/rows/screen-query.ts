import type { Row } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';
import { drawScreens } from '../stage/draw-screens.ts';
import { COUNT_BY_HAND, IN_ORDER, screenByHand } from '../stage/screen-by-hand.ts';

/** Screens drawn for one sample. */
const SCREENS = 20;

export const screenQuery: Row = {
  name: 'screen-query',
  measure: 'the plan’s table of 100 rows through the API, against hand-written SQL',
  bar: { cost: 2.5 },
  async prepare(stage) {
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const { raw, plans } = database;
    return {
      ours: () => drawScreens(SCREENS, () => caller.actions.list({ planId: plans.small })),
      against: () =>
        drawScreens(SCREENS, async () => {
          await raw.query(COUNT_BY_HAND, [plans.small]);
          await raw.query(screenByHand(IN_ORDER), [plans.small]);
        }),
      dispose: async () => undefined,
    };
  },
};

export const listSize: Row = {
  name: 'list-size',
  measure: 'first rows of 10,000 actions, against first rows of 100',
  bar: { cost: 2 },
  async prepare(stage) {
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const { plans } = database;
    return {
      ours: () => drawScreens(SCREENS, () => caller.actions.list({ planId: plans.large })),
      against: () => drawScreens(SCREENS, () => caller.actions.list({ planId: plans.small })),
      dispose: async () => undefined,
    };
  },
};
