/** Chance that comes out the same for the same seed, on any machine. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** True in this share of cases. */
  in(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
};

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(share() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[between(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  };
  return {
    share,
    between,
    pick,
    in: (part) => share() < part,
    shuffle: (list) =>
      list
        .map((value) => ({ value, key: share() }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ value }) => value),
  };
}
