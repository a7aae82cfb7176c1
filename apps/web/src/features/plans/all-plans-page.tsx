import type { IsoDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { orderPlans, PLAN_ORDERS, type PlanOrder, plansWords } from '@gt/domain/plan';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { AllPlansTable } from './all-plans-table.tsx';
import { allPlansQuery, type PlanBeside } from './queries.ts';

const ORDER_LABELS: Record<PlanOrder, string> = {
  worst: 'Most overdue first',
  clock: 'Next statutory date first',
  name: 'By name',
  newest: 'Newest first',
};

/** Every plan in a row beside the others; each figure opens the list behind it in its own plan. */
export function AllPlansPage() {
  const { order = 'worst' } = useSearch({ from: signedIn(paths.allPlans) });
  const navigate = useNavigate();
  const { roles } = useUser();
  const { data, error, refetch } = useQuery(allPlansQuery());
  const mayCreate = holds(roles, 'plan.create');
  return (
    <Page
      title="All plans"
      lead={data ? plansWords(data.plans.length, data.together) : undefined}
      printFilter={ORDER_LABELS[order]}
      actions={
        <>
          {data && data.plans.length > 1 ? (
            <NativeSelect
              aria-label="Order of the plans"
              className="gt-screen-only"
              data={PLAN_ORDERS.map((value) => ({ value, label: ORDER_LABELS[value] }))}
              value={order}
              onChange={({ currentTarget }) =>
                void navigate({
                  to: paths.allPlans,
                  search: { order: PLAN_ORDERS.find((one) => one === currentTarget.value) },
                  replace: true,
                })
              }
            />
          ) : null}
          <Button variant="default" className="gt-screen-only" onClick={() => window.print()}>
            Print
          </Button>
          {mayCreate ? (
            <Button
              className="gt-screen-only"
              renderRoot={(props: object) => <Link to={paths.newPlan} {...props} />}
            >
              New plan
            </Button>
          ) : null}
        </>
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={5} rowHeight={88} label="Loading the plans" /> : null}
      {data?.plans.length === 0 ? (
        <EmptyState sentence="There is no plan yet. A programme lead begins one from an inspection report." />
      ) : null}
      {data && data.plans.length > 0 ? (
        <AllPlansTable
          plans={orderPlans(
            data.plans.map((plan) => ({ ...plan, clockDue: runningUntil(plan.clock) })),
            order,
          )}
          together={data.together}
        />
      ) : null}
    </Page>
  );
}

/** A clock that was stopped is not due any more. */
function runningUntil(clock: PlanBeside['clock']): IsoDate | null {
  return clock && clock.submittedOn === null ? clock.dueDate : null;
}
