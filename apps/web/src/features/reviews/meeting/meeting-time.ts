/** Nobody can speak of one thing in less: below it no share is reckoned for each. In seconds. */
const LEAST_SHARE = 20;

const two = (value: number) => String(value).padStart(2, '0');

/** Seconds as a clock shows them: "0:09", "14:20", "1:02:07". */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Seconds as they are said: "45 seconds", "2 minutes 5 seconds", "1 hour 2 minutes". */
export function spokenTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'],
    [whole >= 3600 ? 0 : whole % 60, 'second'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`);
  return said.length > 0 ? said.join(' ') : '0 seconds';
}

/** A length of so many minutes as it was planned: "45 min", "1 h", "1 h 30 min". */
export function plannedWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/**
 * The seconds that each item has when the time that is left is shared out among what is left. Null when there is
 * nothing left to share, or too little for it to mean anything.
 */
export function shareOf(plannedMinutes: number, elapsed: number, waiting: number): number | null {
  if (waiting === 0) return null;
  const share = (plannedMinutes * 60 - elapsed) / waiting;
  return share < LEAST_SHARE ? null : Math.round(share);
}

export type Pace = { elapsed: number; over: number };

/** How long the meeting has run and by how much over its plan; both in seconds, never below nothing. */
export function paceOf(openedAt: string, plannedMinutes: number, now: number): Pace {
  const elapsed = Math.max(0, Math.floor((now - Date.parse(openedAt)) / 1000));
  return { elapsed, over: Math.max(0, elapsed - plannedMinutes * 60) };
}
