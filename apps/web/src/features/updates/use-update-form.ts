import type { Rag } from '@gt/contracts/words';
import { useId, useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { usePostUpdate } from './queries.ts';
import {
  baseOf,
  type CorrectedUpdate,
  inputOf,
  problemsIn,
  type UpdatableAction,
  type Words,
} from './update-fields.ts';
import { useUpdateWords } from './use-update-words.ts';

export type UpdateForm = ReturnType<typeof useUpdateForm>;

/** The words of one update and the sending of them. `corrects` is the update that it puts right. */
export function useUpdateForm(
  action: UpdatableAction,
  { corrects, onPosted }: { corrects?: CorrectedUpdate; onPosted: () => void },
) {
  const prefix = useId();
  const user = useUser();
  const words = useUpdateWords(action, corrects);
  // One intent, until it was posted: a lost answer does not post it twice.
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const post = usePostUpdate();
  const form = useWriteForm(prefix);
  const base = baseOf(action, corrects);

  const send = async (version: number, said: Words): Promise<boolean> => {
    const isAsked = !said.nothingChanged && !corrects;
    const body = {
      actionId: action.id,
      ...inputOf(said),
      mismatchReason: said.mismatchReason || (isAsked ? '' : undefined),
      correctsId: corrects?.id ?? null,
      idempotencyKey,
    };
    const saved = await form.send(async () => {
      try {
        await post.mutateAsync({ ...body, version });
      } catch (error) {
        // One's own change in between (a date moved, a status set) is no news to oneself.
        const { code, current } = problemOf(error);
        if (code !== 'CONFLICT' || current?.changedBy !== user.name) throw error;
        await post.mutateAsync({ ...body, version: current.version });
      }
    });
    if (!saved) return false;
    words.clear();
    setKey(crypto.randomUUID());
    onPosted();
    return true;
  };
  const { values } = words;
  /** True when it was posted; otherwise the form says why. */
  const submit = async (): Promise<boolean> =>
    form.passes(problemsIn(values, base)) && send(values.version || action.version, values);
  /** After a conflict: the words with the rating and percent that were chosen. */
  const sendChosen = async (chosen: Record<string, unknown>): Promise<void> => {
    if (!form.conflict) return;
    const { version } = form.conflict;
    const seen = { rag: chosen.rag as Rag, percentComplete: String(chosen.percentComplete), version };
    words.keep(seen);
    await send(version, { ...values, ...seen });
  };
  return { ...words, prefix, base, form, submit, sendChosen, isBusy: post.isPending };
}
