import { grouped } from '@gt/domain/wording';
import { EmptyState, SkeletonRows, SplitView } from '@gt/ui';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useCallback, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { PlanViews } from '../../components/plan-views.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { useToday, useUser } from '../../lib/session.ts';
import { usePlans } from '../plans/public.tsx';
import { ActionPanel } from './action-panel.tsx';
import { ColumnsButton } from './columns-button.tsx';
import { FilterBar, NO_FILTER } from './filter-bar.tsx';
import { allFilterWords } from './filter-names.ts';
import { CreateActionDialog, ExportMenu, ViewsMenu } from './lazy-parts.tsx';
import { listFilter, readGroup, readSort } from './list-input.ts';
import { mayCreate } from './may-create.ts';
import { PlanLayoutView } from './plan-layout.tsx';
import { PlanTable } from './plan-table.tsx';
import { actionFiltersQuery } from './queries.ts';
import { useActionRows } from './use-action-rows.ts';
import { useColumnChoice } from './use-column-choice.ts';
import { useWalkKeys } from './use-walk-keys.ts';

/** The plan's table, with an action open beside it. Filters, sort and the open action stand in the address. */
export function PlanActionsPage() {
  const { planId } = useParams({ from: signedIn(paths.planActions) });
  const search = useSearch({ from: signedIn(paths.planActions) });
  const navigate = useNavigate({ from: paths.planActions });
  const today = useToday();
  const user = useUser();
  const [creating, setCreating] = useState(false);
  const names = useQuery(actionFiltersQuery(planId));
  const filter = listFilter(search, today);
  const isTable = search.view === undefined;
  const asked = { planId, filter, sort: readSort(search.sort), groupBy: readGroup(search.group) };
  const actions = useActionRows(asked);
  const { list, first } = actions;
  const change = useCallback(
    (patch: PlanActionsSearch, replace = false) =>
      void navigate({
        search: (previous: PlanActionsSearch) => ({ ...previous, ...patch }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const columns = useColumnChoice(search, change);
  useWalkKeys(actions, search.open, change);
  const filters = allFilterWords(search, names.data);
  const plan = usePlans().data?.find(({ id }) => id === planId);
  const count = first ? `${grouped(first.total)} of ${grouped(first.all)}` : undefined;
  const add = () => setCreating(true);
  const panel = search.open ? (
    <ActionPanel planId={planId} actionId={search.open} onClose={() => change({ open: undefined })} />
  ) : null;
  return (
    <Page
      title="Actions"
      printFilter={[plan?.name, filters || 'All actions', count].filter(Boolean).join(' · ')}
      actions={
        <>
          <PlanViews planId={planId} />
          <Suspense fallback={<Skeleton width={160} height={36} />}>
            <ViewsMenu planId={planId} search={search} />
          </Suspense>
          {mayCreate(user.roles) ? <Button onClick={add}>Add an action</Button> : null}
        </>
      }
    >
      <SplitView panel={panel}>
        <FilterBar
          planId={planId}
          search={search}
          names={names.data}
          count={count}
          stale={first?.stale}
          tools={
            <>
              {isTable ? <ColumnsButton search={search} columns={columns} onChange={change} /> : null}
              <Suspense fallback={<Skeleton width={110} height={30} />}>
                <ExportMenu
                  list={asked}
                  columns={['reference', 'title', ...columns.chosen]}
                  actions={actions}
                />
              </Suspense>
            </>
          }
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
            planId={planId}
            all={first.all}
            filters={filters}
            onClear={() => change(NO_FILTER)}
            onAdd={mayCreate(user.roles) ? add : undefined}
          />
        ) : null}
        {isTable ? (
          <PlanTable
            planId={planId}
            actions={actions}
            names={names.data}
            search={search}
            columns={columns.shown}
            filterKey={JSON.stringify(filter)}
            onChange={change}
          />
        ) : null}
      </SplitView>
      {creating ? (
        <CreateActionDialog
          planId={planId}
          recommendationId={filter.recommendationIds?.length === 1 ? filter.recommendationIds[0] : undefined}
          onClose={() => setCreating(false)}
          onCreated={(actionId) => change({ open: actionId })}
        />
      ) : null}
    </Page>
  );
}

type NothingProps = {
  planId: string;
  all: number;
  filters: string;
  onClear: () => void;
  onAdd: (() => void) | undefined;
};

function NothingToShow({ planId, all, filters, onClear, onAdd }: NothingProps) {
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
      detail={
        onAdd ? (
          <Link to={paths.workbooks} params={{ planId }}>
            Or bring in the workbook you have
          </Link>
        ) : undefined
      }
      buttonLabel={onAdd ? 'Add an action' : undefined}
      onButton={onAdd}
    />
  );
}
