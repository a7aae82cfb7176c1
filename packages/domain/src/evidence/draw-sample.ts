/**
 * Draws items for a dip check: by chance, and yet so that anybody can draw them again from the same pool and seed.
 * A Fisher–Yates shuffle of the pool in order of number, driven by mulberry32 over a hash of the seed's letters.
 * Source: a dip check of accepted evidence is worth something only when nobody chose the items.
 * Example: `drawSample([1, 2, 3], 2, 'a')` gives the same two numbers on every machine.
 */
export function drawSample(pool: readonly number[], size: number, seed: string): number[] {
  const items = [...new Set(pool)].sort((one, other) => one - other);
  const next = mulberry32(hashOf(seed));
  const wanted = Math.min(size, items.length);
  for (let at = 0; at < wanted; at += 1) {
    const chosen = at + Math.floor(next() * (items.length - at));
    [items[at], items[chosen]] = [items[chosen] as number, items[at] as number];
  }
  return items.slice(0, wanted).sort((one, other) => one - other);
}

/** FNV-1a over the letters, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** A small generator with a period of 2^32, each value in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
