import type { Problem } from '@gt/contracts/words';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { toast } from '../../../components/toast.tsx';
import { problemOf } from '../../../lib/problem.ts';
import { trpc } from '../../../lib/trpc.ts';
import type { ActionFilters, ActionRow } from '../queries.ts';
import { type InlineChange, shownAfter } from './inline-change.ts';

/** A change that the server refused: what was typed (null: it was to be taken back), and why. */
export type RefusedChange = { row: ActionRow; change: InlineChange | null; problem: Problem };

type Pages = { pages: { rows: ActionRow[] }[] };

/** Puts the action as it now is into every list that is here; lists are not asked again, so no row jumps away. */
async function refreshRow(client: QueryClient, actionId: string): Promise<void> {
  const options = trpc.actions.get.queryOptions({ actionId });
  const now = await client.fetchQuery({ ...options, staleTime: 0 });
  client.setQueriesData<Pages>({ queryKey: trpc.actions.list.pathKey() }, (data) => {
    if (!data?.pages?.some((page) => page.rows.some((row) => row.id === actionId))) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) => (row.id === actionId ? { ...row, ...pick(now, row) } : row)),
    }));
    return { ...data, pages };
  });
}

/** Of the whole action, what a row of the list holds. */
function pick(now: Record<string, unknown>, row: ActionRow): Partial<ActionRow> {
  return Object.fromEntries(Object.keys(row).flatMap((key) => (key in now ? [[key, now[key]]] : [])));
}

/** What shows the same action otherwise: asked again after a change. */
const AROUND = [
  trpc.actions.history,
  trpc.actions.board,
  trpc.actions.boardColumn,
  trpc.actions.timeline,
  trpc.dashboard,
  trpc.recommendations,
];

/** A change on its way: how the row looks meanwhile. */
type Pending = { id: string; patch: Partial<ActionRow> };

function patchesOf(pending: readonly Pending[]): ReadonlyMap<string, Partial<ActionRow>> {
  const patches = new Map<string, Partial<ActionRow>>();
  for (const { id, patch } of pending) patches.set(id, { ...patches.get(id), ...patch });
  return patches;
}

/**
 * Changes made in the cells of the grid: shown at once, kept when the server takes them, taken back when it refuses.
 * What was typed is in `refused` then.
 */
export function useInlineEdit(names: ActionFilters | undefined) {
  const client = useQueryClient();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [refused, setRefused] = useState<RefusedChange[]>([]);

  // Changes of one action take turns, and each goes on from the version that the one before left.
  const turns = useRef(new Map<string, Promise<unknown>>());
  const versions = useRef(new Map<string, number>());

  const refuse = useCallback((refusal: RefusedChange) => setRefused((before) => [...before, refusal]), []);

  const refreshAround = useCallback(
    () => Promise.all(AROUND.map((part) => client.invalidateQueries({ queryKey: part.pathKey() }))),
    [client],
  );

  const undo = useCallback(
    async (row: ActionRow, version: number) => {
      const { takeBack } = await import('./write-change.ts');
      const problem = await takeBack(row.id, version);
      if (problem) refuse({ row, change: null, problem });
      else toast(`${row.reference} is as it was.`);
      await refreshRow(client, row.id);
      void refreshAround();
    },
    [client, refreshAround, refuse],
  );

  const send = useCallback(
    async (row: ActionRow, change: InlineChange) => {
      try {
        const at = Math.max(row.version, versions.current.get(row.id) ?? 0);
        // Fetched with the editor, in all likelihood.
        const { doneWords, writeChange } = await import('./write-change.ts');
        const { version } = await writeChange({ ...row, version: at }, change);
        versions.current.set(row.id, version);
        const canUndo = change.kind !== 'dueDate' || !change.isRequest;
        toast(
          doneWords(row.reference, change, names),
          canUndo ? { undo: () => void undo(row, version) } : {},
        );
        await refreshRow(client, row.id).catch(() =>
          client.invalidateQueries({ queryKey: trpc.actions.list.pathKey() }),
        );
        void refreshAround();
      } catch (error) {
        refuse({ row, change, problem: problemOf(error) });
        void refreshRow(client, row.id).catch(() => undefined);
      }
    },
    [client, names, undo, refreshAround, refuse],
  );

  const save = useCallback(
    async (row: ActionRow, change: InlineChange) => {
      const mine: Pending = { id: row.id, patch: shownAfter(change, names) };
      setPending((before) => [...before, mine]);
      const turn = (turns.current.get(row.id) ?? Promise.resolve()).then(() => send(row, change));
      turns.current.set(row.id, turn);
      await turn;
      setPending((before) => before.filter((other) => other !== mine));
    },
    [names, send],
  );

  const dismiss = useCallback(() => setRefused((before) => before.slice(1)), []);
  const shown = useMemo(() => patchesOf(pending), [pending]);
  const saving = useMemo(() => new Set(shown.keys()), [shown]);
  return { shown, saving, save, refused: refused[0] ?? null, dismiss };
}
