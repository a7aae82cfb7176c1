import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { LayoutEmpty } from '../layout-empty.tsx';
import { RefusedDialog } from '../lazy-parts.tsx';
import type { PlanLayoutProps } from '../plan-layout-props.ts';
import { type ActionRow, actionFiltersQuery, boardQuery } from '../queries.ts';
import { usePrinting } from '../use-printing.ts';
import classes from './board.module.css';
import { BoardBar } from './board-bar.tsx';
import { BoardColumn } from './board-column.tsx';
import { boardGroup, columnName } from './board-groups.ts';
import { BoardSkeleton } from './board-skeleton.tsx';
import { DraggedCard } from './dragged-card.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { type Target, useBoardMoves } from './use-board-moves.ts';
import { useCardDrag } from './use-card-drag.ts';
import { withMoves } from './with-moves.ts';

/** Columns in the page at once; a board by owner may have hundreds. */
const COLUMNS_AT_ONCE = 24;

/** The actions of the filter in columns. A card is moved by dragging, by its menu, or with Ctrl and an arrow key. */
export function BoardView({ planId, filter, search, onChange }: PlanLayoutProps) {
  const by = boardGroup(search.group);
  const board = useQuery(boardQuery({ planId, filter, by }));
  const names = useQuery(actionFiltersQuery(planId)).data;
  const moves = useBoardMoves(by, names);
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const isNarrow = (useMediaQuery('(max-width: 40em)') ?? false) && !isPrinting;
  const [picked, setPicked] = useState<string | null>(null);
  const [most, setMost] = useState(COLUMNS_AT_ONCE);

  const columns = useMemo(() => {
    const loaded = board.data?.columns.map(({ cards, ...column }) => ({
      ...column,
      rows: cards?.rows ?? null,
    }));
    return withMoves(by, loaded ?? [], moves.moving);
  }, [board.data, by, moves.moving]);
  const nextOf = useMemo(
    () => new Map(board.data?.columns.map(({ key, cards }) => [key, cards?.next ?? null])),
    [board.data],
  );
  const targets = useMemo((): Target[] => {
    const there = columns.map((column) => ({ key: column.key, name: columnName(by, column) }));
    const others = by === 'team' ? (names?.teams ?? []) : [];
    const missing = others.filter(({ id }) => there.every(({ key }) => key !== id));
    return [...there, ...missing.map(({ id, name }) => ({ key: id, name }))];
  }, [columns, by, names]);

  const { start, moveOf } = moves;
  const moveTo = useCallback(
    (row: ActionRow, key: string) => {
      const target = targets.find((candidate) => candidate.key === key);
      if (target) start(row, target);
    },
    [targets, start],
  );
  const { drag, press } = useCardDrag(scroller, (row, key) => {
    if (columns.some((column) => column.key === key && column.rows?.some(({ id }) => id === row.id))) return;
    moveTo(row, key);
  });

  const shown = isNarrow
    ? columns.filter(({ key }) => key === (picked ?? columns[0]?.key)).slice(0, 1)
    : columns.slice(0, most);
  const onLeave = useCallback(
    (event: KeyboardEvent, row: ActionRow, key: string) => {
      const at = columns.findIndex((column) => column.key === key);
      const beside = columns[at + (event.key === 'ArrowRight' ? 1 : -1)];
      if (!beside || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) moveTo(row, beside.key);
      else focusFirst(columns.slice(0, most), at, event.key === 'ArrowRight' ? 1 : -1);
    },
    [columns, most, moveTo],
  );

  return (
    <div className={classes.root}>
      <BoardBar
        by={by}
        columns={columns}
        picked={isNarrow ? (shown[0]?.key ?? null) : null}
        onGroup={(group) => onChange({ group }, true)}
        onPick={setPicked}
      />
      {moves.refusal ? (
        <div role="alert" className={classes.refusal}>
          <p>{moves.refusal}</p>
          <Button size="compact-sm" variant="default" onClick={moves.dismissRefusal}>
            Close
          </Button>
        </div>
      ) : null}
      {board.isError ? <ProblemPanel error={board.error} onRetry={() => void board.refetch()} /> : null}
      {board.isPending ? <BoardSkeleton by={by} /> : null}
      {board.data?.total === 0 ? <LayoutEmpty all={board.data.all} onChange={onChange} /> : null}
      {board.data && board.data.total > 0 ? (
        <div
          ref={scroller}
          className={classes.columns}
          data-stale={board.isPlaceholderData}
          aria-busy={board.isPlaceholderData}
        >
          {shown.map((column) => (
            <BoardColumn
              key={`${by} ${column.key}`}
              column={column}
              next={nextOf.get(column.key) ?? null}
              by={by}
              planId={planId}
              filter={filter}
              search={search}
              targets={targets}
              moves={moves}
              held={
                drag?.over === column.key ? (moveOf(drag.row, column.key).ok ? 'takes' : 'refuses') : null
              }
              onPress={press}
              onLeave={onLeave}
            />
          ))}
          {!isNarrow && columns.length > most ? (
            <Button variant="default" onClick={() => setMost(most + COLUMNS_AT_ONCE)}>
              Show more of {columns.length - most} other columns
            </Button>
          ) : null}
        </div>
      ) : null}
      {drag ? <DraggedCard drag={drag} /> : null}
      {moves.asked ? <MoveDialog asked={moves.asked} onAnswer={moves.answer} onClose={moves.leave} /> : null}
      {moves.edit.refused ? (
        <Suspense>
          <RefusedDialog
            key={`${moves.edit.refused.row.id} ${moves.edit.refused.problem.requestId}`}
            refused={moves.edit.refused}
            names={names}
            onRetry={(row, change) => void moves.edit.save(row, change)}
            onClose={moves.edit.dismiss}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** The nearest column in that direction that has a card. */
function focusFirst(columns: readonly { key: string }[], from: number, step: 1 | -1): void {
  for (let at = from + step; at >= 0 && at < columns.length; at += step) {
    const column = columns[at];
    const link = document.querySelector<HTMLElement>(
      `[data-column="${CSS.escape(column?.key ?? '')}"] [data-card] a[tabindex="0"]`,
    );
    if (link) {
      link.focus();
      return;
    }
  }
}
