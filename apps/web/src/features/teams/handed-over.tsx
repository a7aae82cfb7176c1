import { formatDate } from '@gt/contracts/words';
import { ErrorSummary } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import classes from './leaver.module.css';
import { type LeaverHolds, refreshTeams, undoHandOverMutation } from './queries.ts';

type HandedOverProps = { leaver: LeaverHolds; handedOver: NonNullable<LeaverHolds['handedOver']> };

/** A hand-over that was made, and the way to take it back until the last day. */
export function HandedOver({ leaver, handedOver }: HandedOverProps) {
  const undo = useMutation(undoHandOverMutation());
  const [errors, setErrors] = useState<{ message: string }[]>([]);
  const takeBack = async () => {
    try {
      const { kept } = await undo.mutateAsync({ userId: leaver.person.id, eventId: handedOver.eventId });
      setErrors(kept.map((message) => ({ message: `${message}. It stays as it is.` })));
      toast(`The hand-over of ${leaver.person.name} is taken back.`);
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
    }
    await refreshTeams();
  };
  return (
    <section className={classes.made} aria-label="Hand-over that was made">
      <ErrorSummary errors={errors} />
      <p className={classes.say}>
        The work of {leaver.person.name} is handed over. It can be taken back until their last day,{' '}
        {formatDate(handedOver.lastDay)}.
      </p>
      <Button variant="default" loading={undo.isPending} onClick={() => void takeBack()}>
        Take the hand-over back
      </Button>
    </section>
  );
}
