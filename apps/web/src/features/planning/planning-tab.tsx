import type { Decision, Permission } from '@gt/domain/authz';
import { SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { DependencyLists } from './dependency-lists.tsx';
import { MilestoneList } from './milestone-list.tsx';
import { actionPlanningQuery, type PlannedAction } from './queries.ts';

type PlanningTabProps = {
  action: PlannedAction;
  /** A live action whose work is still owed: otherwise nothing here can be changed. */
  isOpen: boolean;
  may: (permission: Permission) => Decision;
};

/** What must be reached on the way, what must come first, and what waits for it. */
export function PlanningTab({ action, isOpen, may }: PlanningTabProps) {
  const planning = useQuery(actionPlanningQuery(action.id));
  if (planning.isPending) return <SkeletonRows rows={4} label="Loading milestones" />;
  if (planning.isError) {
    return <ProblemPanel error={planning.error} onRetry={() => void planning.refetch()} />;
  }
  const mayPlan = isOpen && may('action.plan').ok;
  return (
    <>
      <MilestoneList
        action={action}
        milestones={planning.data.milestones}
        mayPlan={mayPlan}
        mayTick={isOpen && may('action.report').ok}
      />
      <DependencyLists action={action} planning={planning.data} mayPlan={mayPlan} />
    </>
  );
}
