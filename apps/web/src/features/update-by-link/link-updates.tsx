import { dayWords } from '@gt/domain/review';
import { countOf } from '@gt/domain/wording';
import { EmptyState } from '@gt/ui';
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { KeptWords } from './kept-words.tsx';
import { LinkActionCard } from './link-action-card.tsx';
import type { LinkView } from './queries.ts';
import classes from './update-by-link.module.css';
import type { LinkDrafts } from './use-link-drafts.ts';

type LinkUpdatesProps = { secret: string; view: LinkView; ended: string | null; kept: LinkDrafts };

/** All actions of the agency on one page, each sent on its own, or all that are filled in at once. */
export function LinkUpdates({ secret, view, ended, kept }: LinkUpdatesProps) {
  const [writtenBy, setWrittenBy] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const senders = useRef(new Map<string, () => Promise<boolean>>());
  const [isBusy, setBusy] = useState(false);
  const { actions } = view;
  const typed = actions.filter(({ id }) => kept.drafts[id] !== undefined);
  const sent = actions.filter(({ last }) => last?.isCorrectable).length;
  /** The post of whoever writes; asked for where it is missing. */
  const whoWrites = () => {
    const post = writtenBy.trim();
    setMissing(post === '');
    if (post === '') field.current?.focus();
    return post === '' ? null : post;
  };
  const sendAll = async () => {
    if (whoWrites() === null) return;
    setBusy(true);
    // One after the other: the first that cannot be sent has the focus, and the rest keep their words.
    for (const { id } of typed) if ((await senders.current.get(id)?.()) === false) break;
    setBusy(false);
  };
  return (
    <Page title={`Updates from ${view.team}`} lead={<Lead view={view} />}>
      {ended ? (
        <p role="alert" className={classes.ended}>
          {ended} The words below are still here: copy what you need.
        </p>
      ) : null}
      <Explain view={view} />
      {actions.length === 0 ? (
        <EmptyState sentence={`No action of ${view.team} is open. Nothing is wanted from you now.`} />
      ) : (
        <>
          <Who
            field={field}
            name={view.name}
            value={writtenBy}
            error={missing ? 'Enter your post' : undefined}
            onChange={(post) => {
              setWrittenBy(post);
              setMissing(false);
            }}
          />
          <p role="status" className={classes.count}>
            {sent === actions.length
              ? 'All sent. Thank you: nothing more is wanted from you.'
              : `${sent} of ${countOf(actions.length, 'action')} sent`}
          </p>
          {actions.map((action) => (
            <LinkActionCard
              key={action.id}
              secret={secret}
              action={action}
              today={view.today}
              draft={kept.drafts[action.id]}
              onDraft={(draft) => kept.set(action.id, draft)}
              whoWrites={whoWrites}
              senders={senders.current}
              hasEnded={ended !== null}
            />
          ))}
          {typed.length > 1 ? (
            <div className={classes.all}>
              <Button size="md" loading={isBusy} onClick={() => void sendAll()}>
                Send all {typed.length} that are filled in
              </Button>
            </div>
          ) : null}
        </>
      )}
      <KeptWords kept={kept} shown={actions.map(({ id }) => id)} />
    </Page>
  );
}

function Lead({ view }: { view: LinkView }) {
  const { updatesDue, trust } = view;
  return updatesDue
    ? `${trust} wants them by ${dayWords(updatesDue.date)}, ${updatesDue.time}`
    : `For ${trust}`;
}

function Explain({ view }: { view: LinkView }) {
  return (
    <p className={classes.explain}>
      {`Only actions of ${view.team} are shown. The page works until the end of ${lastDay(view.worksUntil)}; opening it uses nothing up. What you type is kept in this browser until you send it. Do not name a child.`}
    </p>
  );
}

/** A link ends at midnight, at the beginning of the next day. */
function lastDay(worksUntil: string): string {
  return dayInWords(new Date(new Date(worksUntil).getTime() - 1).toISOString());
}

type WhoProps = {
  field: React.Ref<HTMLInputElement>;
  name: string;
  value: string;
  error?: string;
  onChange: (post: string) => void;
};

/** Who writes: a link may have been passed on, and each update says whose word it is. */
function Who({ field, name, value, error, onChange }: WhoProps): ReactNode {
  return (
    <div className={classes.who}>
      <TextInput
        ref={field}
        id="written-by"
        label="Your post"
        description={`The link was sent to: ${name}. If it was passed on to you, enter your own post. It is kept with each update.`}
        maxLength={120}
        autoComplete="organization-title"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
      {value === '' && name !== '' ? (
        <Button variant="default" size="xs" onClick={() => onChange(name)}>
          I am the {name}
        </Button>
      ) : null}
    </div>
  );
}
