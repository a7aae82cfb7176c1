import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { ClockBadge } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useUser } from '../../lib/session.ts';
import classes from './next-gate.module.css';
import { nextQuery } from './queries.ts';

/** The approval that matters next, at the top of every page: "Board sign-off in 6 working days". */
export function NextGate({ planId }: { planId: string }) {
  const mayRead = holds(useUser().roles, 'plan.read');
  const { data } = useQuery({ ...nextQuery(planId), enabled: mayRead });
  if (!data?.gate) return null;
  const { words, dueDate, workingDaysLeft: left, isLate } = data.gate;
  return (
    <span className={classes.root}>
      <ClockBadge
        words={words}
        short={isLate ? `gate ${countOf(Math.abs(left), 'day')} late` : `gate ${countOf(left, 'day')}`}
        dueDate={dueDate}
        daysLeft={isLate ? Math.min(left, -1) : left}
      />
    </span>
  );
}
