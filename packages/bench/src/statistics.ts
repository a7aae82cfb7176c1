/** The middle of the values; of an even number, the mean of the two in the middle. Throws on none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  if (high === undefined || low === undefined) throw new Error('the median of no values was asked for');
  return (low + high) / 2;
}

/** What one round ABAB cost, in the order it ran: the other, ours, the other again, ours again. */
export type Round = readonly [against: number, ours: number, againstAgain: number, oursAgain: number];

export type Ratios = {
  /** Ours over the other, the median of the rounds. Machine drift within a round falls on both. */
  cost: number;
  /** The other over itself: 1 on a quiet machine. */
  aa: number;
};

/** Example: rounds of [10, 20, 10, 20] have a cost of 2 and an A/A of 1. */
export function ratiosOf(rounds: readonly Round[]): Ratios {
  return {
    cost: median(rounds.map(([a1, b1, a2, b2]) => (b1 + b2) / (a1 + a2))),
    aa: median(rounds.map(([a1, , a2]) => a1 / a2)),
  };
}

/** Outside this the machine was too restless to tell, and the run says nothing. */
export const AA_BOUNDS = { min: 0.9, max: 1.1 } as const;

export function isVoid(aa: number): boolean {
  return !(aa >= AA_BOUNDS.min && aa <= AA_BOUNDS.max);
}
