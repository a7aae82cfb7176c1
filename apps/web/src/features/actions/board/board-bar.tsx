import { grouped } from '@gt/domain/wording';
import { NativeSelect } from '@mantine/core';
import classes from './board.module.css';
import { BOARD_GROUPS, type BoardGroup, columnName, GROUP_LABELS } from './board-groups.ts';
import type { ShownColumn } from './with-moves.ts';

type BoardBarProps = {
  by: BoardGroup;
  columns: readonly ShownColumn[];
  /** On a phone: the one column that is shown. */
  picked: string | null;
  onGroup: (by: BoardGroup) => void;
  onPick: (key: string) => void;
};

/** What the columns stand for, and on a phone which of them is shown. */
export function BoardBar({ by, columns, picked, onGroup, onPick }: BoardBarProps) {
  return (
    <div className={`${classes.bar} gt-screen-only`}>
      <div className={classes.pick}>
        <label htmlFor="board-group">Columns by</label>
        <NativeSelect
          id="board-group"
          size="xs"
          value={by}
          data={BOARD_GROUPS.map((value) => ({ value, label: GROUP_LABELS[value] }))}
          onChange={(event) => onGroup(event.currentTarget.value as BoardGroup)}
        />
      </div>
      {picked === null ? null : (
        <div className={classes.pick}>
          <label htmlFor="board-column">Column</label>
          <NativeSelect
            id="board-column"
            size="xs"
            value={picked}
            data={columns.map((column) => ({
              value: column.key,
              label: `${columnName(by, column)} (${grouped(column.count)})`,
            }))}
            onChange={(event) => onPick(event.currentTarget.value)}
          />
        </div>
      )}
      <p className={classes.hint}>
        Soonest due first.
        {picked === null ? ' Drag a card to move it, or press Ctrl with an arrow key on it.' : ''}
      </p>
    </div>
  );
}
