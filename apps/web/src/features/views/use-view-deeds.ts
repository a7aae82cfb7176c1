import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { problemOf } from '../../lib/problem.ts';
import { useViewWrites, type View } from './queries.ts';
import { addressOf, keptOf } from './view-search.ts';

/** What can be done with views; refusals of quick deeds are told in `refusal` until the next one. */
export function useViewDeeds(planId: string, search: PlanActionsSearch) {
  const navigate = useNavigate();
  const writes = useViewWrites();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());

  const go = (next: PlanActionsSearch) =>
    void navigate({ to: paths.planActions, params: { planId }, search: next, resetScroll: false });
  const tryTo = async (work: () => Promise<unknown>, done: string) => {
    setRefusal(null);
    try {
      await work();
      toast(done);
    } catch (error) {
      setRefusal(problemOf(error).message);
    }
  };
  const at = ({ id, version }: View) => ({ viewId: id, version });
  return {
    refusal,
    dismiss: () => setRefusal(null),
    busy: writes.create.isPending || writes.edit.isPending,
    open: (view: View) => go(addressOf(view, search)),
    openAll: () => {
      const { saved: _saved, ...all } = addressOf({ id: '', kind: 'READY', search: {} }, search);
      go(all);
    },
    leave: () => go({ ...search, saved: undefined }),
    create: async (name: string, isShared: boolean) => {
      const kept = keptOf(search);
      const made = await writes.create.mutateAsync({ planId, name, isShared, search: kept, idempotencyKey });
      setKey(crypto.randomUUID());
      toast(`The view “${name}” has been saved${isShared ? ' and shared' : ''}.`);
      go({ ...search, saved: made.id });
    },
    save: (view: View) =>
      tryTo(
        () => writes.edit.mutateAsync({ ...at(view), name: view.name, search: keptOf(search) }),
        `The view “${view.name}” shows this from now on.`,
      ),
    rename: async (view: View, name: string) => {
      await writes.edit.mutateAsync({ ...at(view), name, search: view.search });
      toast(`The view is called “${name}” now.`);
    },
    share: (view: View) =>
      tryTo(
        () => writes.share.mutateAsync({ ...at(view), isShared: !view.isShared }),
        view.isShared
          ? `The view “${view.name}” is yours alone again.`
          : `The view “${view.name}” is shared with everybody who reads the whole plan.`,
      ),
    takeOver: (view: View) =>
      tryTo(() => writes.takeOver.mutateAsync(at(view)), `The view “${view.name}” is yours now.`),
    remove: async (view: View) => {
      setRefusal(null);
      try {
        const { id, version } = await writes.remove.mutateAsync(at(view));
        const back = () =>
          tryTo(
            () => writes.restore.mutateAsync({ viewId: id, version }),
            `The view “${view.name}” is back.`,
          );
        toast(`The view “${view.name}” has been removed.`, { undo: () => void back() });
        if (search.saved === id) go({ ...search, saved: undefined });
      } catch (error) {
        setRefusal(problemOf(error).message);
      }
    },
  };
}
