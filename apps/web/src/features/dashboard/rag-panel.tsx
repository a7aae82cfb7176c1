import { RAG_LABELS, RAGS, type Rag } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { countOf, listWords } from '@gt/domain/wording';
import { BarStack, Panel, ThreadMini } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import type { Position } from './queries.ts';
import classes from './rag-panel.module.css';

type Which = 'declared' | 'calculated';
const CHOICES: readonly { value: Which; label: string }[] = [
  { value: 'declared', label: 'Declared' },
  { value: 'calculated', label: 'Calculated' },
];

function countsInWords(counts: Record<Rag, number>): string {
  const parts = RAGS.filter((rag) => counts[rag] > 0).map(
    (rag) => `${counts[rag]} ${RAG_LABELS[rag].toLowerCase()}`,
  );
  return parts.length > 0 ? listWords(parts) : 'no actions';
}

/** RAG by recommendation, as the owners declare it and as the rule works it out, with each thread. */
export function RagPanel({ position }: { position: Position }) {
  const [which, setWhich] = useState<Which>('declared');
  const { roles } = useUser();
  const { totals, recommendations, planId } = position;
  const says = which === 'declared' ? 'As the owners declare it' : 'As the rule works it out';
  const differ =
    totals.actions === 0
      ? ''
      : totals.ragMismatch === 0
        ? 'Declared and calculated agree on every action.'
        : `${countOf(totals.ragMismatch, 'action is', 'actions are')} declared otherwise than the rule says.`;
  return (
    <Panel title="RAG by recommendation">
      <Button.Group mb="sm" className="gt-screen-only" aria-label="Which RAG">
        {CHOICES.map(({ value, label }) => (
          <Button
            key={value}
            size="compact-sm"
            variant={which === value ? 'filled' : 'default'}
            aria-pressed={which === value}
            onClick={() => setWhich(value)}
          >
            {label}
          </Button>
        ))}
      </Button.Group>
      <BarStack
        caption={`Actions by RAG, for each recommendation. ${says}`}
        words={`${says}: ${countsInWords(totals[which])}. ${differ}`}
        rows={recommendations.map((item) => ({
          id: item.id,
          label: item.reference,
          shown: (
            <span className={classes.label}>
              <Link
                to={paths.recommendation}
                params={{ planId, recommendationId: item.id }}
                title={item.quote}
                className={classes.link}
              >
                {item.reference}
              </Link>
              <ThreadMini
                knots={item.thread.knots.map(({ knot, state, words }) => ({ knot, state, words }))}
                words={item.thread.words}
              />
            </span>
          ),
          counts: item[which],
        }))}
      />
      {totals.ragMismatch > 0 ? (
        <p className={classes.differ}>
          <Link to={paths.planActions} params={{ planId }} search={{ rating: 'mismatch' }}>
            See where declared and calculated differ
          </Link>
        </p>
      ) : null}
      {holds(roles, 'review.read') ? (
        <p className={classes.differ}>
          <Link to={paths.movement} params={{ planId }}>
            See what moved from one review to the next
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
