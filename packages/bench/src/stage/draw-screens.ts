import { timed } from '../row.ts';

/** Times so many screens drawn one after another: one alone is too short to time. */
export function drawScreens(screens: number, draw: () => Promise<unknown>): Promise<number> {
  return timed(async () => {
    for (let n = 0; n < screens; n += 1) await draw();
  });
}
