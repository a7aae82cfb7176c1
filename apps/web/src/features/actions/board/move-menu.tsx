import { boardKey } from '@gt/domain/action';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import type { ActionRow } from '../queries.ts';
import classes from './board.module.css';
import { type BoardGroup, GROUP_LABELS } from './board-groups.ts';
import type { BoardMoves, Target } from './use-board-moves.ts';

type MoveMenuProps = {
  row: ActionRow;
  by: BoardGroup;
  tabIndex: number;
  targets: readonly Target[];
  moves: Pick<BoardMoves, 'moveOf' | 'start'>;
};

/** "Move to …": what dragging does, for one press at a time and for keys. What cannot be says why. */
export function MoveMenu({ row, by, tabIndex, targets, moves }: MoveMenuProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={260}
      keepMounted={false}
      withinPortal
      returnFocus
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size={26}
          tabIndex={tabIndex}
          className={classes.moveButton}
          aria-label={`Move ${row.reference} to …`}
        >
          <IconArrowsExchange size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      {opened ? <Choices row={row} by={by} targets={targets} moves={moves} /> : null}
    </Menu>
  );
}

function Choices({ row, by, targets, moves }: Omit<MoveMenuProps, 'tabIndex'>) {
  const here = boardKey(by, row);
  return (
    <Menu.Dropdown className={classes.menu}>
      <Menu.Label>
        {GROUP_LABELS[by]} of {row.reference}
      </Menu.Label>
      {targets
        .filter(({ key }) => key !== here)
        .map((target) => {
          const move = moves.moveOf(row, target.key);
          return (
            <Menu.Item
              key={target.key}
              data-refused={!move.ok}
              className={classes.choice}
              onClick={() => moves.start(row, target)}
            >
              {target.name}
              {move.ok ? null : <span className={classes.why}>{move.sentence}</span>}
            </Menu.Item>
          );
        })}
    </Menu.Dropdown>
  );
}
