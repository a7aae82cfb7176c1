import { DUE_DATE_REQUEST_STATE_LABELS, type DueDateApproval, formatDate } from '@gt/contracts/words';
import { overdue } from '@gt/domain/action';
import { daysBetween } from '@gt/domain/calendar';
import { countOf, listWords, timesWords } from '@gt/domain/wording';
import { Button, Checkbox } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useToday, useUser } from '../../lib/session.ts';
import { DecideForm } from './decide-form.tsx';
import classes from './pages.module.css';
import { type RequestRow, useDateWrites } from './queries.ts';

type RequestItemProps = {
  request: RequestRow;
  approval: DueDateApproval;
  mayDecide: boolean;
  /** For answering several at once; null where there is nothing to choose between. */
  choice: { isChosen: boolean; onChoose: (isOn: boolean) => void } | null;
};

/** One request: what is asked and why, what it would overtake, and the answer in place. */
export function RequestItem({ request, approval, mayDecide, choice }: RequestItemProps) {
  const { planId } = useParams({ from: signedIn(paths.planDates) });
  const [answer, setAnswer] = useState<'AGREE' | 'REFUSE' | null>(null);
  const isPending = request.state === 'PENDING';
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        {choice && isPending ? (
          <Checkbox
            checked={choice.isChosen}
            aria-label={`Choose ${request.reference}`}
            onChange={(event) => choice.onChoose(event.currentTarget.checked)}
          />
        ) : null}
        <h2 className={classes.cardTitle}>
          <Link to={paths.action} params={{ planId, actionId: request.actionId }} className={classes.link}>
            {request.reference} {request.title}
          </Link>
        </h2>
        {isPending ? null : (
          <span className={classes.state}>{DUE_DATE_REQUEST_STATE_LABELS[request.state]}</span>
        )}
      </div>
      <Dates request={request} />
      <p>{request.redactedAt ? 'The words were destroyed.' : request.reason}</p>
      <p className={classes.quiet}>
        {request.requestedBy.name}, {dayInWords(request.requestedAt)}
        {request.team ? ` · ${request.team.name}` : ''}
        {request.owner && request.owner !== request.requestedBy.name ? ` · owner ${request.owner}` : ''}
      </p>
      {isPending && request.overtakes.length > 0 ? (
        <p className={classes.warning}>
          {listWords(request.overtakes)} {request.overtakes.length === 1 ? 'waits' : 'wait'} for it and{' '}
          {request.overtakes.length === 1 ? 'is' : 'are'} due before that date.
        </p>
      ) : null}
      {isPending ? null : <Answered request={request} />}
      {isPending && answer ? (
        <DecideForm
          request={request}
          isAgreed={answer === 'AGREE'}
          approval={approval}
          onClose={() => setAnswer(null)}
        />
      ) : null}
      {isPending && !answer ? <Buttons request={request} mayDecide={mayDecide} onAnswer={setAnswer} /> : null}
    </li>
  );
}

function Dates({ request }: { request: RequestRow }) {
  const today = useToday();
  const late = overdue({ ...request, today });
  const now = request.state === 'PENDING' ? request.dueDate : request.fromDate;
  const later = now ? daysBetween(now, request.toDate) : 0;
  const ledger =
    request.timesMoved > 0 && request.originalDueDate
      ? `, was ${formatDate(request.originalDueDate)}, moved ${timesWords(request.timesMoved)}`
      : '';
  return (
    <p>
      <strong>
        {now ? `${formatDate(now)} → ` : ''}
        {formatDate(request.toDate)}
      </strong>
      {later === 0 ? '' : ` (${countOf(Math.abs(later), 'day')} ${later > 0 ? 'later' : 'earlier'})`}
      {request.state === 'PENDING' ? ` · ${late.words || 'no longer open'}${ledger}` : ''}
    </p>
  );
}

function Answered({ request }: { request: RequestRow }) {
  const { state, decidedBy, decidedAt, decisionNote, agreedBy, agreedOn } = request;
  const day = decidedAt ? ` on ${dayInWords(decidedAt)}` : '';
  const board =
    agreedBy === 'BOARD' ? ` for the board of ${agreedOn ? formatDate(agreedOn) : 'no date'}` : '';
  return (
    <p>
      {DUE_DATE_REQUEST_STATE_LABELS[state]} by {decidedBy ?? 'somebody'}
      {board}
      {day}
      {decisionNote ? `: ${decisionNote}` : '.'}
    </p>
  );
}

type ButtonsProps = {
  request: RequestRow;
  mayDecide: boolean;
  onAnswer: (answer: 'AGREE' | 'REFUSE') => void;
};

function Buttons({ request, mayDecide, onAnswer }: ButtonsProps) {
  const { id: userId } = useUser();
  const { withdraw } = useDateWrites();
  const hidden = <span className="gt-visually-hidden"> the date of {request.reference}</span>;
  const takeBack = async () => {
    try {
      await withdraw.mutateAsync({ requestId: request.id, version: request.version });
      toast(`You no longer ask for another date for ${request.reference}.`);
    } catch (error) {
      toast(problemOf(error).message);
    }
  };
  return (
    <div className={`${classes.buttons} gt-screen-only`}>
      {mayDecide ? (
        <>
          <Button size="xs" onClick={() => onAnswer('AGREE')}>
            Agree{hidden}
          </Button>
          <Button size="xs" variant="default" onClick={() => onAnswer('REFUSE')}>
            Refuse{hidden}
          </Button>
        </>
      ) : null}
      {request.requestedBy.id === userId ? (
        <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => void takeBack()}>
          Withdraw{hidden}
        </Button>
      ) : null}
    </div>
  );
}
