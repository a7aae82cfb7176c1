/** The door of this feature: its pages, and what other features may use of it. */
export { HomePage } from './home-page.tsx';
export { NextClock } from './next-clock.tsx';
export { PlanSwitcher } from './plan-switcher.tsx';
export { useCurrentPlanId } from './use-current-plan-id.ts';
export { usePlans } from './use-plans.ts';
