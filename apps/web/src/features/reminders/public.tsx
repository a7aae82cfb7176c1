/** The door of this feature: its pages, and what other features may use of it. */
export { myReviewsQuery } from './queries.ts';
export { ReviewLines } from './review-lines.tsx';
export { UpdatesWantedPage } from './updates-wanted-page.tsx';
