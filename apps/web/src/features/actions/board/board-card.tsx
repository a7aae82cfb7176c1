import { formatShortDate } from '@gt/contracts/words';
import { RagBadge, ThreadMini } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import { paths } from '../../../lib/paths.ts';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import { dueWords } from '../due-words.ts';
import type { ActionRow } from '../queries.ts';
import classes from './board.module.css';
import type { BoardGroup } from './board-groups.ts';
import { MoveMenu } from './move-menu.tsx';
import type { BoardMoves, Target } from './use-board-moves.ts';

type BoardCardProps = {
  row: ActionRow;
  by: BoardGroup;
  planId: string;
  search: PlanActionsSearch;
  /** In the tab order: one card of each column is; arrow keys go to the others. */
  isTabStop: boolean;
  isMoving: boolean;
  targets: readonly Target[];
  moves: Pick<BoardMoves, 'moveOf' | 'start'>;
  onPress: (event: PointerEvent<HTMLElement>, row: ActionRow) => void;
  onKey: (event: KeyboardEvent, row: ActionRow) => void;
  onFocus: (id: string) => void;
};

function ownerOf({ ownerPost, ownerUser }: ActionRow): string {
  if (ownerPost) return ownerPost.title;
  return ownerUser?.name ?? 'No owner';
}

/** One action on the board: the whole card opens it, can be dragged, and has a menu that moves it. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { row, by, planId, search, isTabStop, isMoving } = props;
  const words = dueWords(row);
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <article
      className={classes.card}
      data-card={row.id}
      data-open={search.open === row.id}
      data-moving={isMoving}
      onPointerDown={(event) => props.onPress(event, row)}
      onKeyDown={(event) => props.onKey(event, row)}
      onFocus={() => props.onFocus(row.id)}
    >
      <div className={classes.cardTop}>
        <Link
          to={paths.planActions}
          params={{ planId }}
          search={{ ...search, open: row.id }}
          resetScroll={false}
          draggable={false}
          tabIndex={tabIndex}
          className={classes.open}
          aria-current={search.open === row.id ? 'true' : undefined}
        >
          {row.reference}
          <span className="gt-visually-hidden"> {row.redactedAt ? 'Words destroyed' : row.title}</span>
        </Link>
        <RagBadge rag={row.declaredRag} compact weeks={row.weeksAtColour} />
        <MoveMenu row={row} by={by} tabIndex={tabIndex} targets={props.targets} moves={props.moves} />
      </div>
      <p className={classes.title} aria-hidden="true">
        {row.redactedAt ? 'Words destroyed' : row.title}
      </p>
      <p className={classes.facts}>
        {by === 'owner' ? (row.team?.name ?? 'No team') : ownerOf(row)}
        {by === 'team' || by === 'owner' ? null : <span> · {row.team?.name ?? 'No team'}</span>}
      </p>
      <div className={classes.cardFoot}>
        <span className={classes.due} data-late={row.daysOverdue > 0}>
          {row.dueDate ? formatShortDate(row.dueDate) : 'No date'}
          {words ? <span className={classes.dueWords}>{words}</span> : null}
        </span>
        <span className={classes.knots}>
          <ThreadMini knots={row.knots} />
        </span>
      </div>
    </article>
  );
});
