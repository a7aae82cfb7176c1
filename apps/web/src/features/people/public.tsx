/** The door of this feature: its pages, and what other features may use of it. */
export { FirstSteps } from './first-steps.tsx';
export { PeoplePage } from './people-page.tsx';
