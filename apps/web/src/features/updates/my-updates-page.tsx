import { countOf } from '@gt/domain/wording';
import { EmptyState, ProgressLine, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { Segments } from '../../components/segments.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { ReviewLines } from '../reminders/public.tsx';
import { MyUpdateRow } from './my-update-row.tsx';
import classes from './my-updates.module.css';
import { type ActionToUpdate, type MyUpdates, myUpdatesQuery, type Whose } from './queries.ts';
import { type Senders, SendersContext } from './update-senders.ts';

/** So many forms stand open at once; the rest opens at a press. */
const OPEN_AT_FIRST = 20;

/** All of a person's open actions in one column, each with its update: two minutes before the review. */
export function MyUpdatesPage() {
  const { whose: shown } = useSearch({ from: signedIn(paths.myUpdates) });
  const whose: Whose = shown === 'team' ? 'TEAM' : 'OWN';
  const found = useQuery(myUpdatesQuery(whose));
  const navigate = useNavigate();
  return (
    <Page title="Update your actions" lead={<ReviewLines />}>
      <div className={classes.column}>
        {found.data && found.data.team > 0 ? (
          <Segments
            label="Whose actions"
            value={whose}
            options={[
              { value: 'OWN', label: `Yours (${found.data.own})` },
              { value: 'TEAM', label: `The others of your team (${found.data.team})` },
            ]}
            onChange={(next) =>
              void navigate({
                to: paths.myUpdates,
                search: { whose: next === 'TEAM' ? 'team' : undefined },
                replace: true,
              })
            }
          />
        ) : null}
        {found.isPending ? <SkeletonRows rows={6} rowHeight={120} label="Loading your actions" /> : null}
        {found.isError ? <ProblemPanel error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data?.actions.length === 0 ? (
          <EmptyState
            sentence="No open action waits for your words. Actions that you own, or whose post you hold, appear here."
            buttonLabel="See my week"
            onButton={() => void navigate({ to: paths.myWeek })}
          />
        ) : null}
        {found.data && found.data.actions.length > 0 ? (
          <Rows key={whose} whose={whose} found={found.data} />
        ) : null}
      </div>
    </Page>
  );
}

/** The rows stay in the order in which the page was opened, whatever is posted meanwhile. */
function useOrder(actions: readonly ActionToUpdate[]): ActionToUpdate[] {
  const [first] = useState(() => new Map(actions.map(({ id }, place) => [id, place])));
  const placeOf = ({ id }: ActionToUpdate) => first.get(id) ?? Number.POSITIVE_INFINITY;
  return [...actions].sort((one, other) => placeOf(one) - placeOf(other) || 0);
}

function useSenders(): Senders {
  const [waiting, setWaiting] = useState<Senders['waiting']>(new Map());
  const tell = useCallback<Senders['tell']>((actionId, sender) => {
    setWaiting((known) => {
      const next = new Map(known);
      if (sender) next.set(actionId, sender);
      else next.delete(actionId);
      return next;
    });
  }, []);
  return { waiting, tell };
}

function Rows({ whose, found }: { whose: Whose; found: MyUpdates }) {
  const actions = useOrder(found.actions);
  const hash = useRouterState({ select: (state) => state.location.hash });
  const { waiting, tell } = useSenders();
  const [posted, setPosted] = useState<ReadonlySet<string>>(new Set());
  const total = whose === 'OWN' ? found.own : found.team;
  const done = actions.filter(({ id, isWanted }) => !isWanted || posted.has(id)).length;
  const onPosted = (id: string) => setPosted((known) => new Set(known).add(id));
  return (
    <>
      <SendersContext value={tell}>
        {actions.map((action, index) => (
          <MyUpdateRow
            key={action.id}
            action={action}
            isOpenAtFirst={action.isWanted && index < OPEN_AT_FIRST}
            isNamed={hash === action.id}
            onPosted={onPosted}
          />
        ))}
      </SendersContext>
      {total > actions.length ? (
        <p className={classes.facts}>
          {countOf(total - actions.length, 'action')} more will come here once these are updated.
        </p>
      ) : null}
      <div className={classes.bar}>
        <div className={classes.progress}>
          <ProgressLine
            label="Updated since the last review"
            share={done / Math.max(total, 1)}
            stage={`${done} of ${total} updated`}
          />
        </div>
        <PostAll waiting={waiting} />
      </div>
    </>
  );
}

/** Posts every form that has words, one after the other; each says for itself what became of it. */
function PostAll({ waiting }: { waiting: Senders['waiting'] }) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const postAll = async () => {
    setBusy(true);
    const refused: string[] = [];
    const all = [...waiting];
    for (const [actionId, send] of all) if (!(await send())) refused.push(actionId);
    setBusy(false);
    const went = all.length - refused.length;
    setSaid(refused.length === 0 ? `${went} posted.` : `${went} posted, ${refused.length} need you.`);
    const [first] = refused;
    // The first that was refused says why; its words are kept.
    if (first) document.getElementById(first)?.querySelector<HTMLElement>('[role="alert"]')?.focus();
  };
  return (
    <div className={classes.all}>
      <Button loading={isBusy} disabled={waiting.size === 0} onClick={() => void postAll()}>
        {waiting.size === 0 ? 'Nothing to post' : `Post all that I typed (${waiting.size})`}
      </Button>
      <span role="status" className={classes.facts}>
        {said}
      </span>
    </div>
  );
}
