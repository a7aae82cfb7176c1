import { holds } from '@gt/domain/authz';
import { ConfirmDialog, EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ProofNav } from '../../components/proof-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { ChangePackButton } from './change-pack.tsx';
import { closeRoomMutation, type Room, refreshRooms, roomQuery } from './queries.ts';
import { QuestionsPanel } from './questions-panel.tsx';
import { RoomLogPanel } from './room-log-panel.tsx';
import { entranceWords, momentWords, packChoiceWords, standingWords } from './room-words.ts';
import classes from './rooms.module.css';
import { VisitorsPanel } from './visitors-panel.tsx';

/** One room as the programme lead sees it: what stands in it, who may enter, what was asked, and the access log. */
export function RoomAdminPage() {
  const { planId, roomId } = useParams({ from: signedIn(paths.room) });
  const mayManage = holds(useUser().roles, 'room.manage');
  const { data, error, refetch } = useQuery({ ...roomQuery(roomId), enabled: mayManage });
  const isOver = data?.state === 'CLOSED' || data?.state === 'ENDED';
  return (
    <Page
      title={data ? `Room ${data.number}: ${data.name}` : 'Inspector room'}
      lead={
        <Link className="gt-screen-only" to={paths.rooms} params={{ planId }}>
          All rooms
        </Link>
      }
      actions={
        <>
          <ProofNav planId={planId} />
          {data && !isOver ? <CloseButton room={data} /> : null}
        </>
      }
    >
      {mayManage ? null : <EmptyState sentence="Inspector rooms are run by the programme lead." />}
      {error && !data ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayManage && !data && !error ? (
        <SkeletonRows rows={6} rowHeight={64} label="Loading the room" />
      ) : null}
      {data ? (
        <div className={classes.stack}>
          <FactsPanel room={data} isOver={isOver} />
          <VisitorsPanel room={data} isOver={isOver} />
          <QuestionsPanel room={data} />
          <RoomLogPanel room={data} />
        </div>
      ) : null}
    </Page>
  );
}

function FactsPanel({ room, isOver }: { room: Room; isOver: boolean }) {
  const facts: [string, string][] = [
    ['State', standingWords(room)],
    ['For', room.organisation],
    ['Use', entranceWords(room.entrances, room.lastEnteredAt)],
    ['Made', `${momentWords(room.createdAt)} by ${room.madeBy}`],
  ];
  return (
    <Panel title="What it is">
      {room.packProblem ? (
        <p className={classes.bad}>
          <span aria-hidden="true">▲ </span>
          Nothing is shown in this room: {room.packProblem}
        </p>
      ) : null}
      {room.pack.isPartial && !room.packProblem ? (
        <p className={classes.warning}>
          <span aria-hidden="true">◆ </span>
          The pack is partial: a file that belongs in it could not be given. The room says so.
        </p>
      ) : null}
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className={classes.fact}>
          <dt>Shows</dt>
          <dd>
            <Link to={paths.pack} params={{ planId: room.planId, packId: room.pack.id }}>
              {packChoiceWords(room.pack)}
            </Link>
          </dd>
        </div>
      </dl>
      {isOver ? null : <ChangePackButton room={room} />}
    </Panel>
  );
}

function CloseButton({ room: { id: roomId, number, version } }: { room: Room }) {
  const [opened, setOpened] = useState(false);
  const close = useMutation({ ...closeRoomMutation(), onSettled: refreshRooms });
  return (
    <>
      <Button className="gt-screen-only" variant="default" onClick={() => setOpened(true)}>
        Close the room …
      </Button>
      <ConfirmDialog
        opened={opened}
        title={`Close room ${number}?`}
        confirmLabel="Close it now"
        danger
        busy={close.isPending}
        refusal={close.error ? problemOf(close.error).message : undefined}
        onClose={() => setOpened(false)}
        onConfirm={() => close.mutate({ roomId, version }, { onSuccess: () => setOpened(false) })}
      >
        <p>Whoever is in sees nothing more from this moment on, and nobody enters again. The log stays.</p>
      </ConfirmDialog>
    </>
  );
}
