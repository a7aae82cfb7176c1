import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { AgendaItem } from '../queries.ts';
import { useAgendaWrites } from './use-agenda-writes.ts';

type ItemMenuProps = {
  item: AgendaItem;
  state: AgendaItem['state'];
  onState: (state: AgendaItem['state']) => void;
};

/** What is seldom done with an item: taking back that it is done, another place on the agenda, off the agenda. */
export function ItemMenu({ item, state, onState }: ItemMenuProps) {
  const { move, moveTo, remove } = useAgendaWrites();
  return (
    <Menu position="top-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" size="md" aria-label={`More for ${item.reference}`}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {state === 'WAITING' ? null : (
          <Menu.Item onClick={() => onState('WAITING')}>Talk about it again: not done</Menu.Item>
        )}
        <Menu.Label>On the agenda</Menu.Label>
        <Menu.Item onClick={() => move(item, -1)}>One place earlier</Menu.Item>
        <Menu.Item onClick={() => move(item, 1)}>One place later</Menu.Item>
        <Menu.Item onClick={() => moveTo(item, 'first')}>To the beginning</Menu.Item>
        <Menu.Item onClick={() => moveTo(item, 'last')}>To the end</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => remove(item)}>Take it off the agenda</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
