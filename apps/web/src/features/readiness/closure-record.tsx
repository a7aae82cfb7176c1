import { formatDate, SUSTAIN_STATE_LABELS } from '@gt/contracts/words';
import { CLOSING_QUESTIONS } from '@gt/domain/recommendation';
import { listWords } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { RedactedNote } from '../../components/redacted-note.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { CheckForm } from './check-form.tsx';
import { CorrectCheckButton } from './correct-check-button.tsx';
import type { Closing, Closure, SustainCheck } from './queries.ts';
import classes from './readiness.module.css';

type ClosureRecordProps = { closure: Closure; closing: Closing; mayCheck: boolean };

/** One closing: the four answers, what they stood on, and whether it lasts. */
export function ClosureRecord({ closure, closing, mayCheck }: ClosureRecordProps) {
  const { answers, evidence, closedBy, closedAt, reopenedAt, reopenedBy, reopenedReason, checks } = closure;
  return (
    <article className={classes.closure} aria-label={`Closed on ${dayInWords(closedAt)}`}>
      {closure.redactedAt ? <RedactedNote redactedAt={closure.redactedAt} /> : null}
      <dl className={classes.four}>
        {CLOSING_QUESTIONS.map(({ key, question }) => (
          <div key={key}>
            <dt>{question}</dt>
            <dd>{answers[key]}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.quiet}>
        Closed on {dayInWords(closedAt)} by {closedBy.name}, standing on{' '}
        {listWords(evidence.references) || 'no evidence'}.
      </p>
      {reopenedAt ? (
        <p className={classes.notice}>
          Opened again on {dayInWords(reopenedAt)} by {reopenedBy?.name ?? ''}: {reopenedReason}
        </p>
      ) : null}
      <ul className={classes.checks}>
        {checks.map((check) => (
          <Check
            key={check.id}
            check={check}
            closing={closing}
            mayMake={mayCheck && check.state === 'WAITING' && reopenedAt === null}
            mayCorrect={mayCheck && check.state !== 'WAITING'}
          />
        ))}
      </ul>
    </article>
  );
}

type CheckProps = { check: SustainCheck; closing: Closing; mayMake: boolean; mayCorrect: boolean };

function Check({ check, closing, mayMake, mayCorrect }: CheckProps) {
  const [isOpen, setOpen] = useState(false);
  const { months, dueDate, dueWords, overdue, state, note, evidence, checkedBy, checkedAt } = check;
  return (
    <li className={classes.check}>
      <p>
        <strong>After {months} months</strong> ({formatDate(dueDate)}):{' '}
        {SUSTAIN_STATE_LABELS[state].toLowerCase()}
        {dueWords ? (
          <span className={overdue ? classes.late : classes.muted}>, {dueWords.toLowerCase()}</span>
        ) : null}
      </p>
      {checkedAt ? (
        <p className={classes.quiet}>
          {note} ({checkedBy?.name ?? ''}, {dayInWords(checkedAt)}
          {evidence.length > 0 ? `; ${listWords(evidence.map(({ reference }) => reference))}` : ''})
        </p>
      ) : null}
      {mayMake && !isOpen ? (
        <Button variant="default" size="compact-sm" className="gt-screen-only" onClick={() => setOpen(true)}>
          Check whether it lasts …<span className="gt-visually-hidden"> after {months} months</span>
        </Button>
      ) : null}
      {mayMake && isOpen ? <CheckForm check={check} closing={closing} onDone={() => setOpen(false)} /> : null}
      {mayCorrect ? <CorrectCheckButton check={check} /> : null}
    </li>
  );
}
