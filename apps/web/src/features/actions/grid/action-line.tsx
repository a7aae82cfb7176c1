import { memo, type ReactNode } from 'react';
import { CELLS, OPTIONAL_COLUMNS } from '../action-columns.tsx';
import classes from '../actions-table.module.css';
import type { ActionRow } from '../queries.ts';
import { ROLES } from './roles.ts';

type ActionLineProps = {
  row: ActionRow;
  /** Place among the drawn rows, for measuring; and as a screen reader counts it, with the header. */
  index: number;
  rowIndex: number;
  columns: readonly string[];
  /** Columns in which a press begins a change. */
  offered: ReadonlySet<string>;
  /** Where an action opens beside the table, with `ANY_ID` in the place of its id. */
  address: string;
  isOpen: boolean;
  isSelected: boolean;
  /** The column that Tab comes to, when it is in this row. */
  active: string | null;
  /** The column whose editor is open, and the editor. */
  editing: string | null;
  editor: ReactNode;
  /** Changed here and not yet answered by the server. */
  isSaving: boolean;
  measure: ((node: Element | null) => void) | undefined;
};

/** Stands in an address for the id of an action. */
export const ANY_ID = '00000000-0000-0000-0000-000000000000';

const isWord = (id: string): id is keyof typeof OPTIONAL_COLUMNS => Object.hasOwn(OPTIONAL_COLUMNS, id);

function Line(props: ActionLineProps) {
  const {
    row,
    index,
    rowIndex,
    columns,
    offered,
    address,
    isOpen,
    isSelected,
    active,
    editing,
    editor,
    isSaving,
  } = props;
  const { reference, id } = row;
  return (
    <tr
      ref={props.measure}
      role={ROLES.row}
      data-index={index}
      data-key={id}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      data-open={isOpen}
      data-saving={isSaving || undefined}
      className={classes.row}
    >
      {columns.map((column, at) => {
        const tabIndex = active === column ? 0 : -1;
        if (column === 'select') {
          return (
            <td
              key={column}
              role={ROLES.cell}
              aria-colindex={at + 1}
              data-column={column}
              className={classes.select}
            >
              <input
                type="checkbox"
                data-focus
                tabIndex={tabIndex}
                aria-label={`Select ${reference}`}
                checked={isSelected}
                readOnly
              />
            </td>
          );
        }
        if (column === 'reference') {
          return (
            <th key={column} scope="row" role={ROLES.rowName} aria-colindex={at + 1} data-column={column}>
              {/* Pressed, the grid opens it here; the address is for another tab. */}
              <a
                href={address.replace(ANY_ID, id)}
                className={classes.open}
                aria-label={`${reference} ${row.title}`}
                data-focus
                tabIndex={tabIndex}
                aria-current={isOpen ? 'true' : undefined}
              >
                {reference}
              </a>
            </th>
          );
        }
        const Cell = CELLS[column];
        const canEdit = offered.has(column);
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is said by a name that the rule cannot read
          <td
            key={column}
            role={ROLES.cell}
            aria-colindex={at + 1}
            tabIndex={tabIndex}
            data-column={column}
            data-label={isWord(column) ? OPTIONAL_COLUMNS[column] : undefined}
            aria-readonly={!canEdit}
            data-editable={canEdit || undefined}
            data-editing={editing === column || undefined}
          >
            {Cell ? <Cell row={row} /> : null}
            {editing === column ? editor : null}
          </td>
        );
      })}
    </tr>
  );
}

/** One action in the grid. Drawn again only when something of it changed, so that scrolling stays smooth. */
export const ActionLine = memo(Line);
