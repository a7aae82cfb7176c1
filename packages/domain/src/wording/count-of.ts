/**
 * A count with its noun, as a person would say it.
 * Example: `countOf(1, 'action')` is "1 action", `countOf(6, 'working day')` is "6 working days",
 * `countOf(2, 'agency', 'agencies')` is "2 agencies". Thousands carry a comma: "1,240 actions".
 */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** How often something happened: "once", "twice", "3 times". Zero is "never". */
export function timesWords(times: number): string {
  if (times === 0) return 'never';
  if (times === 1) return 'once';
  if (times === 2) return 'twice';
  return `${grouped(times)} times`;
}

/** 10240 → "10,240"; fixed to British grouping so that every machine prints the same. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
