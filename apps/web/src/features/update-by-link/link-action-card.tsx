import { formatDate, type IsoDate, RAG_LABELS } from '@gt/contracts/words';
import { overdue } from '@gt/domain/action';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { dayInWords, londonDay, timeInWords } from '../../lib/instants.ts';
import type { LinkDraft } from './link-drafts.ts';
import { LinkForm } from './link-form.tsx';
import type { LinkAction, SentUpdate } from './queries.ts';
import classes from './update-by-link.module.css';

type LinkActionCardProps = {
  secret: string;
  action: LinkAction;
  today: IsoDate;
  draft: LinkDraft | undefined;
  onDraft: (draft: LinkDraft | null) => void;
  /** The post of whoever writes, or null once it was asked for. */
  whoWrites: () => string | null;
  senders: Map<string, () => Promise<boolean>>;
  hasEnded: boolean;
};

/** One action: what is asked, by when, what the agency said last, and its update or that it was sent. */
export function LinkActionCard({
  secret,
  action,
  today,
  draft,
  onDraft,
  whoWrites,
  senders,
  hasEnded,
}: LinkActionCardProps) {
  const { reference, last } = action;
  const [isCorrecting, setCorrecting] = useState(false);
  const [justSent, setJustSent] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const isSent = last?.isCorrectable === true && !isCorrecting && draft === undefined;
  useEffect(() => {
    if (justSent && isSent) said.current?.focus();
  }, [justSent, isSent]);
  return (
    <section className={classes.card} aria-labelledby={`title-${action.id}`}>
      <h2 id={`title-${action.id}`} className={classes.title}>
        {reference} {action.title}
      </h2>
      <Asked action={action} today={today} />
      {isSent ? (
        <div className={classes.sent}>
          <p ref={said} tabIndex={-1} className={classes.sentAt}>
            {sentWords(last, today)}
          </p>
          <Words update={last} />
          <Button
            variant="default"
            size="xs"
            aria-label={`Correct it: ${reference}`}
            onClick={() => setCorrecting(true)}
          >
            Correct it
          </Button>
        </div>
      ) : (
        <>
          {last && !last.isCorrectable ? (
            <details className={classes.earlier}>
              <summary>What you sent on {dayInWords(last.at)}</summary>
              <Words update={last} />
            </details>
          ) : null}
          <LinkForm
            secret={secret}
            action={action}
            draft={draft}
            onDraft={onDraft}
            whoWrites={whoWrites}
            senders={senders}
            hasEnded={hasEnded}
            onSent={() => {
              setCorrecting(false);
              setJustSent(true);
            }}
            onBack={() => setCorrecting(false)}
          />
        </>
      )}
    </section>
  );
}

function Asked({ action, today }: { action: LinkAction; today: IsoDate }) {
  const { detail, successMeasure, dueDate, rag } = action;
  const late = overdue({ dueDate, originalDueDate: dueDate, status: 'IN_PROGRESS', today });
  const due = dueDate ? `Due ${formatDate(dueDate)}` : 'No due date';
  return (
    <>
      <p className={classes.facts}>
        <span className={late.isOverdue ? classes.late : undefined}>
          {late.isOverdue ? `${due}, ${late.words}` : due}
        </span>
        {` · Now ${rag === 'NONE' ? 'not rated' : RAG_LABELS[rag].toLowerCase()}, ${action.percentComplete}% complete`}
      </p>
      {detail ? <p className={classes.text}>{detail}</p> : null}
      {successMeasure ? <p className={classes.text}>How we will know: {successMeasure}</p> : null}
    </>
  );
}

/** "Sent at 10:42 by Duty Sergeant", with the day when it was another one. */
function sentWords({ at, writtenBy }: SentUpdate, today: IsoDate): string {
  const when =
    londonDay(at) === today ? `at ${timeInWords(at)}` : `on ${dayInWords(at)} at ${timeInWords(at)}`;
  return `Sent ${when}${writtenBy ? ` by ${writtenBy}` : ''}`;
}

function Words({ update }: { update: SentUpdate }) {
  const { whatHappened, difference, inTheWay, next, rag, ragReason, percentComplete, nothingChanged } =
    update;
  const lines: [string, string][] = [
    [nothingChanged ? 'Nothing changed, because' : 'What happened', whatHappened],
    ['What difference for children', difference],
    ['What is in the way', inTheWay],
    ['What is next', next],
    ['Rating', nothingChanged ? '' : `${RAG_LABELS[rag]}${ragReason ? `: ${ragReason}` : ''}`],
    ['Complete', nothingChanged ? '' : `${percentComplete}%`],
  ];
  return (
    <dl className={classes.words}>
      {lines
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={classes.text}>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
