/** The door of this feature: its pages, and what other features may use of it. */
export { RecommendationPage } from './recommendation-page.tsx';
export { RecommendationsPage } from './recommendations-page.tsx';
