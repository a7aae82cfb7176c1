import { formatDate, type IsoDate } from '@gt/contracts/words';
import { changeDueDate } from '@gt/domain/action';
import { agreeDueDate, requestDueDate } from '@gt/domain/planning';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type ActionDetail, dueDateApprovalQuery, useActionWrites } from './queries.ts';
import { useMay } from './use-may.ts';

type Options = {
  /** The day that the form begins with, if any. */
  first: IsoDate | null;
  /** Set before the ids of its fields, where the form does not stand alone. */
  prefix?: string;
  onDone: () => void;
};

/**
 * The state of a form that sets or moves a due date, or asks for another: whose word it needs, what is wrong with it,
 * and one way to send it. The reason is kept while it is typed.
 */
export function useDueDateChange(shown: ActionDetail, { first, prefix, onDone }: Options) {
  // As it was when the form opened: a refresh behind it must not pass for having been read.
  const [action] = useState(shown);
  const today = useToday();
  const mustAsk = !useMay(action)('action.setDueDate').ok;
  const { data: planning } = useQuery(dueDateApprovalQuery(action.id));
  const approval = planning?.dueDateApproval ?? 'NONE';
  const isMove = action.dueDate !== null;
  // Where the board must agree, whoever leads may set down that it did, or wait for it like everybody else.
  const [waits, setWaits] = useState(false);
  const asks = mustAsk || waits;
  const asksBoard = !asks && isMove && approval === 'BOARD';
  const [dueDate, setDueDate] = useState<IsoDate | null>(first);
  const [agreedOn, setAgreedOn] = useState<IsoDate | null>(null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const of = { entityType: 'ACTION', entityId: action.id };
  const draft = useDraft(`due-date:${action.id}`, of, { reason: '' });
  const { reason } = draft.values;
  const { changeDueDate: write, requestDueDate: ask } = useActionWrites();
  const form = useWriteForm(prefix);

  const send = async (version: number, to: IsoDate | null) => {
    const change = { actionId: action.id, version, dueDate: to, reason };
    const saved = await form.send(() =>
      asks
        ? ask.mutateAsync({ ...change, idempotencyKey })
        : write.mutateAsync({ ...change, agreedOn: asksBoard ? agreedOn : null }),
    );
    if (!saved) return;
    draft.clear();
    const day = to ? formatDate(to) : 'no date';
    toast(
      asks ? `You asked for ${day} for ${action.reference}.` : `${action.reference} is now due on ${day}.`,
    );
    onDone();
  };
  const problems = () => {
    const { status, startDate, originalDueDate } = action;
    const change = { status, startDate, originalDueDate, dueDate: action.dueDate, toDate: dueDate, reason };
    if (asks) {
      const decision = requestDueDate({ ...change, today, approval, maySet: !mustAsk, pending: null });
      return decision.ok ? [] : decision.problems;
    }
    const decision = changeDueDate(change);
    const agreement = agreeDueDate({ approval, isAsked: false, isFirst: !isMove, agreedOn, today });
    return [...(decision.ok ? [] : decision.problems), ...(agreement.ok ? [] : agreement.problems)];
  };
  const submit = () => {
    if (form.passes(problems())) void send(action.version, dueDate);
  };
  return {
    action,
    approval,
    asks,
    asksBoard,
    isMove,
    setWaits,
    dueDate,
    setDueDate,
    agreedOn,
    setAgreedOn,
    reason,
    setReason: (words: string) => draft.set({ reason: words }),
    clear: draft.clear,
    form,
    busy: write.isPending || ask.isPending,
    send,
    submit,
  };
}
