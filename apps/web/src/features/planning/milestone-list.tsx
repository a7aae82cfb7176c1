import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { EmptyState } from '@gt/ui';
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useToday } from '../../lib/session.ts';
import { MilestoneForm } from './milestone-form.tsx';
import classes from './planning.module.css';
import { type Milestone, type PlannedAction, usePlanningWrites } from './queries.ts';

type MilestoneListProps = {
  action: PlannedAction;
  milestones: readonly Milestone[];
  mayPlan: boolean;
  mayTick: boolean;
};

/** The milestones of an action by date: tick, change, take away with undo, add. */
export function MilestoneList({ action, milestones, mayPlan, mayTick }: MilestoneListProps) {
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  const done = milestones.filter(({ doneOn }) => doneOn !== null).length;
  return (
    <section aria-labelledby="milestones-heading">
      <h3 id="milestones-heading" className={classes.heading}>
        Milestones
        {milestones.length > 0 ? (
          <span className={classes.count}>{`${done} of ${milestones.length} reached`}</span>
        ) : null}
      </h3>
      {milestones.length === 0 && open === null ? (
        <EmptyState
          sentence="No milestone yet."
          detail="A milestone is a date on the way by which something must be reached. One that is late turns the action’s colour."
          buttonLabel={mayPlan ? 'Add a milestone' : undefined}
          onButton={() => setOpen('new')}
        />
      ) : null}
      <ul className={classes.list}>
        {milestones.map((milestone) =>
          open === milestone.id ? (
            <li key={milestone.id} className={classes.item}>
              <MilestoneForm action={action} milestone={milestone} onClose={close} />
            </li>
          ) : (
            <MilestoneItem
              key={milestone.id}
              milestone={milestone}
              mayPlan={mayPlan}
              mayTick={mayTick}
              onChange={() => setOpen(milestone.id)}
            />
          ),
        )}
      </ul>
      {open === 'new' ? (
        <MilestoneForm action={action} milestone={null} onClose={close} />
      ) : mayPlan && milestones.length > 0 ? (
        <Button size="xs" variant="default" mt="xs" className="gt-screen-only" onClick={() => setOpen('new')}>
          Add a milestone
        </Button>
      ) : null}
    </section>
  );
}

type ItemProps = { milestone: Milestone; mayPlan: boolean; mayTick: boolean; onChange: () => void };

function MilestoneItem({ milestone, mayPlan, mayTick, onChange }: ItemProps) {
  const { id: milestoneId, version, title, doneOn, daysLate } = milestone;
  const today = useToday();
  const { tickMilestone, removeMilestone, restoreMilestone } = usePlanningWrites();
  const refused = (error: unknown) => toast(problemOf(error).message);
  // As pressed until the server has answered; a refusal puts it back.
  const [pressed, setPressed] = useState<boolean | null>(null);
  const tick = async (day: typeof doneOn, at = version) => {
    setPressed(day !== null);
    try {
      const written = await tickMilestone.mutateAsync({ milestoneId, version: at, doneOn: day });
      const undo = at === version ? () => void tick(doneOn, written.version) : undefined;
      toast(day ? `Reached: ${title}.` : `Open again: ${title}.`, { undo });
    } catch (error) {
      refused(error);
    }
    setPressed(null);
  };
  const remove = async () => {
    try {
      const gone = await removeMilestone.mutateAsync({ milestoneId, version });
      const undo = () =>
        void restoreMilestone.mutateAsync({ milestoneId, version: gone.version }).catch(refused);
      toast(`Taken away: ${title}.`, { undo });
    } catch (error) {
      refused(error);
    }
  };
  return (
    <li className={classes.item} data-late={daysLate > 0}>
      <Checkbox
        checked={pressed ?? doneOn !== null}
        disabled={!mayTick}
        label={milestone.redactedAt ? 'Words destroyed' : title}
        description={<MilestoneWords milestone={milestone} />}
        onChange={(event) => {
          if (pressed === null) void tick(event.currentTarget.checked ? today : null);
        }}
      />
      {mayPlan ? (
        <div className={`${classes.itemButtons} gt-screen-only`}>
          <Button size="compact-sm" variant="subtle" onClick={onChange}>
            Change<span className="gt-visually-hidden"> {title}</span>
          </Button>
          <Button size="compact-sm" variant="subtle" color="brick" onClick={() => void remove()}>
            Take away<span className="gt-visually-hidden"> {title}</span>
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function MilestoneWords({ milestone: { dueDate, doneOn, daysLate, warning } }: { milestone: Milestone }) {
  if (doneOn !== null) {
    return `Reached ${formatDate(doneOn)}${doneOn > dueDate ? `, was due ${formatDate(dueDate)}` : ''}`;
  }
  return (
    <>
      By {formatDate(dueDate)}
      {daysLate > 0 ? <strong className={classes.late}> · {countOf(daysLate, 'day')} late</strong> : null}
      {warning ? <span className={classes.warning}> · {warning}</span> : null}
    </>
  );
}
