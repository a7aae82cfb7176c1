export * from './is-ahead.ts';
export * from './last-review-at.ts';
export * from './meeting-dates.ts';
export * from './meeting-words.ts';
export * from './updates-due.ts';
