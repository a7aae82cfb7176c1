import type { Acceptance } from '@gt/contracts/words';
import { ErrorSummary } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import classes from './acceptance-box.module.css';
import { type Answerable, AnswerDialogs, type Asking } from './answer-dialogs.tsx';
import { useAnswers } from './use-answers.ts';

type AcceptanceBoxProps = {
  action: {
    id: string;
    version: number;
    reference: string;
    team: { name: string } | null;
    acceptance: Acceptance;
    acceptanceNote: string;
  };
  mayAccept: boolean;
  mayAssign: boolean;
};

/** Whether the team has taken the action on, and the way to answer; nothing once it has. */
export function AcceptanceBox({ action, mayAccept, mayAssign }: AcceptanceBoxProps) {
  const { acceptance, acceptanceNote, team } = action;
  const answers = useAnswers();
  const [asking, setAsking] = useState<Asking | null>(null);
  if (!team || (acceptance !== 'OFFERED' && acceptance !== 'QUERIED')) return null;
  const one: Answerable = {
    actionId: action.id,
    version: action.version,
    reference: action.reference,
    note: acceptanceNote,
  };
  const isAsked = acceptance === 'QUERIED';
  return (
    <section className={classes.box} aria-label="Taken on by the team">
      <ErrorSummary errors={answers.refused} />
      <p className={classes.say}>
        {isAsked ? `${team.name} asks back before taking it on:` : `Waiting for ${team.name} to take it on.`}
      </p>
      {acceptanceNote ? (
        <p className={classes.words}>
          {isAsked ? '' : 'Answered: '}“{acceptanceNote}”
        </p>
      ) : null}
      <div className={`${classes.buttons} gt-screen-only`}>
        {mayAccept ? (
          <Button size="xs" loading={answers.busy} onClick={() => void answers.accept([one])}>
            Accept for the team
          </Button>
        ) : null}
        {mayAccept && !isAsked ? (
          <Button size="xs" variant="default" onClick={() => setAsking({ kind: 'ASK_BACK', of: [one] })}>
            Ask back
          </Button>
        ) : null}
        {mayAssign && isAsked ? (
          <Button size="xs" variant="default" onClick={() => setAsking({ kind: 'OFFER_AGAIN', of: one })}>
            Answer and offer again
          </Button>
        ) : null}
      </div>
      {asking ? <AnswerDialogs asking={asking} answers={answers} onClose={() => setAsking(null)} /> : null}
    </section>
  );
}
