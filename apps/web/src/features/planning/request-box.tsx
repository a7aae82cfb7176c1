import { formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { DecideForm } from './decide-form.tsx';
import classes from './planning.module.css';
import { actionPlanningQuery, type DueDateRequest, useDateWrites } from './queries.ts';

type RequestBoxProps = {
  action: { id: string; reference: string; pendingDueDate: string | null };
  mayDecide: boolean;
  /** Asks rather than sets: the newest answer is shown until a date is asked for again. */
  mayAsk: boolean;
};

/** The date that somebody asks for, beside the date that stands: agree or refuse, or take one's own back. */
export function RequestBox({ action, mayDecide, mayAsk }: RequestBoxProps) {
  const { id: userId } = useUser();
  const isPending = action.pendingDueDate !== null;
  const { data } = useQuery({
    ...actionPlanningQuery(action.id),
    enabled: isPending || (mayAsk && !mayDecide),
  });
  const [answer, setAnswer] = useState<'AGREE' | 'REFUSE' | null>(null);
  const { withdraw } = useDateWrites();
  if (action.pendingDueDate === null) {
    const newest = data?.requests[0];
    const isMine = newest?.state === 'REFUSED' && newest.requestedBy.id === userId;
    return isMine ? <Refused request={newest} /> : null;
  }
  const request = data?.requests.find(({ state }) => state === 'PENDING');
  const takeBack = async ({ id: requestId, version }: DueDateRequest) => {
    try {
      await withdraw.mutateAsync({ requestId, version });
      toast(`You no longer ask for another date for ${action.reference}.`);
    } catch (error) {
      toast(problemOf(error).message);
    }
  };
  return (
    <div className={classes.notice}>
      <p>
        <strong>{formatDate(action.pendingDueDate)} is asked for.</strong>{' '}
        {request
          ? `${request.requestedBy.name}, ${dayInWords(request.requestedAt)}: ${request.redactedAt ? 'the words were destroyed.' : request.reason}`
          : ''}
      </p>
      {request && data && answer ? (
        <DecideForm
          request={{ ...request, reference: action.reference }}
          isAgreed={answer === 'AGREE'}
          approval={data.dueDateApproval}
          onClose={() => setAnswer(null)}
        />
      ) : null}
      {request && !answer ? (
        <div className={`${classes.noticeButtons} gt-screen-only`}>
          {mayDecide ? (
            <>
              <Button size="xs" onClick={() => setAnswer('AGREE')}>
                Agree
              </Button>
              <Button size="xs" variant="default" onClick={() => setAnswer('REFUSE')}>
                Refuse
              </Button>
            </>
          ) : null}
          {request.requestedBy.id === userId ? (
            <Button
              size="xs"
              variant="default"
              loading={withdraw.isPending}
              onClick={() => void takeBack(request)}
            >
              Withdraw
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Refused({ request }: { request: DueDateRequest }) {
  const { decidedAt, decidedBy, decisionNote, toDate } = request;
  return (
    <p className={classes.notice}>
      You asked for {formatDate(toDate)}. {decidedBy ?? 'The programme lead'} refused it
      {decidedAt ? ` on ${dayInWords(decidedAt)}` : ''}: {decisionNote}
    </p>
  );
}
