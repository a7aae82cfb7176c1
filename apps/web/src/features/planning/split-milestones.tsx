import { formatDate } from '@gt/contracts/words';
import { SkeletonRows } from '@gt/ui';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import classes from './planning.module.css';
import { actionPlanningQuery } from './queries.ts';

/** The milestones of an action that are still to be reached; undefined until they have come. */
export function useOpenMilestones(actionId: string) {
  const { data, error, refetch } = useQuery(actionPlanningQuery(actionId));
  const milestones = data?.milestones.filter(({ doneOn, redactedAt }) => !doneOn && !redactedAt);
  return { milestones, error, retry: () => void refetch() };
}

type SplitMilestonesProps = {
  open: ReturnType<typeof useOpenMilestones>;
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
  error: string | undefined;
};

/** Which of the open milestones go over to the new action. */
export function SplitMilestones({ open, chosen, onChoose, error }: SplitMilestonesProps) {
  const { milestones } = open;
  if (!milestones && open.error) return <ProblemPanel error={open.error} onRetry={open.retry} />;
  if (!milestones) return <SkeletonRows rows={2} label="Loading milestones" />;
  const choose = (id: string, isChosen: boolean) =>
    onChoose(
      milestones.map((item) => item.id).filter((other) => (other === id ? isChosen : chosen.includes(other))),
    );
  return (
    <fieldset
      id="milestones"
      tabIndex={-1}
      className={classes.parts}
      aria-describedby={error ? 'milestones-error' : undefined}
    >
      <legend>Milestones that go over</legend>
      {milestones.map(({ id, title, dueDate }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          label={`${title}, by ${formatDate(dueDate)}`}
          onChange={(event) => choose(id, event.currentTarget.checked)}
        />
      ))}
      <p className={classes.quiet}>
        {milestones.length === 0
          ? 'No open milestones. Those that were reached stay.'
          : 'Those that were reached stay.'}
      </p>
      {error ? (
        <p id="milestones-error" className={classes.late}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
