import type { Prepared, Result, Row } from './row.ts';
import { isVoid, type Round, ratiosOf } from './statistics.ts';

/** Rounds of the first run, and of each of the repeats when its control failed. */
export const ROUNDS = 5;
const REPEATS = 3;

/**
 * Measures one prepared row: each side once to warm up, then rounds ABAB. A run whose control is out of bounds is
 * run up to three times more with twice the rounds, then it is void: neither passed nor failed.
 */
export async function measureRow(
  row: Pick<Row, 'name' | 'measure' | 'bar'>,
  { ours, against }: Pick<Prepared, 'ours' | 'against'>,
  onProgress: (words: string) => void = () => undefined,
): Promise<Result> {
  await against();
  await ours();
  let found = { cost: Number.NaN, aa: Number.NaN };
  for (let attempt = 0; attempt <= REPEATS; attempt += 1) {
    const rounds: Round[] = [];
    const wanted = attempt === 0 ? ROUNDS : ROUNDS * 2;
    while (rounds.length < wanted) {
      onProgress(`round ${rounds.length + 1} of ${wanted}${attempt > 0 ? `, repeat ${attempt}` : ''}`);
      rounds.push([await against(), await ours(), await against(), await ours()]);
    }
    found = ratiosOf(rounds);
    if (!isVoid(found.aa)) return resultOf(row, found, false);
  }
  return resultOf(row, found, true);
}

function resultOf(
  { name, measure, bar }: Pick<Row, 'name' | 'measure' | 'bar'>,
  { cost, aa }: { cost: number; aa: number },
  isVoidRun: boolean,
): Result {
  const isCost = 'cost' in bar;
  const value = isCost ? cost : 1 / cost;
  const isWithin = isCost ? value <= bar.cost : value >= bar.speed;
  return {
    name,
    measure,
    value: rounded(value),
    bar: isCost ? bar.cost : bar.speed,
    ok: isVoidRun ? 'void' : isWithin,
    aa: rounded(aa),
  };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
