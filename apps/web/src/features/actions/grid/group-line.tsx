import { countOf } from '@gt/domain/wording';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import classes from '../actions-table.module.css';
import type { RowGroup } from './grid-items.ts';
import { ROLES } from './roles.ts';

type GroupLineProps = {
  lineKey: string;
  group: RowGroup;
  isClosed: boolean;
  index: number;
  rowIndex: number;
  columns: number;
  isActive: boolean;
  measure: ((node: Element | null) => void) | undefined;
};

/** The name of a group with its count; a press closes and opens it, as do the arrows to the left and right. */
export function GroupLine(props: GroupLineProps) {
  const { lineKey, group, isClosed, index, rowIndex, columns, isActive, measure } = props;
  const Chevron = isClosed ? IconChevronRight : IconChevronDown;
  return (
    <tr
      ref={measure}
      role={ROLES.row}
      data-index={index}
      data-key={lineKey}
      aria-rowindex={rowIndex}
      className={classes.group}
    >
      <th colSpan={columns} scope="rowgroup" role={ROLES.rowName} aria-colindex={1} data-column="group">
        <button
          type="button"
          data-focus
          tabIndex={isActive ? 0 : -1}
          aria-expanded={!isClosed}
          className={classes.sort}
        >
          <Chevron size={16} aria-hidden="true" />
          {group.label} <span className={classes.second}>{countOf(group.count, 'action')}</span>
        </button>
      </th>
    </tr>
  );
}
