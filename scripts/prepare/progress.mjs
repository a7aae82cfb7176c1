const seconds = (from) => {
  const value = (performance.now() - from) / 1000;
  return value < 10 ? `${value.toFixed(1)} s` : `${Math.round(value)} s`;
};

/** One calm line a step: what is being done, then how long it took. */
export async function step(words, work) {
  const from = performance.now();
  process.stdout.write(`  ${words} … `);
  try {
    const result = await work();
    process.stdout.write(`done in ${seconds(from)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('stopped\n');
    throw error;
  }
}

/** A line that reports something already so. */
export const note = (words) => process.stdout.write(`  ${words}\n`);
