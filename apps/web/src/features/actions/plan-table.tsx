import { grouped } from '@gt/domain/wording';
import { Suspense, useMemo, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { useCommands } from '../../lib/shortcuts.ts';
import { ActionsTable } from './actions-table.tsx';
import { copyLinks } from './bulk/copy-links.ts';
import { allItems, gridItems, type RowGroup } from './grid/grid-items.ts';
import { useInlineEdit } from './grid/use-inline-edit.ts';
import { usePrintKey } from './grid/use-print-key.ts';
import { useSelection } from './grid/use-selection.ts';
import { BulkBar, CellEditor, RefusedDialog } from './lazy-parts.tsx';
import type { ActionFilters } from './queries.ts';
import type { ActionRows } from './use-action-rows.ts';

type PlanTableProps = {
  planId: string;
  actions: ActionRows;
  names: ActionFilters | undefined;
  search: PlanActionsSearch;
  columns: readonly string[];
  /** Names the filter: another one begins with nothing selected. */
  filterKey: string;
  onChange: (patch: PlanActionsSearch, replace?: boolean) => void;
};

/** The place in the grid that Tab would come to. */
function focusGrid(): void {
  document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
}

const GO_TO_TABLE = [
  { keys: 't', says: 'Go to the table', group: 'The list of actions', run: focusGrid, onlyKeys: true },
];
const NO_GROUPS: readonly RowGroup[] = [];

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The plan as a table to work in: cells changed where they stand, rows selected and changed together. */
export function PlanTable({ planId, actions, names, search, columns, filterKey, onChange }: PlanTableProps) {
  const { first, rows: loaded, list } = actions;
  const edit = useInlineEdit(names);
  const rows = useMemo(
    () =>
      edit.shown.size === 0
        ? loaded
        : loaded.map((row) => {
            const patch = edit.shown.get(row.id);
            return patch ? { ...row, ...patch } : row;
          }),
    [loaded, edit.shown],
  );
  const order = useMemo(() => loaded.map((row) => row.id), [loaded]);
  const selection = useSelection(order, filterKey);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const groups = first?.groups ?? NO_GROUPS;
  const items = useMemo(
    () => gridItems(rows, actions.groupKeys, groups, closed),
    [rows, actions.groupKeys, groups, closed],
  );
  const [isEditing, setIsEditing] = useState(false);
  const selected = useMemo(() => loaded.filter((row) => selection.ids.has(row.id)), [loaded, selection.ids]);
  const [barWanted, setBarWanted] = useState(false);
  if (selected.length > 0 && !barWanted) setBarWanted(true);
  usePrintKey(actions);
  useCommands(GO_TO_TABLE);
  if (!first || first.total === 0) return null;
  return (
    <>
      {loaded.length < first.total ? (
        <p className="gt-print-only">
          Only the first {grouped(loaded.length)} of {grouped(first.total)} actions are on this paper. Choose
          Print under Export to have all of them.
        </p>
      ) : null}
      <ActionsTable
        planId={planId}
        items={items}
        total={allItems(first.total, groups, closed)}
        search={search}
        columns={columns}
        density={search.density}
        selection={selection}
        stale={list.isPlaceholderData}
        saving={edit.saving}
        onSort={(sort) => onChange({ sort })}
        onOpen={(actionId) => onChange({ open: actionId })}
        onCopyLink={(row) =>
          void copyLinks(planId, [row]).then(() => toast(`The link to ${row.reference} is copied.`))
        }
        onGroup={(key) => setClosed(toggled(closed, key))}
        onNearEnd={actions.onNearEnd}
        loadUpTo={actions.loadUpTo}
        editorFor={(row, column, done) => (
          <Suspense>
            <CellEditor
              row={row}
              column={column}
              names={names}
              onSave={(change) => void edit.save(row, change)}
              onOpen={() => {
                done();
                onChange({ open: row.id });
              }}
              onOpened={setIsEditing}
              done={done}
            />
          </Suspense>
        )}
      />
      {barWanted ? (
        <Suspense>
          <BulkBar
            planId={planId}
            actions={actions}
            selection={selection}
            selected={selected}
            giveFocusBack={focusGrid}
          />
        </Suspense>
      ) : null}
      {edit.refused && !isEditing ? (
        <Suspense>
          <RefusedDialog
            key={`${edit.refused.row.id} ${edit.refused.problem.requestId}`}
            refused={edit.refused}
            names={names}
            onRetry={(row, change) => void edit.save(row, change)}
            onClose={edit.dismiss}
          />
        </Suspense>
      ) : null}
    </>
  );
}
