import { ROOM_STATE_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ProofNav } from '../../components/proof-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { MakeRoomDialog } from './make-room-dialog.tsx';
import { type RoomRow, type Rooms, roomsQuery } from './queries.ts';
import { entranceWords, standingWords } from './room-words.ts';
import classes from './rooms.module.css';

const LEAD =
  'An inspector reads one finished pack in a room of its own, for some days, and everything that is opened there is on record.';

/** The inspector rooms of a plan, and the making of one. */
export function RoomsPage() {
  const { planId } = useParams({ from: signedIn(paths.rooms) });
  const mayManage = holds(useUser().roles, 'room.manage');
  const { data, error, refetch } = useQuery({ ...roomsQuery(planId), enabled: mayManage });
  const [isMaking, setMaking] = useState(false);
  const mayMake = (data?.packs.length ?? 0) > 0;
  return (
    <Page
      title="Inspector rooms"
      lead={LEAD}
      actions={
        <>
          <ProofNav planId={planId} />
          {mayMake ? (
            <Button className="gt-screen-only" onClick={() => setMaking(true)}>
              Make a room
            </Button>
          ) : null}
        </>
      }
    >
      {mayManage ? null : <EmptyState sentence="Inspector rooms are run by the programme lead." />}
      {error && !data ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayManage && !data && !error ? (
        <SkeletonRows rows={3} rowHeight={96} label="Loading the rooms" />
      ) : null}
      {data ? <Body planId={planId} data={data} onMake={() => setMaking(true)} /> : null}
      {data && isMaking ? (
        <MakeRoomDialog planId={planId} rooms={data} onClose={() => setMaking(false)} />
      ) : null}
    </Page>
  );
}

function Body({ planId, data, onMake }: { planId: string; data: Rooms; onMake: () => void }) {
  if (data.rooms.length > 0) return <RoomList rooms={data.rooms} />;
  if (data.packs.length > 0) {
    return (
      <EmptyState
        sentence="No room has been made yet."
        detail="Choose a pack, the days, and who may enter. Each visitor gets a link and, by another way, a code."
        buttonLabel="Make a room"
        onButton={onMake}
      />
    );
  }
  return (
    <EmptyState
      sentence="A room shows one finished pack made for an inspector, and there is none yet."
      action={
        <Link to={paths.packs} params={{ planId }}>
          Build a pack
        </Link>
      }
    />
  );
}

function RoomList({ rooms }: { rooms: readonly RoomRow[] }) {
  return (
    <Panel title="Rooms" aside={`${rooms.length} in all`}>
      <ul className={classes.rooms}>
        {rooms.map((room) => (
          <li key={room.id} className={classes.room}>
            <div className={classes.roomHead}>
              <h3 className={classes.roomTitle}>
                <Link to={paths.room} params={{ planId: room.planId, roomId: room.id }}>
                  Room {room.number}: {room.name}
                </Link>
              </h3>
              <span className={classes.state} data-state={room.state}>
                {ROOM_STATE_LABELS[room.state]}
              </span>
            </div>
            <p className={classes.meta}>
              {room.organisation} · pack {room.pack.number} · {countOf(room.visitors, 'visitor')} ·{' '}
              {standingWords(room)}
            </p>
            <p className={classes.meta}>{entranceWords(room.entrances, room.lastEnteredAt)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
