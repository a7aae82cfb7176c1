import type { Stage } from './stage/stage.ts';

/** Does the work once and answers what it cost: milliseconds unless the row says otherwise. */
export type Contender = () => Promise<number>;

export type Prepared = {
  ours: Contender;
  /** The plain way of doing the same, and the control against itself. */
  against: Contender;
  dispose(): Promise<void>;
};

/** One comparison. `bar` is a ratio: of cost (ours over the other) at most, or of speed at least. */
export type Row = {
  name: string;
  measure: string;
  bar: { cost: number } | { speed: number };
  /** Says why instead when this machine lacks what the comparison needs. */
  prepare(stage: Stage): Promise<Prepared | { skipped: string }>;
};

/** What a row came to. `ok` is 'void' when the control was never within bounds, 'skipped' when it was not run. */
export type Result = {
  name: string;
  measure: string;
  value: number | null;
  bar: number;
  ok: boolean | 'void' | 'skipped';
  aa: number | null;
  /** Why it was skipped. */
  why?: string;
};

/** Runs the work and answers its wall time in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
