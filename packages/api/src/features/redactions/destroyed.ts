/** What stands where a required text stood. The date is added on screen from `redactedAt`. */
export const DESTROYED = '[destroyed]';
