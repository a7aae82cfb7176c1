import { listWords } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import type { Room } from './queries.ts';
import { momentWords } from './room-words.ts';
import classes from './rooms.module.css';

type Question = Room['questions'][number];

/** What visitors asked, and of what was chosen to answer it what the room shows. */
export function QuestionsPanel({ room }: { room: Room }) {
  const { planId, questions, pack } = room;
  return (
    <Panel title="What was asked" aside={questions.length > 0 ? `${questions.length} in all` : undefined}>
      <p className={classes.plain}>
        Each question is a{' '}
        <Link to={paths.enquiries} params={{ planId }}>
          line of enquiry
        </Link>
        . What you choose there as its best evidence is shown to the visitor, as far as it is in the pack of
        the room. Your note to it is not.
      </p>
      {questions.length === 0 ? <p className={classes.meta}>Nobody has asked anything yet.</p> : null}
      <ul className={classes.rooms}>
        {questions.map((question) => (
          <Asked key={question.id} question={question} pack={pack.number} />
        ))}
      </ul>
    </Panel>
  );
}

function Asked({ question, pack }: { question: Question; pack: number }) {
  const { reference, askedBy, askedAt, shown, notInPack, isRemoved } = question;
  const named = (items: Question['shown']) =>
    listWords(items.map((item) => `${item.reference} ${item.title}`));
  return (
    <li className={classes.room}>
      <h3 className={classes.roomTitle}>
        {reference} {question.question}
      </h3>
      <p className={classes.meta}>
        {askedBy}, {momentWords(askedAt)}
      </p>
      {isRemoved ? (
        <p className={classes.plain}>Taken out of the lines of enquiry. The room says so.</p>
      ) : null}
      {!isRemoved && shown.length === 0 && notInPack.length === 0 ? (
        <p className={classes.plain}>Waits for an answer.</p>
      ) : null}
      {shown.length > 0 ? <p className={classes.plain}>Shown in the room: {named(shown)}.</p> : null}
      {notInPack.length > 0 ? (
        <p className={classes.warning}>
          <span aria-hidden="true">◆ </span>
          Not in pack {pack}, so not shown: {named(notInPack)}. Build a new pack and put it in.
        </p>
      ) : null}
    </li>
  );
}
