/**
 * When the person last did something, in any tab. The server ends a session after 30 idle minutes and must not
 * count background refreshes as activity, so each request says whether a person stands behind it.
 */
const KEY = 'gt-last-activity';
const WRITE_EVERY = 5_000;
const PRESENT_FOR = 60_000;

let last = Date.now();
let written = 0;

function note(): void {
  last = Date.now();
  if (last - written < WRITE_EVERY) return;
  written = last;
  try {
    localStorage.setItem(KEY, String(last));
  } catch {
    // Without storage each tab counts for itself.
  }
}

/** Starts listening; called once by main.tsx. */
export function watchActivity(): void {
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const) {
    window.addEventListener(event, note, { passive: true, capture: true });
  }
  note();
}

/** The instant of the last activity in any tab, in milliseconds since 1970. */
export function lastActivity(): number {
  try {
    return Math.max(last, Number(localStorage.getItem(KEY)) || 0);
  } catch {
    return last;
  }
}

/**
 * Headers of every request to our own server: where it comes from, and `x-background` when no person stands behind
 * it, so that a page that refreshes itself does not keep a session open. What a page says of its own accord is marked
 * by the caller with `isBackground`.
 */
export function ownHeaders(isBackground = false): Record<string, string> {
  const present = !isBackground && Date.now() - lastActivity() < PRESENT_FOR;
  return present ? { 'x-golden-thread': '1' } : { 'x-golden-thread': '1', 'x-background': '1' };
}
