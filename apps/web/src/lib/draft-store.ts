/**
 * Words typed and not yet saved, in this tab's session storage, apart per person, so that a session that ends, a
 * reload or a wrong click loses nothing and the next person at this desk sees nothing.
 */
const PREFIX = 'gt-draft:';

export type DraftFields = Record<string, string | number | boolean | null>;
/** The record that the words are about: a table's name in capitals, and the row. */
export type DraftOf = { entityType: string; entityId: string };
/** A draft on its way to the server; `body` null discards it. */
export type DraftChange = DraftOf & { key: string; body: DraftFields | null };

const keyOf = (userId: string, key: string) => `${PREFIX}${userId}:${key}`;

export function readDraft(userId: string, key: string): DraftFields | undefined {
  const text = sessionStorage.getItem(keyOf(userId, key));
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as DraftFields;
  } catch {
    return undefined;
  }
}

/** Keeps the fields, or with `null` forgets them. A browser without room keeps what it has. */
export function writeDraft(userId: string, key: string, body: DraftFields | null): void {
  try {
    if (body === null) sessionStorage.removeItem(keyOf(userId, key));
    else sessionStorage.setItem(keyOf(userId, key), JSON.stringify(body));
  } catch {
    // The copy on the server remains.
  }
}

/** Removes every draft of one person from this tab. */
export function forgetDrafts(userId: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(`${PREFIX}${userId}:`)) sessionStorage.removeItem(key);
  }
}

const arrivals = new Set<() => void>();

/** Tells forms that are open already when drafts from the server have been written beside theirs. */
export function onDraftsArrived(listener: () => void): () => void {
  arrivals.add(listener);
  return () => arrivals.delete(listener);
}

/** Takes over what the server kept, from another tab or another day; what this tab holds is newer and stays. */
export function takeServerDrafts(
  userId: string,
  drafts: readonly { key: string; body: DraftFields }[],
): void {
  for (const { key, body } of drafts) {
    if (readDraft(userId, key) === undefined) writeDraft(userId, key, body);
  }
  for (const listener of arrivals) listener();
}

type Mirror = (change: DraftChange) => void;
let mirror: Mirror | undefined;

/** The shell gives the way to the server; until then drafts live in the tab alone. */
export function setDraftMirror(next: Mirror | undefined): void {
  mirror = next;
}

export function mirrorDraft(change: DraftChange): void {
  mirror?.(change);
}
