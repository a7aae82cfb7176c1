import { Button } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import classes from './movement.module.css';
import { useTakeSnapshot } from './queries.ts';

/** Keeps how the plan stands now, outside any review. */
export function TakeButton({ planId, isFirst = false }: { planId: string; isFirst?: boolean }) {
  const take = useTakeSnapshot();
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const send = async () => {
    try {
      const { number } = await take.mutateAsync({ planId, idempotencyKey });
      setKey(crypto.randomUUID());
      toast(`The plan is kept as it stands, in snapshot ${number}.`);
    } catch {
      // The line beneath says what was wrong.
    }
  };
  return (
    <div className={classes.take}>
      <Button variant={isFirst ? 'filled' : 'default'} loading={take.isPending} onClick={() => void send()}>
        Keep the plan as it stands now
      </Button>
      {take.error ? (
        <p role="alert" className={classes.refused}>
          {problemOf(take.error).message}
        </p>
      ) : null}
    </div>
  );
}
