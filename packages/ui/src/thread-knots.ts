import type { Knot, KnotState } from '@gt/contracts/words';

/** One knot as the thread draws it: its state, the words beneath it, and what is missing where the line gaps. */
export type ThreadKnot = {
  knot: Knot;
  state: KnotState;
  words: string;
  missing?: readonly string[];
};

/** Said to those who do not see the knot. */
export const KNOT_STATE_WORDS: Record<KnotState, string> = {
  WHOLE: 'whole',
  PARTIAL: 'not yet whole',
  MISSING: 'missing',
};

/** The line holds from one knot to the next when the first is whole and the next is there at all. */
export function lineHolds(from: ThreadKnot, to: ThreadKnot): boolean {
  return from.state === 'WHOLE' && to.state !== 'MISSING';
}

/** "2 of 4: evidence not verified": how many knots are whole, then the first words that say what is not. */
export function threadInWords(knots: readonly ThreadKnot[]): string {
  const whole = knots.filter(({ state }) => state === 'WHOLE').length;
  if (whole === knots.length) return `Thread whole, ${whole} of ${knots.length}`;
  const first = knots.find(({ state }) => state !== 'WHOLE');
  const gap = first?.missing?.[0] ?? first?.words;
  return gap ? `${whole} of ${knots.length}: ${gap}` : `${whole} of ${knots.length}`;
}
