import { countOf } from '@gt/domain/wording';
import { ClockBadge } from '@gt/ui';
import { NextGate } from '../calendar/public.tsx';
import { usePlans } from './use-plans.ts';

/** The clock that matters next, and the approval on the way to it: "Action plan due in 23 working days". Nothing once it has stopped. */
export function NextClock({ planId }: { planId: string | undefined }) {
  const { data: plans = [] } = usePlans();
  const clock = plans.find((plan) => plan.id === planId)?.clock;
  if (!clock || clock.workingDaysLeft === null) return null;
  const { stateText, dueDate, workingDaysLeft: left } = clock;
  const short = left < 0 ? `${countOf(-left, 'day')} late` : countOf(left, 'day');
  return (
    <>
      <NextGate planId={planId ?? ''} />
      <ClockBadge words={stateText} short={short} dueDate={dueDate} daysLeft={left} />
    </>
  );
}
