import type { RouterInputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../../lib/problem.ts';
import { trpc } from '../../../lib/trpc.ts';

type Input = RouterInputs['plans']['setMember'];
export type MemberChange = Pick<Input, 'userId' | 'was' | 'standing'>;

/** Changes made to one meeting of a plan, one after the other, and what was said of one that was refused. */
export function useMemberWrite(planId: string, meeting: Input['meeting']) {
  const client = useQueryClient();
  const [problem, setProblem] = useState('');
  const { mutateAsync, isPending } = useMutation(trpc.plans.setMember.mutationOptions());

  /** True when all of it was done. The list is asked for again either way. */
  const write = async (changes: readonly MemberChange[]): Promise<boolean> => {
    if (isPending) return false;
    setProblem('');
    try {
      for (const change of changes) await mutateAsync({ planId, meeting, ...change });
      return true;
    } catch (error) {
      const { code, message, current } = problemOf(error);
      const isConflict = code === 'CONFLICT' && current;
      setProblem(
        isConflict ? `${current.changedBy} changed this a moment ago. It is shown as it is now.` : message,
      );
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: trpc.plans.pathKey() });
    }
  };
  return { write, isPending, problem };
}
