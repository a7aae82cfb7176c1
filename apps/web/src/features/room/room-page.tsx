import type { Problem } from '@gt/contracts/words';
import { SkeletonRows, ThreadMark } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { Entrance } from './entrance.tsx';
import { InRoom } from './in-room.tsx';
import { roomQuery, standingQuery, useForgetRoom } from './queries.ts';
import classes from './room.module.css';

/** What may be in a secret; anything else is an address that lost a part on its way. */
const SECRET = /^[\w-]{43}$/;
/** A place of the pack to go to, once inside: "E12", "R3.A2". */
const PLACE = /^[A-Z]\d{1,6}(\.[A-Z]\d{1,6})?$/;

/** The inspector room. Nobody is signed in here: link and code let a visitor in, and to nothing else. */
export function RoomPage() {
  const secret = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  // The secret leaves the address bar once it has done its work.
  const onEntered = () => void navigate({ to: paths.inspectorRoom, replace: true });
  if (SECRET.test(secret)) {
    return (
      <Frame>
        <Entrance secret={secret} onEntered={onEntered} />
      </Frame>
    );
  }
  return <Inside isBroken={secret !== '' && !PLACE.test(secret)} />;
}

/** The session is over, or the room is: what was shown goes, and trying again would not help. */
const SHUT = ['NOT_SIGNED_IN', 'RULE'];

function Inside({ isBroken }: { isBroken: boolean }) {
  const [end, setEnd] = useState<Problem | 'LEFT' | null>(null);
  const goesOn = !isBroken && end === null;
  const { data, error, refetch } = useQuery({ ...roomQuery, enabled: goesOn });
  const standing = useQuery({ ...standingQuery, enabled: goesOn && data !== undefined });
  const refusal = refusalIn(standing.error) ?? refusalIn(error);
  if (refusal && end === null) setEnd(refusal);
  const forget = useForgetRoom();
  useEffect(() => {
    if (end !== null) forget();
  }, [end, forget]);
  const isNewer = standing.data && data && standing.data.packNumber !== data.pack.number;
  useEffect(() => {
    if (isNewer) void refetch();
  }, [isNewer, refetch]);
  if (end === 'LEFT') {
    return (
      <Alone title="You have left the room">
        To come back, open the link that you were given and enter your code.
      </Alone>
    );
  }
  if (isBroken) {
    return (
      <Alone title="This link does not work">
        Part of it is missing. Copy the whole address, or ask whoever gave it to you.
      </Alone>
    );
  }
  if (end?.code === 'NOT_SIGNED_IN') {
    return (
      <Alone title="Inspector room">
        To enter, open the link that you were given and enter your code. If you were in, your visit has ended
        by itself: open the link once more.
      </Alone>
    );
  }
  if (end) return <Alone title="This room is not open">{end.message}</Alone>;
  if (!data) {
    return (
      <Frame>
        <Page title="Inspector room">
          {error ? (
            <ProblemPanel error={error} onRetry={() => void refetch()} />
          ) : (
            <SkeletonRows rows={6} rowHeight={72} label="Loading the room" />
          )}
        </Page>
      </Frame>
    );
  }
  return <InRoom view={data} onLeft={() => setEnd('LEFT')} />;
}

function refusalIn(error: unknown): Problem | null {
  if (!error) return null;
  const problem = problemOf(error);
  return SHUT.includes(problem.code) ? problem : null;
}

function Alone({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Frame>
      <Page title={title}>
        <p role="alert" className={classes.sentence}>
          {children}
        </p>
      </Page>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className={classes.root}>
      <header className={classes.mark}>
        <ThreadMark />
        <span>Golden Thread</span>
      </header>
      <main id="main" className={classes.narrow}>
        {children}
      </main>
    </div>
  );
}
