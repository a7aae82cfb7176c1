import { ActionIcon, Button, Checkbox, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { OPTIONAL_COLUMNS, type OptionalColumn } from './action-columns.tsx';
import classes from './columns-menu.module.css';
import { SortAndGroup } from './sort-and-group.tsx';
import type { useColumnChoice } from './use-column-choice.ts';

type ColumnsMenuProps = {
  search: PlanActionsSearch;
  columns: ReturnType<typeof useColumnChoice>;
  onChange: (patch: PlanActionsSearch) => void;
};

const ALL = Object.keys(OPTIONAL_COLUMNS) as OptionalColumn[];

/** `list` with the item at `from` moved to `to`. */
function moved(list: readonly string[], from: number, to: number): string[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/** Columns to show, moved by arrows; those that are not shown come after. The choice stands in the address. */
export function ColumnsMenu({ search, columns, onChange }: ColumnsMenuProps) {
  const { chosen, choose } = columns;
  const rest = ALL.filter((id) => !chosen.includes(id));
  return (
    <>
      <SortAndGroup search={search} onChange={onChange} />
      <ul className={classes.list} aria-label="Columns">
        {[...chosen, ...rest].map((id, index) => {
          const name = OPTIONAL_COLUMNS[id as OptionalColumn];
          const isShown = index < chosen.length;
          return (
            <li key={id} className={classes.item}>
              <Checkbox
                label={name}
                checked={isShown}
                disabled={isShown && chosen.length === 1}
                onChange={() => choose(isShown ? chosen.filter((other) => other !== id) : [...chosen, id])}
              />
              {isShown ? (
                <span className={classes.moves}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Move ${name} to the left`}
                    disabled={index === 0}
                    onClick={() => choose(moved(chosen, index, index - 1))}
                  >
                    <IconArrowUp size={16} aria-hidden="true" />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Move ${name} to the right`}
                    disabled={index === chosen.length - 1}
                    onClick={() => choose(moved(chosen, index, index + 1))}
                  >
                    <IconArrowDown size={16} aria-hidden="true" />
                  </ActionIcon>
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Group justify="flex-end" mt="xs">
        <Button size="compact-sm" variant="subtle" onClick={() => choose(null)}>
          Columns that fit
        </Button>
      </Group>
    </>
  );
}
