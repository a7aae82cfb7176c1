import { countOf } from '@gt/domain/wording';
import { ClockBadge } from '@gt/ui';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense } from 'react';
import { NextGate } from '../calendar/public.tsx';
import { usePlans } from './use-plans.ts';

/** With less room than this the statutory day stands alone: it matters more, and the approval is not asked for. */
const ROOM_FOR_BOTH = '(min-width: 100.01em)';

/** The clock that matters next, and the approval on the way to it: "Action plan due in 23 working days". Nothing once it has stopped. */
export function NextClock({ planId }: { planId: string | undefined }) {
  const { data: plans = [] } = usePlans();
  const hasRoom = useMediaQuery(ROOM_FOR_BOTH, undefined, { getInitialValueInEffect: false });
  const clock = plans.find((plan) => plan.id === planId)?.clock;
  if (!clock || clock.workingDaysLeft === null) return null;
  const { stateText, dueDate, workingDaysLeft: left } = clock;
  const short = left < 0 ? `${countOf(-left, 'day')} late` : countOf(left, 'day');
  return (
    <>
      {hasRoom && planId ? (
        <Suspense fallback={null}>
          <NextGate planId={planId} />
        </Suspense>
      ) : null}
      <ClockBadge words={stateText} short={short} dueDate={dueDate} daysLeft={left} />
    </>
  );
}
