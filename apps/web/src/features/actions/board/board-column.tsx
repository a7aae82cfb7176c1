import { grouped } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import type { ListFilter } from '../list-input.ts';
import { type ActionRow, boardColumnQuery, type BoardColumn as Column } from '../queries.ts';
import { usePrinting } from '../use-printing.ts';
import classes from './board.module.css';
import { BoardCard } from './board-card.tsx';
import { type BoardGroup, columnName, neverSet } from './board-groups.ts';
import type { BoardMoves, Target } from './use-board-moves.ts';
import type { ShownColumn } from './with-moves.ts';

type BoardColumnProps = {
  column: ShownColumn;
  /** Where its further cards begin; null when the first ones are all. */
  next: NonNullable<Column['cards']>['next'];
  by: BoardGroup;
  planId: string;
  filter: ListFilter;
  search: PlanActionsSearch;
  targets: readonly Target[];
  moves: BoardMoves;
  /** A card is held over this column, and whether it can be put here. */
  held: 'takes' | 'refuses' | null;
  onPress: (event: PointerEvent<HTMLElement>, row: ActionRow) => void;
  /** Arrow keys that leave the column, and moves to the next one. */
  onLeave: (event: KeyboardEvent, row: ActionRow, column: string) => void;
};

const CARD_HEIGHT = 124;
const WHOLE_UP_TO = 6;

/** One column: its name, its count, why nothing can be put into it where that is so, and its cards. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, next, by, planId, filter, search, targets, moves, held } = props;
  const [isMore, setMore] = useState(false);
  const isUnasked = column.rows === null;
  const more = useInfiniteQuery({
    ...boardColumnQuery({ planId, filter, by, key: column.key, after: next }),
    enabled: isUnasked || (isMore && next !== null),
  });
  const rows = useMemo(() => {
    const all = [...(column.rows ?? []), ...(more.data?.pages.flatMap((page) => page.rows) ?? [])];
    return [...new Map(all.map((row) => [row.id, row])).values()];
  }, [column.rows, more.data]);
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const whole = isPrinting || rows.length <= WHOLE_UP_TO;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: !whole,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 2,
    gap: 8,
  });
  const [active, setActive] = useState<string | null>(null);
  const tabStop = rows.some(({ id }) => id === active) ? active : rows[0]?.id;

  const focusAt = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActive(row.id);
    if (!whole) virtual.scrollToIndex(index);
    requestAnimationFrame(() => focusCard(row.id));
  };
  const { moved, onFocused } = moves;
  const arrived = moved?.key === column.key ? moved.id : null;
  // A card that was moved takes the focus with it.
  useEffect(() => {
    if (arrived === null) return;
    const index = rows.findIndex(({ id }) => id === arrived);
    if (index >= 0 && !whole) virtual.scrollToIndex(index);
    const frame = requestAnimationFrame(() => {
      if (!focusCard(arrived)) focusHeading(column.key);
      onFocused();
    });
    return () => cancelAnimationFrame(frame);
  }, [arrived, rows, whole, virtual, column.key, onFocused]);

  const onKey = (event: KeyboardEvent, row: ActionRow) => {
    if (event.target instanceof HTMLButtonElement) return;
    const index = rows.findIndex(({ id }) => id === row.id);
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (plain && to !== undefined) {
      event.preventDefault();
      focusAt(to);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      props.onLeave(event, row, column.key);
    }
  };

  const shown = whole
    ? rows.map((row) => ({ row, start: 0 }))
    : virtual.getVirtualItems().flatMap(({ index, start }) => {
        const row = rows[index];
        return row ? [{ row, start }] : [];
      });
  const name = columnName(by, column);
  const note = neverSet(by, column.key);
  const isAsking = more.isFetching;
  const hasMore = isUnasked || isMore ? more.hasNextPage : next !== null;
  const movingIds = new Set(moves.moving.map((card) => card.row.id));
  return (
    <section className={classes.column} data-column={column.key} data-held={held} aria-label={name}>
      <header className={classes.columnHead}>
        <h2 className={classes.columnName} data-column-heading={column.key} tabIndex={-1}>
          {name}
          {column.holder ? <span className={classes.holder}>{column.holder}</span> : null}
        </h2>
        <span className={classes.count}>
          {grouped(column.count)}
          <span className="gt-visually-hidden"> {column.count === 1 ? 'action' : 'actions'}</span>
        </span>
      </header>
      {note ? <p className={classes.note}>{note}</p> : null}
      <div ref={scroller} className={classes.cards}>
        {column.count === 0 ? <p className={classes.none}>No actions</p> : null}
        <ul className={classes.list} style={whole ? undefined : { height: virtual.getTotalSize() }}>
          {shown.map(({ row, start }) => (
            <li
              key={row.id}
              ref={whole ? undefined : virtual.measureElement}
              data-index={rows.indexOf(row)}
              className={whole ? undefined : classes.placed}
              style={whole ? undefined : { transform: `translateY(${start}px)` }}
              aria-setsize={column.count}
              aria-posinset={rows.indexOf(row) + 1}
            >
              <BoardCard
                row={row}
                by={by}
                planId={planId}
                search={search}
                isTabStop={row.id === tabStop}
                isMoving={movingIds.has(row.id)}
                targets={targets}
                moves={moves}
                onPress={props.onPress}
                onKey={onKey}
                onFocus={setActive}
              />
            </li>
          ))}
        </ul>
        {hasMore || isAsking ? (
          <Button
            variant="default"
            size="xs"
            fullWidth
            className={`${classes.more} gt-screen-only`}
            loading={isAsking}
            onClick={() => (isMore || isUnasked ? void more.fetchNextPage() : setMore(true))}
          >
            Show more of {grouped(column.count - rows.length)} others
          </Button>
        ) : null}
        {isPrinting && rows.length < column.count ? (
          <p className={classes.none}>
            {grouped(column.count - rows.length)} more are not on this paper. Show them first, or export the
            list.
          </p>
        ) : null}
        {more.isError ? <p className={classes.none}>The rest could not be loaded. Press again.</p> : null}
      </div>
    </section>
  );
}

function focusCard(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`);
  link?.focus();
  return link !== null;
}

function focusHeading(key: string): void {
  document.querySelector<HTMLElement>(`[data-column-heading="${CSS.escape(key)}"]`)?.focus();
}
