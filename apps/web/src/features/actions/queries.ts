import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, trpcClient } from '../../lib/trpc.ts';

export type ActionRow = RouterOutputs['actions']['list']['rows'][number];
export type ActionDetail = RouterOutputs['actions']['get'];
export type ActionFilters = RouterOutputs['actions']['filters'];
export type Board = RouterOutputs['actions']['board'];
export type BoardColumn = Board['columns'][number];
export type ThreadRow = RouterOutputs['recommendations']['list'][number];
export type TimelinePage = RouterOutputs['actions']['timeline'];
export type TimelineRow = TimelinePage['rows'][number];
export type Meeting = RouterOutputs['plans']['meetings'][number];

/** Rows of the first page, and of those fetched as the person comes near the end. */
const FIRST_PAGE = 100;
const NEXT_PAGE = 200;
/** With more pages than this, coming back to the window does not fetch them all again. */
const FEW_PAGES = 5;

/** The plan's table: filtered and sorted by the server, some rows at a time. */
export function actionListQuery(input: Omit<RouterInputs['actions']['list'], 'page'>) {
  return infiniteQueryOptions({
    // Under the key of the procedure, so that what refreshes actions refreshes this.
    queryKey: [...trpc.actions.list.pathKey(), { pages: input }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.actions.list.query(
        { ...input, page: { cursor: pageParam, limit: pageParam ? NEXT_PAGE : FIRST_PAGE } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= FEW_PAGES,
    placeholderData: (previous) => previous,
  });
}

/** The plan's actions in columns, each with its count and first cards. */
export function boardQuery(input: RouterInputs['actions']['board']) {
  return trpc.actions.board.queryOptions(input, { placeholderData: (previous) => previous });
}

/** The cards of one column after those that came with the board, some at a time. */
export function boardColumnQuery(input: RouterInputs['actions']['boardColumn']) {
  const { after: first, ...column } = input;
  return infiniteQueryOptions({
    queryKey: [...trpc.actions.boardColumn.pathKey(), { pages: input }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.actions.boardColumn.query({ ...column, after: pageParam }, { signal }),
    initialPageParam: first,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Every recommendation of the plan with its thread. */
export const threadsQuery = (planId: string) => trpc.recommendations.list.queryOptions({ planId });

/** The bars of the timeline in order of reference, three hundred at a time. */
export function timelineQuery(input: Omit<RouterInputs['actions']['timeline'], 'after' | 'limit'>) {
  return infiniteQueryOptions({
    queryKey: [...trpc.actions.timeline.pathKey(), { pages: input }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.actions.timeline.query({ ...input, after: pageParam }, { signal }),
    initialPageParam: null as RouterInputs['actions']['timeline']['after'],
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
  });
}

/** The plan's reviews and boards between two days; the ones before stay in sight while the canvas grows. */
export const meetingsQuery = (input: RouterInputs['plans']['meetings']) =>
  trpc.plans.meetings.queryOptions(input, { placeholderData: (previous) => previous, staleTime: 60_000 });

export const actionQuery = (actionId: string) => trpc.actions.get.queryOptions({ actionId });
export const actionFiltersQuery = (planId: string) =>
  trpc.actions.filters.queryOptions({ planId }, { staleTime: 60_000 });
/** Whose word a change of its due date needs. */
export const dueDateApprovalQuery = (actionId: string) => trpc.planning.ofAction.queryOptions({ actionId });
/** How many actions each value of each filter would leave; asked while filters are being chosen. */
export const facetsQuery = (input: RouterInputs['actions']['facets']) =>
  trpc.actions.facets.queryOptions(input, { placeholderData: (previous) => previous });

/** Everything that shows actions: asked again after a write. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [
        trpc.actions.pathKey(),
        trpc.updates.pathKey(),
        trpc.planning.pathKey(),
        trpc.dashboard.pathKey(),
        trpc.recommendations.pathKey(),
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** One mutation for each way of writing to an action; lists and panel follow. */
export function useActionWrites() {
  const onSuccess = useRefresh();
  return {
    create: useMutation(trpc.actions.create.mutationOptions({ onSuccess })),
    edit: useMutation(trpc.actions.edit.mutationOptions({ onSuccess })),
    assign: useMutation(trpc.actions.assign.mutationOptions({ onSuccess })),
    changeDueDate: useMutation(trpc.actions.changeDueDate.mutationOptions({ onSuccess })),
    requestDueDate: useMutation(trpc.planning.requestDueDate.mutationOptions({ onSuccess })),
    changeStatus: useMutation(trpc.actions.changeStatus.mutationOptions({ onSuccess })),
    close: useMutation(trpc.actions.close.mutationOptions({ onSuccess })),
    // A refusal is followed too: what somebody else changed must be seen before it is removed.
    remove: useMutation(trpc.actions.remove.mutationOptions({ onSettled: onSuccess })),
    restore: useMutation(trpc.actions.restore.mutationOptions({ onSuccess })),
  };
}
