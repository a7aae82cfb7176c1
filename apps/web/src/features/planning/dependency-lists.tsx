import { DELIVERY_STATUS_LABELS, formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { AddDependency } from './add-dependency.tsx';
import classes from './planning.module.css';
import { type ActionPlanning, type DependencyEnd, type PlannedAction, usePlanningWrites } from './queries.ts';

type DependencyListsProps = { action: PlannedAction; planning: ActionPlanning; mayPlan: boolean };

/** What this action waits for, and what waits for it, each with where it stands. */
export function DependencyLists({ action, planning, mayPlan }: DependencyListsProps) {
  const [adding, setAdding] = useState(false);
  const { addDependency, removeDependency } = usePlanningWrites();
  const remove = async (ends: { predecessorId: string; successorId: string }, words: string) => {
    try {
      await removeDependency.mutateAsync(ends);
      const undo = () =>
        void addDependency.mutateAsync(ends).catch((error: unknown) => toast(problemOf(error).message));
      toast(words, { undo });
    } catch (error) {
      toast(problemOf(error).message);
    }
  };
  return (
    <>
      <section aria-labelledby="waits-for-heading">
        <h3 id="waits-for-heading" className={classes.heading}>
          Waits for
        </h3>
        {planning.waitsFor.length === 0 ? (
          <p className={classes.quiet}>Nothing: it can begin at once.</p>
        ) : null}
        <Ends
          planId={action.planId}
          ends={planning.waitsFor}
          onRemove={(end) =>
            void remove(
              { predecessorId: end.actionId, successorId: action.id },
              `${action.reference} no longer waits for ${end.reference}.`,
            )
          }
        />
        {adding ? (
          <AddDependency
            action={action}
            already={planning.waitsFor.map((end) => end.actionId)}
            onClose={() => setAdding(false)}
          />
        ) : mayPlan ? (
          <Button size="xs" variant="default" className="gt-screen-only" onClick={() => setAdding(true)}>
            Make it wait for an action
          </Button>
        ) : null}
      </section>
      <section aria-labelledby="needed-by-heading">
        <h3 id="needed-by-heading" className={classes.heading}>
          Needed by
        </h3>
        {planning.neededBy.length === 0 ? <p className={classes.quiet}>No action waits for it.</p> : null}
        <Ends
          planId={action.planId}
          ends={planning.neededBy}
          onRemove={(end) =>
            void remove(
              { predecessorId: action.id, successorId: end.actionId },
              `${end.reference} no longer waits for ${action.reference}.`,
            )
          }
        />
      </section>
    </>
  );
}

type EndsProps = {
  planId: string;
  ends: readonly DependencyEnd[];
  onRemove: (end: DependencyEnd) => void;
};

function Ends({ planId, ends, onRemove }: EndsProps) {
  if (ends.length === 0) return null;
  return (
    <ul className={classes.list}>
      {ends.map((end) => (
        <li key={end.actionId} className={classes.item} data-late={end.isLate}>
          <div className={classes.endWords}>
            {end.title === null ? (
              <span>
                <strong>{end.reference}</strong> An action that you may not open
              </span>
            ) : (
              <Link to={paths.action} params={{ planId, actionId: end.actionId }} className={classes.link}>
                <strong>{end.reference}</strong> {end.title}
              </Link>
            )}
            <p className={classes.quiet}>
              {end.isRemoved ? 'In the recycle bin' : DELIVERY_STATUS_LABELS[end.status]}
              {end.dueDate ? ` · due ${formatDate(end.dueDate)}` : ''}
              {end.isLate ? <strong className={classes.late}> · late</strong> : null}
            </p>
            {end.warning ? <p className={classes.warning}>{end.warning}.</p> : null}
          </div>
          {end.mayRemove ? (
            <Button
              size="compact-sm"
              variant="subtle"
              color="brick"
              className="gt-screen-only"
              onClick={() => onRemove(end)}
            >
              Take away<span className="gt-visually-hidden"> {end.reference}</span>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
