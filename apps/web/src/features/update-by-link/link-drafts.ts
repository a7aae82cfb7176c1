import type { LinkWords } from './link-words.ts';

/**
 * Words typed behind a link and not yet sent, in this browser. Nobody is signed in, so no server keeps them; the
 * record is named by a digest of the secret, so that whoever looks into the browser finds no way in.
 */
const PREFIX = 'gt-link:';
/** No link works longer than this, so nobody comes back for older words. */
const KEPT_DAYS = 31;

export type LinkDraft = { reference: string; words: LinkWords };
type Kept = LinkDraft & { savedAt: number };

/** The first half of SHA-256 in hexadecimal; null where the browser has none (no secure connection). */
export async function digestOf(secret: string): Promise<string | null> {
  if (!globalThis.crypto.subtle) return null;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(hash).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const nameOf = (digest: string, actionId: string) => `${PREFIX}${digest}:${actionId}`;

function read(name: string): Kept | undefined {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}

/** Everything kept of a link, by action. */
export function readLinkDrafts(digest: string): Record<string, LinkDraft> {
  const start = nameOf(digest, '');
  const found: Record<string, LinkDraft> = {};
  for (const name of namesKept()) {
    const kept = name.startsWith(start) ? read(name) : undefined;
    if (kept) found[name.slice(start.length)] = { reference: kept.reference, words: kept.words };
  }
  return found;
}

/** Keeps the words of one action, or with `null` forgets them. A browser without room keeps them on the page. */
export function writeLinkDraft(digest: string, actionId: string, draft: LinkDraft | null): void {
  const name = nameOf(digest, actionId);
  try {
    if (draft === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ ...draft, savedAt: Date.now() }));
  } catch {
    // The page still holds them.
  }
}

/** Removes what links of long ago have left. */
export function forgetOldDrafts(now: number): void {
  const before = now - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of namesKept()) {
    if ((read(name)?.savedAt ?? 0) < before) localStorage.removeItem(name);
  }
}

function namesKept(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}
