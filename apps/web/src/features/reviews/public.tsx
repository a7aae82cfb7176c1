/** The door of this feature: its pages, and what other features may use of it. */
export { ReviewsPage } from './reviews-page.tsx';
