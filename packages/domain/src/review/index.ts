export * from './last-review-at.ts';
export * from './meeting-dates.ts';
