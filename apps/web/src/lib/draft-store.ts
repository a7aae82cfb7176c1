/**
 * Words typed and not yet saved, in this tab's session storage, apart per person, so that a session that ends, a
 * reload or a wrong click loses nothing and the next person at this desk sees nothing.
 */
const PREFIX = 'gt-draft:';

const keyOf = (userId: string, key: string) => `${PREFIX}${userId}:${key}`;

export function readDraft(userId: string, key: string): string | undefined {
  return sessionStorage.getItem(keyOf(userId, key)) ?? undefined;
}

/** Keeps the words; an empty text is as good as none. Returns false when the browser has no room left. */
export function writeDraft(userId: string, key: string, text: string): boolean {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(userId, key));
    else sessionStorage.setItem(keyOf(userId, key), text);
    return true;
  } catch {
    return false;
  }
}

/** Removes every draft of one person from this tab. */
export function forgetDrafts(userId: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(`${PREFIX}${userId}:`)) sessionStorage.removeItem(key);
  }
}
