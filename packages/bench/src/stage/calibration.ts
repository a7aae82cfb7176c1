/** Turns of the loop; some tenths of a second on a machine of 2026. */
const TURNS = 100_000_000;

/**
 * A fixed piece of work, timed in milliseconds: printed beside a time that is held against seconds, so that a reader
 * can tell a slow machine from a slow product.
 */
export function calibrationLoop(): number {
  const began = performance.now();
  let seed = 1;
  for (let turn = 0; turn < TURNS; turn += 1) seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
  // Told so that the loop is not optimised away.
  if (seed === 0) process.stderr.write('');
  return performance.now() - began;
}
