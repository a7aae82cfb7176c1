/** The door of this feature: its pages, and what other features may use of it. */
export { ReviewPage } from './review-page.tsx';
export { ReviewsPage } from './reviews-page.tsx';
