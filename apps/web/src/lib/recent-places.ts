/** Where somebody was, newest first. */
export type RecentPlace = { href: string; title: string };

const KEY = 'gt-recent';
const MOST = 8;

/** Places visited in this tab, the one that is open now included. */
export function recentPlaces(): RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as RecentPlace[]) : [];
  } catch {
    return [];
  }
}

/** `title` without the product's name. The newest visit of an address counts. */
export function rememberPlace(place: RecentPlace): void {
  const others = recentPlaces().filter(({ href, title }) => href !== place.href && title !== place.title);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // A comfort, not a promise.
  }
}

/** At sign-out: titles of actions are nobody else's business. */
export function forgetPlaces(): void {
  sessionStorage.removeItem(KEY);
}
