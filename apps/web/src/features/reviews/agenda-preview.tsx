import { countOf } from '@gt/domain/wording';
import { RagBadge } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths.ts';
import { agendaLines } from './meeting/agenda.ts';
import type { Review } from './queries.ts';
import classes from './reviews.module.css';

/** Lines shown at first, and with each further press. */
const STEP = 60;

/** What a review is going to walk through, by section. */
export function AgendaPreview({ review }: { review: Review }) {
  const [shown, setShown] = useState(STEP);
  const lines = agendaLines(review.agenda, (item) => item);
  return (
    <>
      <ol className={classes.preview}>
        {lines.slice(0, shown).map((line) =>
          line.kind === 'section' ? (
            <li key={line.key} className={classes.previewHead}>
              <h3>
                {line.label} <span>({line.total})</span>
              </h3>
            </li>
          ) : (
            <li key={line.key} className={classes.previewLine}>
              <span className={classes.reference}>{line.item.reference}</span>
              <span className={classes.previewTitle}>
                {line.item.actionId ? (
                  <Link
                    to={paths.action}
                    params={{ planId: review.planId, actionId: line.item.actionId }}
                    className={classes.plain}
                  >
                    {line.item.redactedAt ? 'Words destroyed' : line.item.title}
                  </Link>
                ) : (
                  line.item.title
                )}
                <span className={classes.quiet}>
                  {[line.item.owner, line.item.team].filter(Boolean).join(' · ')}
                </span>
              </span>
              {line.item.actionId ? <RagBadge rag={line.item.rag} compact /> : null}
            </li>
          ),
        )}
      </ol>
      {lines.length > shown ? (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + 10 * STEP)}>
          Show {countOf(Math.min(10 * STEP, lines.length - shown), 'more line')}
        </Button>
      ) : null}
    </>
  );
}
