import { SkeletonRows, ThreadMark, WatchWords } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { problemOf } from '../../lib/problem.ts';
import { KeptWords } from './kept-words.tsx';
import { LinkUpdates } from './link-updates.tsx';
import { linkQuery } from './queries.ts';
import classes from './update-by-link.module.css';
import { useLinkDrafts } from './use-link-drafts.ts';
import { WatchTyped } from './watch-typed.tsx';

/** What may be in a secret; anything else is an address that lost a part on its way. */
const SECRET = /^[\w-]{43}$/;
const INCOMPLETE =
  'Part of this link is missing. Copy the whole address from the mail, or ask whoever sent it to you.';

/** Behind a partner's link: their own actions, each with its update. Nobody is signed in here. */
export function UpdateLinkPage() {
  const secret = useLocation({ select: ({ hash }) => hash });
  return (
    <div className={classes.root}>
      <header className={classes.mark}>
        <ThreadMark />
        <span>Golden Thread</span>
      </header>
      <main id="main" className={classes.main}>
        <WatchWords value={WatchTyped}>
          {SECRET.test(secret) ? <OpenedLink key={secret} secret={secret} /> : <NoLink>{INCOMPLETE}</NoLink>}
        </WatchWords>
      </main>
    </div>
  );
}

function NoLink({ children }: { children: ReactNode }) {
  return (
    <Page title="This link does not work">
      <p role="alert" className={classes.sentence}>
        {children}
      </p>
    </Page>
  );
}

/** The link is not one, or has ended: trying again would not help. */
const ENDED = ['NOT_FOUND', 'RULE', 'INVALID'];

function OpenedLink({ secret }: { secret: string }) {
  const { data, error, refetch } = useQuery(linkQuery(secret));
  const kept = useLinkDrafts(secret);
  if (!kept || (!data && !error)) {
    return (
      <Page title="Your updates">
        <SkeletonRows rows={4} rowHeight={120} label="Loading your actions" />
      </Page>
    );
  }
  const ended = error && ENDED.includes(problemOf(error).code) ? problemOf(error).message : null;
  if (data) return <LinkUpdates secret={secret} view={data} ended={ended} kept={kept} />;
  if (ended === null) {
    return (
      <Page title="Your updates">
        <ProblemPanel error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return (
    <>
      <NoLink>{ended}</NoLink>
      <KeptWords kept={kept} shown={[]} />
    </>
  );
}
