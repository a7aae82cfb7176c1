const LONGEST = 200;

/** A search parameter as text: trimmed of nothing, cut at 200 characters; `undefined` when absent or empty. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined;
}

/** A search parameter that must be one of a closed list; anything else is as good as absent. */
export function oneOf<const T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((item) => item === value);
}

/**
 * The place to return to after sign-in. Only a path of this site passes: "//elsewhere" and "https:…"
 * would send a person who has just typed a password to a stranger.
 */
export function ownPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined;
  return /^\/(?![/\\])/.test(value) ? value : undefined;
}
