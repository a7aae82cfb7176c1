import { ClockBadge } from '@gt/ui';
import { usePlans } from './use-plans.ts';

/** The clock that matters next: "Action plan due in 23 working days". Nothing once it has stopped. */
export function NextClock({ planId }: { planId: string | undefined }) {
  const { data: plans = [] } = usePlans();
  const clock = plans.find((plan) => plan.id === planId)?.clock;
  if (!clock || clock.workingDaysLeft === null) return null;
  return <ClockBadge words={clock.stateText} dueDate={clock.dueDate} daysLeft={clock.workingDaysLeft} />;
}
