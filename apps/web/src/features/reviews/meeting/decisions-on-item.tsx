import { DECISION_STATE_LABELS, formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { RedactedNote } from '../../../components/redacted-note.tsx';
import type { AgendaItem, Decision } from '../queries.ts';
import classes from './item-view.module.css';
import { useMeeting } from './meeting-context.ts';
import { useSenderState } from './use-queue-sender.ts';

type DecisionsProps = {
  item: AgendaItem;
  /** Decisions of earlier reviews on this action that are still open. */
  carried: readonly Decision[];
};

/** What was decided on the open action: in earlier reviews and not done yet, and in this one. */
export function DecisionsOnItem({ item, carried }: DecisionsProps) {
  const { review, sender, mayWrite, pull } = useMeeting();
  const { queue } = useSenderState(sender);
  const made = review.decisionsMade.filter(
    ({ actionId, state }) => actionId !== null && actionId === item.actionId && state !== 'DROPPED',
  );
  const onTheWay = queue.flatMap((entry) =>
    entry.kind === 'decision' && entry.input.actionId === item.actionId && item.actionId !== null
      ? [entry]
      : [],
  );
  const earlier = carried.filter(({ id, reviewId }) => reviewId !== review.id && id !== item.decisionId);
  const settling = new Set(queue.flatMap((entry) => (entry.kind === 'settle' ? [entry.decisionId] : [])));
  if (made.length + onTheWay.length + earlier.length === 0) return null;
  const settle = (decision: Decision, state: 'DONE' | 'DROPPED') => {
    sender.put({
      kind: 'settle',
      id: crypto.randomUUID(),
      decisionId: decision.id,
      base: decision.version,
      state,
      note: '',
    });
    pull();
  };
  const line = (decision: Decision) => (
    <li key={decision.id}>
      {decision.redactedAt ? <RedactedNote redactedAt={decision.redactedAt} /> : decision.text}{' '}
      <span className={classes.quiet}>
        {decision.reference}
        {decision.ownerPost ? ` · ${decision.ownerPost.title}` : ''}
        {decision.dueDate ? ` · by ${formatDate(decision.dueDate)}` : ''}
        {decision.state === 'OPEN' ? '' : ` · ${DECISION_STATE_LABELS[decision.state].toLowerCase()}`}
        {settling.has(decision.id) ? ' · being saved' : ''}
      </span>
      {mayWrite && decision.state === 'OPEN' && !settling.has(decision.id) ? (
        <Button
          size="compact-xs"
          variant="subtle"
          ml={8}
          onClick={() => settle(decision, decision.reviewId === review.id ? 'DROPPED' : 'DONE')}
        >
          {decision.reviewId === review.id ? 'Take it back' : 'Done'}
          <span className="gt-visually-hidden">: {decision.reference}</span>
        </Button>
      ) : null}
    </li>
  );
  return (
    <>
      {earlier.length > 0 ? (
        <section>
          <h3 className={classes.title}>Decided earlier, still open</h3>
          <ul className={classes.list}>{earlier.map(line)}</ul>
        </section>
      ) : null}
      {made.length + onTheWay.length > 0 ? (
        <section>
          <h3 className={classes.title}>Decided in this review</h3>
          <ul className={classes.list}>
            {made.map(line)}
            {onTheWay.map(({ id, input }) => (
              <li key={id}>
                {input.text} <span className={classes.quiet}>being saved</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
