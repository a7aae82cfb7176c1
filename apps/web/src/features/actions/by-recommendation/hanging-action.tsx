import { formatShortDate } from '@gt/contracts/words';
import { referenceAcross } from '@gt/domain/plan';
import { listWords } from '@gt/domain/wording';
import { RagBadge, StatusBadge, ThreadMini } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../lib/paths.ts';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import { dueWords } from '../due-words.ts';
import type { ActionRow } from '../queries.ts';
import classes from './by-recommendation.module.css';

type HangingActionProps = { row: ActionRow; planId: string; search: PlanActionsSearch };

/** An action on the thread of its recommendation, with its own knots and what they lack. */
export function HangingAction({ row, planId, search }: HangingActionProps) {
  const isOpen = search.open === row.id;
  const late = dueWords(row);
  return (
    <li className={classes.action} data-open={isOpen}>
      <div className={classes.what}>
        <Link
          to={paths.planActions}
          params={{ planId }}
          search={{ ...search, open: row.id }}
          resetScroll={false}
          className={classes.open}
          aria-current={isOpen ? 'true' : undefined}
        >
          <span className={classes.reference}>{row.reference}</span>{' '}
          {row.redactedAt ? 'Words destroyed' : row.title}
        </Link>
        <span className={classes.who}>
          {row.ownerPost?.title ?? row.ownerUser?.name ?? 'No owner'} · {row.team?.name ?? 'No team'}
          {row.alsoServes.length > 0
            ? ` · also serves ${listWords(row.alsoServes.map(({ number, ofPlan }) => referenceAcross(`R${number}`, ofPlan)))}`
            : ''}
        </span>
      </div>
      <span className={classes.knots}>
        <ThreadMini knots={row.knots} />
      </span>
      <span className={classes.due} data-late={row.daysOverdue > 0}>
        {row.dueDate ? formatShortDate(row.dueDate) : 'No date'}
        {late ? <span className={classes.dueWords}>{late}</span> : null}
      </span>
      <span className={classes.badges}>
        <StatusBadge status={row.status} compact />
        <RagBadge rag={row.declaredRag} compact weeks={row.weeksAtColour} />
      </span>
    </li>
  );
}
