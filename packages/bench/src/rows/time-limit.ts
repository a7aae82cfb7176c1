import type { Contender, Row } from '../row.ts';
import { calibrationLoop } from '../stage/calibration.ts';
import type { Stage } from '../stage/stage.ts';
import { median } from '../statistics.ts';

type Timed = { ours: Contender; dispose?: () => Promise<void> };

/**
 * A row that holds a time against a limit in milliseconds. The median is printed beside the fixed calibration loop,
 * which takes its turn between the samples.
 */
export function timeLimit(
  name: string,
  measure: string,
  within: number,
  prepare: (stage: Stage) => Promise<Timed>,
): Row {
  return {
    name,
    measure: `${measure}, against ${within.toLocaleString('en-GB')} ms`,
    bar: { cost: 1 },
    async prepare(stage) {
      const { ours, dispose } = await prepare(stage);
      const samples: number[] = [];
      const loops: number[] = [];
      return {
        async ours() {
          const took = await ours();
          samples.push(took);
          return took;
        },
        async against() {
          loops.push(calibrationLoop());
          return within;
        },
        async dispose() {
          await dispose?.();
          // The first was to warm up.
          const [took, loop] = [samples.slice(1), loops.slice(1)].map((all) => Math.round(median(all)));
          process.stderr.write(
            `${name}: ${took} ms, the median of ${samples.length - 1}; calibration loop ${loop} ms\n`,
          );
        },
      };
    },
  };
}
