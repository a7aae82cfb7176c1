import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { AnswerMany, type ManyResult } from './answer-many.tsx';
import classes from './pages.module.css';
import { type RequestList, requestsQuery } from './queries.ts';
import { RequestItem } from './request-item.tsx';

/** Dates that somebody asked for: for the programme lead to answer, one by one or together; for others, their own. */
export function DatesPage() {
  const { planId } = useParams({ from: signedIn(paths.planDates) });
  const { roles } = useUser();
  const [show, setShow] = useState<'OPEN' | 'ANSWERED'>('OPEN');
  const mayRead = holds(roles, 'action.requestDueDate');
  const { data, error, refetch } = useQuery({ ...requestsQuery(planId, show), enabled: mayRead });
  return (
    <Page title="Dates asked for" lead={leadOf(data)}>
      <SegmentedControl
        className="gt-screen-only"
        aria-label="Which requests are shown"
        value={show}
        onChange={(value) => setShow(value === 'ANSWERED' ? 'ANSWERED' : 'OPEN')}
        data={[
          { value: 'OPEN', label: 'Waiting' },
          { value: 'ANSWERED', label: 'Answered' },
        ]}
        mb="md"
      />
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayRead && !data && !error ? (
        <SkeletonRows rows={4} rowHeight={96} label="Loading the dates asked for" />
      ) : null}
      {!mayRead || data?.requests.length === 0 ? (
        <EmptyState
          sentence={show === 'OPEN' ? 'No date waits for an answer.' : 'No request has been answered yet.'}
          detail="Whoever works on an action asks for another due date on the action itself, and says why."
        />
      ) : null}
      {data && data.requests.length > 0 ? <Requests key={show} list={data} /> : null}
    </Page>
  );
}

function leadOf(data: RequestList | undefined): string {
  if (!data) return 'Whoever may not set a due date asks for it, with a reason.';
  if (!data.mayDecide) return 'What you asked for, and what became of it.';
  const who =
    data.approval === 'BOARD'
      ? 'The board agrees to a move of a due date; you record on what day it did.'
      : 'You agree or refuse; whoever asked is told.';
  return `${who} The original date stays on record.`;
}

function Requests({ list }: { list: RequestList }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [results, setResults] = useState<readonly ManyResult[]>([]);
  const answerable = list.mayDecide ? list.requests.filter(({ state }) => state === 'PENDING') : [];
  const picked = answerable.filter(({ id }) => chosen.includes(id));
  const toggle = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((item) => item !== id));
  return (
    <>
      {answerable.length > 1 ? (
        <AnswerMany
          approval={list.approval}
          picked={picked}
          all={answerable}
          onAll={(isOn) => setChosen(isOn ? answerable.map(({ id }) => id) : [])}
          results={results}
          onDone={(found) => {
            setResults(found);
            setChosen([]);
          }}
        />
      ) : null}
      <ul className={classes.cards} aria-label="Dates asked for">
        {list.requests.map((request) => (
          <RequestItem
            key={request.id}
            request={request}
            approval={list.approval}
            mayDecide={list.mayDecide}
            choice={
              answerable.length > 1
                ? { isChosen: chosen.includes(request.id), onChoose: (isOn) => toggle(request.id, isOn) }
                : null
            }
          />
        ))}
      </ul>
      {list.total > list.requests.length ? (
        <p className={classes.quiet}>
          {countOf(list.total - list.requests.length, 'more request')} come after these.
        </p>
      ) : null}
    </>
  );
}
