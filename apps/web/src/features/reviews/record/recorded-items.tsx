import { formatDate, REVIEW_ITEM_STATE_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Panel, RagBadge } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RedactedNote } from '../../../components/redacted-note.tsx';
import { paths } from '../../../lib/paths.ts';
import { agendaLines } from '../meeting/agenda.ts';
import type { AgendaItem, Review } from '../queries.ts';
import classes from '../reviews.module.css';

const STEP = 80;

/** What was talked about, in its order: the colour before and after, and what was said. */
export function RecordedItems({ review }: { review: Review }) {
  const [shown, setShown] = useState(STEP);
  const lines = agendaLines(review.agenda, (item) => item);
  return (
    <Panel title="What was talked about">
      {lines.length === 0 ? <p className={classes.quiet}>Nothing was on the agenda.</p> : null}
      <ol className={classes.preview}>
        {lines.slice(0, shown).map((line) =>
          line.kind === 'section' ? (
            <li key={line.key} className={classes.previewHead}>
              <h3>
                {line.label}{' '}
                <span>
                  ({line.done} of {line.total})
                </span>
              </h3>
            </li>
          ) : (
            <li key={line.key} className={classes.recorded}>
              <RecordedItem item={line.item} planId={review.planId} />
            </li>
          ),
        )}
      </ol>
      {lines.length > shown ? (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + 10 * STEP)}>
          Show {countOf(Math.min(10 * STEP, lines.length - shown), 'more line')}
        </Button>
      ) : null}
    </Panel>
  );
}

function RecordedItem({ item, planId }: { item: AgendaItem; planId: string }) {
  return (
    <>
      <div className={classes.previewLine}>
        <span className={classes.reference}>{item.reference}</span>
        <span className={classes.previewTitle}>
          {item.actionId ? (
            <Link to={paths.action} params={{ planId, actionId: item.actionId }} className={classes.plain}>
              {item.redactedAt ? 'Words destroyed' : item.title}
            </Link>
          ) : (
            item.title
          )}
          <span className={classes.quiet}>
            {[
              item.owner,
              item.dueDate ? `due ${formatDate(item.dueDate)}` : '',
              REVIEW_ITEM_STATE_LABELS[item.state],
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {item.actionId ? (
          <span className={classes.colours}>
            {item.before && item.before.rag !== item.rag ? (
              <>
                <RagBadge rag={item.before.rag} compact />
                <span aria-hidden="true">→</span>
                <span className="gt-visually-hidden">now</span>
              </>
            ) : null}
            <RagBadge rag={item.rag} />
          </span>
        ) : null}
      </div>
      {item.redactedAt ? (
        <RedactedNote redactedAt={item.redactedAt} />
      ) : item.note ? (
        <p className={classes.note}>{item.note}</p>
      ) : null}
    </>
  );
}
