/** Which plan is open, and the way to another. */
export function PlanSwitcher(_: { planId: string | undefined }) {
  return null;
}
