import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { ErrorSummary, Panel, RagBadge } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { type Answerable, AnswerDialogs, type Asking } from './answer-dialogs.tsx';
import { type WaitingAction, waitingQuery } from './queries.ts';
import { useAnswers } from './use-answers.ts';
import classes from './waiting-panel.module.css';

const answerable = ({ id, version, reference, acceptanceNote }: WaitingAction): Answerable => ({
  actionId: id,
  version,
  reference,
  note: acceptanceNote,
});

/** What was given to my teams and waits for our answer, and what teams asked back of me. Nothing when nothing waits. */
export function WaitingPanel() {
  const { roles } = useUser();
  const { data } = useQuery({ ...waitingQuery(), enabled: holds(roles, 'action.accept') });
  const answers = useAnswers();
  const [asking, setAsking] = useState<Asking | null>(null);
  if (!data || (data.forUs.length === 0 && data.askedBack.length === 0 && answers.refused.length === 0))
    return null;
  const { forUs, askedBack } = data;
  const all = forUs.map(answerable);
  return (
    <>
      <ErrorSummary errors={answers.refused} />
      {forUs.length > 0 ? (
        <Panel
          title="Waiting for our answer"
          aside={
            forUs.length > 1 ? (
              <span className={`${classes.all} gt-screen-only`}>
                <Button size="xs" loading={answers.busy} onClick={() => void answers.accept(all)}>
                  Accept all {forUs.length}
                </Button>
                <Button size="xs" variant="default" onClick={() => setAsking({ kind: 'ASK_BACK', of: all })}>
                  Ask back about all
                </Button>
              </span>
            ) : (
              '1 action'
            )
          }
        >
          <ul className={classes.list}>
            {forUs.map((action) => (
              <WaitingItem key={action.id} action={action} words={offeredWords(action)}>
                <Button
                  size="xs"
                  aria-label={`Accept ${action.reference}`}
                  loading={answers.busy}
                  onClick={() => void answers.accept([answerable(action)])}
                >
                  Accept
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Ask back about ${action.reference}`}
                  onClick={() => setAsking({ kind: 'ASK_BACK', of: [answerable(action)] })}
                >
                  Ask back
                </Button>
              </WaitingItem>
            ))}
          </ul>
        </Panel>
      ) : null}
      {askedBack.length > 0 ? (
        <Panel title="Asked back by teams" aside={countOf(askedBack.length, 'action')}>
          <ul className={classes.list}>
            {askedBack.map((action) => (
              <WaitingItem key={action.id} action={action} words={askedWords(action)}>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Answer about ${action.reference}`}
                  onClick={() => setAsking({ kind: 'OFFER_AGAIN', of: answerable(action) })}
                >
                  Answer
                </Button>
              </WaitingItem>
            ))}
          </ul>
        </Panel>
      ) : null}
      {asking ? <AnswerDialogs asking={asking} answers={answers} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function WaitingItem(props: { action: WaitingAction; words: string; children: React.ReactNode }) {
  const { action, words, children } = props;
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <Link to={paths.action} params={{ planId: action.planId, actionId: action.id }}>
          {action.reference} {action.title}
        </Link>{' '}
        <RagBadge rag={action.declaredRag} compact />
        <p className={classes.words}>
          {action.planName}. {action.team ? `${action.team.name}. ` : ''}
          {action.dueDate ? `Due ${formatDate(action.dueDate)}. ` : 'No due date. '}
          {words}
        </p>
        {action.acceptanceNote ? <p className={classes.note}>“{action.acceptanceNote}”</p> : null}
      </div>
      <div className={`${classes.buttons} gt-screen-only`}>{children}</div>
    </li>
  );
}

function offeredWords({ acceptanceBy, acceptanceAt }: WaitingAction): string {
  if (!acceptanceAt) return '';
  return `Given by ${acceptanceBy || 'somebody'}, ${dayInWords(acceptanceAt)}.`;
}

function askedWords({ acceptanceBy, acceptanceAt }: WaitingAction): string {
  return `${acceptanceBy || 'The team'} asked${acceptanceAt ? `, ${dayInWords(acceptanceAt)}` : ''}:`;
}
