/**
 * Identifiers in a fixed order, in the shape of UUID version 7, so that they pass wherever real ones do and sort in
 * order of creation. Each call of `ids()` starts anew; `series` keeps two sources apart.
 * Example: `const next = ids(); next()` is "00000000-0000-7000-8000-000000000001".
 */
export function ids(series = 0): () => string {
  let count = 0;
  const head = `00000000-0000-7000-8000-${series.toString(16).padStart(4, '0')}`;
  return () => {
    count += 1;
    return head + count.toString(16).padStart(8, '0');
  };
}
