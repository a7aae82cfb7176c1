import { grouped } from '@gt/domain/wording';
import { EmptyState, SkeletonRows, SplitView } from '@gt/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { PlanViews } from '../../components/plan-views.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { useToday, useUser } from '../../lib/session.ts';
import { ActionPanel } from './action-panel.tsx';
import { ActionsTable } from './actions-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { allFilterWords, FILTER_KEYS } from './filter-names.ts';
import { CreateActionDialog } from './lazy-parts.tsx';
import { listFilter, readSort } from './list-input.ts';
import { mayCreate } from './may-create.ts';
import { PlanLayoutView } from './plan-layout.tsx';
import { actionFiltersQuery, actionListQuery } from './queries.ts';
import { useColumnChoice } from './use-column-choice.ts';

const CLEARED = Object.fromEntries([...FILTER_KEYS, 'q'].map((key) => [key, undefined]));

/** The plan's table, with an action open beside it. Filters, sort and the open action stand in the address. */
export function PlanActionsPage() {
  const { planId } = useParams({ from: signedIn(paths.planActions) });
  const search = useSearch({ from: signedIn(paths.planActions) });
  const navigate = useNavigate({ from: paths.planActions });
  const today = useToday();
  const user = useUser();
  const [creating, setCreating] = useState(false);
  const [visibility, setVisibility] = useColumnChoice();
  const names = useQuery(actionFiltersQuery(planId));
  const filter = listFilter(search, today);
  const isTable = search.view === undefined;
  const list = useInfiniteQuery(actionListQuery({ planId, filter, sort: readSort(search.sort) }));
  const change = useCallback(
    (patch: PlanActionsSearch, replace = false) =>
      void navigate({
        search: (previous: PlanActionsSearch) => ({ ...previous, ...patch }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const first = list.data?.pages[0];
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const filters = allFilterWords(search, names.data);
  const count = first ? `${grouped(first.total)} of ${grouped(first.all)}` : undefined;
  const add = () => setCreating(true);
  const panel = search.open ? (
    <ActionPanel planId={planId} actionId={search.open} onClose={() => change({ open: undefined })} />
  ) : null;
  return (
    <Page
      title="Actions"
      printFilter={filters || 'All actions'}
      actions={
        <>
          <PlanViews planId={planId} />
          {mayCreate(user.roles) ? <Button onClick={add}>Add an action</Button> : null}
        </>
      }
    >
      <SplitView panel={panel}>
        <FilterBar
          search={search}
          names={names.data}
          count={count}
          visibility={visibility}
          onVisibility={setVisibility}
          onChange={change}
        />
        {search.view ? (
          <PlanLayoutView
            layout={search.view}
            planId={planId}
            filter={filter}
            search={search}
            onChange={change}
          />
        ) : null}
        {isTable && list.isPending ? <SkeletonRows rows={10} rowHeight={44} label="Loading actions" /> : null}
        {isTable && list.isError ? (
          <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {isTable && first && first.total === 0 ? (
          <NothingToShow
            all={first.all}
            filters={filters}
            onClear={() => change(CLEARED)}
            onAdd={mayCreate(user.roles) ? add : undefined}
          />
        ) : null}
        {isTable && first && first.total > 0 ? (
          <ActionsTable
            planId={planId}
            rows={rows}
            total={first.total}
            search={search}
            visibility={visibility}
            stale={list.isPlaceholderData}
            onSort={(sort) => change({ sort })}
            onNearEnd={onNearEnd}
          />
        ) : null}
      </SplitView>
      {creating ? (
        <CreateActionDialog
          planId={planId}
          recommendationId={search.recommendation}
          onClose={() => setCreating(false)}
          onCreated={(actionId) => change({ open: actionId })}
        />
      ) : null}
    </Page>
  );
}

type NothingProps = { all: number; filters: string; onClear: () => void; onAdd: (() => void) | undefined };

function NothingToShow({ all, filters, onClear, onAdd }: NothingProps) {
  if (all > 0) {
    return (
      <EmptyState
        sentence={`No action fits: ${filters}.`}
        buttonLabel="Show all actions"
        onButton={onClear}
      />
    );
  }
  return (
    <EmptyState
      sentence={
        onAdd
          ? 'This plan has no actions yet. Add the first one under a recommendation.'
          : 'No actions to show yet. The programme lead adds them under each recommendation.'
      }
      buttonLabel={onAdd ? 'Add an action' : undefined}
      onButton={onAdd}
    />
  );
}
