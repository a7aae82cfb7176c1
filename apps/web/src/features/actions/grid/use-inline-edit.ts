import type { Problem } from '@gt/contracts/words';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { toast } from '../../../components/toast.tsx';
import { problemOf } from '../../../lib/problem.ts';
import { trpc, trpcClient } from '../../../lib/trpc.ts';
import type { ActionFilters, ActionRow } from '../queries.ts';
import { doneWords, type InlineChange, shownAfter } from './inline-change.ts';

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

async function write(row: ActionRow, change: InlineChange): Promise<{ version: number }> {
  const at = { actionId: row.id, version: row.version };
  switch (change.kind) {
    case 'status':
      return trpcClient.actions.changeStatus.mutate({ ...at, status: change.status, reason: change.reason });
    case 'rag':
      return trpcClient.actions.declareRag.mutate({
        ...at,
        declaredRag: change.declaredRag,
        ragReason: change.reason,
      });
    case 'assign':
      return trpcClient.actions.assign.mutate({
        ...at,
        ...change.to,
        partnerTeamId: row.partnerTeam?.id ?? null,
        supportingTeamIds: row.supportingTeams.map((team) => team.id),
        reason: change.reason,
      });
    case 'dueDate':
      if (change.isRequest) {
        const asked = { ...at, dueDate: change.dueDate, reason: change.reason };
        const { actionVersion } = await trpcClient.planning.requestDueDate.mutate({
          ...asked,
          idempotencyKey: change.key,
        });
        return { version: actionVersion };
      }
      return trpcClient.actions.changeDueDate.mutate({
        ...at,
        dueDate: change.dueDate,
        reason: change.reason,
        agreedOn: change.agreedOn,
      });
    case 'priority': {
      const { title, detail, successMeasure, startDate } = await trpcClient.actions.get.query({
        actionId: row.id,
      });
      return trpcClient.actions.edit.mutate({
        ...at,
        title,
        detail,
        successMeasure,
        startDate,
        priority: change.priority,
      });
    }
  }
}

/** What shows actions beside the table: asked again after a change. */
const AROUND = [
  trpc.actions.history,
  trpc.actions.board,
  trpc.actions.boardColumn,
  trpc.actions.timeline,
  trpc.dashboard,
  trpc.recommendations,
];

/**
 * Changes made in the cells of the grid: shown at once, kept when the server takes them, taken back when it refuses.
 * What was typed is in `refused` then.
 */
export function useInlineEdit(names: ActionFilters | undefined) {
  const client = useQueryClient();
  const [shown, setShown] = useState<ReadonlyMap<string, Partial<ActionRow>>>(new Map());
  const [refused, setRefused] = useState<RefusedChange[]>([]);

  const show = useCallback((id: string, patch: Partial<ActionRow> | null) => {
    setShown((before) => {
      const next = new Map(before);
      if (patch) next.set(id, patch);
      else next.delete(id);
      return next;
    });
  }, []);

  const refuse = useCallback((refusal: RefusedChange) => setRefused((before) => [...before, refusal]), []);

  const refreshAround = useCallback(
    () => Promise.all(AROUND.map((part) => client.invalidateQueries({ queryKey: part.pathKey() }))),
    [client],
  );

  const undo = useCallback(
    async (row: ActionRow, version: number) => {
      try {
        const { results } = await trpcClient.assignments.undo.mutate({
          entries: [{ actionId: row.id, version }],
        });
        const [result] = results;
        if (result?.ok) toast(`${row.reference} is as it was.`);
        else
          refuse({
            row,
            change: null,
            problem: { code: 'RULE', message: result?.sentence ?? '', requestId: '' },
          });
      } catch (error) {
        refuse({ row, change: null, problem: problemOf(error) });
      }
      await refreshRow(client, row.id);
      void refreshAround();
    },
    [client, refreshAround, refuse],
  );

  const save = useCallback(
    async (row: ActionRow, change: InlineChange) => {
      show(row.id, shownAfter(change, names));
      try {
        const { version } = await write(row, change);
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
      } finally {
        show(row.id, null);
      }
    },
    [client, names, show, undo, refreshAround, refuse],
  );

  const dismiss = useCallback(() => setRefused((before) => before.slice(1)), []);
  const saving = useMemo(() => new Set(shown.keys()), [shown]);
  return { shown, saving, save, refused: refused[0] ?? null, dismiss };
}
