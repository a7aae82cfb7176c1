import type { RoomView } from '@gt/contracts/words';
import { formatDate } from '@gt/contracts/words';
import { ThreadMark } from '@gt/ui';
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { FindBox } from '../../components/find-box.tsx';
import { londonDay } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { useTitle } from '../../lib/use-title.ts';
import { leaveRoom } from './queries.ts';
import classes from './room.module.css';
import { RoomContents } from './room-contents.tsx';
import { RoomFound } from './room-found.tsx';
import { RoomFront } from './room-front.tsx';
import { RoomRecommendationView } from './room-recommendation.tsx';

/** The room itself: its marking above and below, the way through the pack at the side, and what is being read. */
export function InRoom({ view, onLeft }: { view: RoomView; onLeft: () => void }) {
  const { show, find = '' } = useSearch({ from: paths.inspectorRoom });
  const navigate = useNavigate({ from: paths.inspectorRoom });
  const onFind = useCallback(
    (words: string) =>
      void navigate({ search: (before) => ({ ...before, find: words || undefined }), replace: true }),
    [navigate],
  );
  useTitle(view.name);
  const leave = async () => {
    await leaveRoom().catch(() => undefined);
    onLeft();
  };
  return (
    <div className={classes.root}>
      <Marking text={view.pack.marking} />
      <header className={classes.head}>
        <div className={classes.mark}>
          <ThreadMark />
          <span>Golden Thread</span>
        </div>
        <div className={classes.headWords}>
          <h1 className={classes.name}>{view.name}</h1>
          <p className={classes.meta}>
            {view.visitor}, {view.organisation} · open until the end of {lastDayOf(view.endsAt)}
          </p>
          <p className={classes.meta}>What you open and download here is recorded and shown to the trust.</p>
        </div>
        <Button className="gt-screen-only" variant="default" onClick={() => void leave()}>
          Leave the room
        </Button>
      </header>
      <div className={classes.columns}>
        <div className={classes.side}>
          <FindBox label="Find in the pack" value={find} onFind={onFind} />
          <RoomContents view={view} show={show} />
        </div>
        <main id="main" className={classes.main}>
          {find ? <RoomFound view={view} words={find} /> : null}
          {!find && show ? <RoomRecommendationView key={show} reference={show} view={view} /> : null}
          {find || show ? null : <RoomFront view={view} />}
        </main>
      </div>
      <Marking text={view.pack.marking} />
    </div>
  );
}

function Marking({ text }: { text: string }) {
  return text === '' ? null : <p className={classes.marking}>{text.toUpperCase()}</p>;
}

/** It ends at midnight, so its last day is the one before. */
function lastDayOf(endsAt: string): string {
  return formatDate(londonDay(new Date(new Date(endsAt).getTime() - 1).toISOString()));
}
