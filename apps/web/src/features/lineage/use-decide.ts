import type { LineageState } from '@gt/contracts/words';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useLineageWrites } from './queries.ts';

type Earlier = { source: 'PLAN' | 'EARLIER'; id: string };
type Decision = { earlier: Earlier; state: LineageState; note?: string };

/** Saying that two are the same concern, or not; taken back in the toast. What the server refuses is said on the page. */
export function useDecide(recommendationId: string) {
  const { decide, takeBack } = useLineageWrites();
  const [refusal, setRefusal] = useState('');
  const refused = (error: unknown) => setRefusal(problemOf(error).message);

  const undo = (link: { linkId: string; version: number }, said: string) => {
    setRefusal('');
    takeBack.mutate(link, { onSuccess: () => toast(said), onError: refused });
  };
  const say = async ({ earlier, state, note = '' }: Decision): Promise<boolean> => {
    setRefusal('');
    try {
      const idempotencyKey = crypto.randomUUID();
      const link = await decide.mutateAsync({
        recommendationId,
        ...{ earlier, state, note, idempotencyKey },
        version: null,
      });
      toast(state === 'CONFIRMED' ? 'Noted as raised before.' : 'Noted as another concern.', {
        undo: () => undo(link, 'Taken back.'),
      });
      return true;
    } catch (error) {
      refused(error);
      return false;
    }
  };
  return { say, undo, refusal, isBusy: decide.isPending || takeBack.isPending };
}

export type Decide = ReturnType<typeof useDecide>;
