import { useState } from 'react';
import type { Conflict } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { refreshTeams } from './queries.ts';

type Options = { onClose: () => void; refused: (error: unknown) => void };

/** Runs a write of this feature: refreshes both pages, says what was done, or keeps the conflict to be shown. */
export function useTeamWrite({ onClose, refused }: Options) {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const write = async (call: () => Promise<unknown>, done: string) => {
    try {
      await call();
      await refreshTeams();
      toast(done);
      onClose();
    } catch (error) {
      const { code, current } = problemOf(error);
      if (code === 'CONFLICT' && current) return setConflict(current);
      setConflict(null);
      refused(error);
    }
  };
  return { conflict, write, forgetConflict: () => setConflict(null) };
}
