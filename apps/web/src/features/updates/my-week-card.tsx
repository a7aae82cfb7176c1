import { formatDate, RAG_LABELS } from '@gt/contracts/words';
import { overdue } from '@gt/domain/action';
import { countOf } from '@gt/domain/wording';
import { RagBadge, StatusBadge } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { paths } from '../../lib/paths.ts';
import { useToday } from '../../lib/session.ts';
import classes from './my-week.module.css';
import type { MineAction } from './queries.ts';
import { UpdateComposer } from './update-composer.tsx';

/** One action of mine with what is wrong with it, and its update where it stands. */
export function MyWeekCard({ action }: { action: MineAction }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const today = useToday();
  const { words } = overdue({ ...action, today });
  const region = `update-${action.id}`;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          <Link
            to={paths.action}
            params={{ planId: action.planId, actionId: action.id }}
            className={classes.link}
          >
            {action.reference} {action.title}
          </Link>
        </h3>
        <span className={classes.badges}>
          <RagBadge rag={action.declaredRag} weeks={action.weeksAtColour} />
          <StatusBadge status={action.status} compact />
        </span>
      </div>
      <p className={classes.facts}>
        <span className={action.daysOverdue > 0 ? classes.late : undefined}>{words}</span>
        {action.dueDate && !words.includes(formatDate(action.dueDate))
          ? ` (${formatDate(action.dueDate)})`
          : ''}
        {' · '}
        {action.planName}
      </p>
      <ul className={classes.flags}>
        {action.mismatch ? (
          <li>
            {['By rule', RAG_LABELS[action.calculatedRag].toLowerCase()].join(' ')}
            {action.calculatedReasons.length > 0 ? `: ${action.calculatedReasons.join('; ')}.` : '.'}
          </li>
        ) : null}
        {action.evidence.returned > 0 ? (
          <li>
            <Link to={paths.action} params={{ planId: action.planId, actionId: action.id }}>
              {countOf(action.evidence.returned, 'item')} of evidence returned
            </Link>
          </li>
        ) : null}
        {action.evidence.total > 0 ? null : (
          <li>{action.evidence.expired > 0 ? 'Its evidence has expired.' : 'No evidence yet.'}</li>
        )}
      </ul>
      <Button
        ref={button}
        size="xs"
        variant="default"
        aria-expanded={open}
        aria-controls={region}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Put away' : 'Update'}
        <span className="gt-visually-hidden"> {action.reference}</span>
      </Button>
      <div id={region} className={classes.composer} hidden={!open}>
        {open ? (
          <UpdateComposer
            action={action}
            onPosted={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        ) : null}
      </div>
    </li>
  );
}
