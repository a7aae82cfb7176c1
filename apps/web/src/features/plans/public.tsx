/** The door of this feature: what other features may use of it. */
export { NextClock } from './next-clock.tsx';
export { PlanSwitcher } from './plan-switcher.tsx';
export { useCurrentPlanId } from './use-current-plan-id.ts';
export { usePlans } from './use-plans.ts';
