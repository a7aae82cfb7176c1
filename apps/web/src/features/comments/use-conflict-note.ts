import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useCommentWrites } from './queries.ts';

type Form = { send: (work: () => Promise<unknown>) => Promise<boolean> };

/**
 * For the conflict screen of a form about an action: leaves what somebody else saved and keeps the person's own words
 * as a comment on the action. A refusal is shown by the form, words kept.
 */
export function useConflictNote(action: { id: string; reference: string }, form: Form, onKept: () => void) {
  const { add } = useCommentWrites();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const onKeep = async (body: string) => {
    const comment = { actionId: action.id, body, mentionIds: [], idempotencyKey };
    if (!(await form.send(() => add.mutateAsync(comment)))) return;
    toast(`Your words are kept as a comment on ${action.reference}.`);
    onKept();
  };
  return { busy: add.isPending, onKeep: (body: string) => void onKeep(body) };
}
