import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { usePlans } from './use-plans.ts';

/** Fetched only where there is no plan yet: the shell carries this file. */
const FirstSteps = lazyPart(async () => (await import('../people/public.tsx')).FirstSteps);

/** The start: all plans side by side; the plan itself where there is one; or how to make the first. */
export function HomePage() {
  const { roles } = useUser();
  const navigate = useNavigate();
  const listsPlans = holds(roles, 'plan.list');
  const { data: plans, error, refetch } = usePlans();
  // An administrator's work is people; a partner's is their own actions.
  if (!listsPlans) return <Navigate to={paths.people} replace />;
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!plans) return <SkeletonRows label="Looking for your plans" />;
  const [plan] = plans;
  if (plans.length > 1 && holds(roles, 'plan.read')) return <Navigate to={paths.allPlans} replace />;
  if (plan && holds(roles, 'plan.read'))
    return <Navigate to={paths.position} params={{ planId: plan.id }} replace />;
  if (plan) return <Navigate to={paths.myWeek} replace />;
  const mayCreate = holds(roles, 'plan.create');
  return (
    <Page title="No plan yet">
      {holds(roles, 'team.edit') ? (
        <Suspense fallback={<SkeletonRows label="Loading the first steps" />}>
          <FirstSteps />
        </Suspense>
      ) : (
        <EmptyState
          sentence={
            mayCreate
              ? 'A plan begins with what the inspection said. Import the published report and check what was read from it.'
              : 'There is no plan that you can see yet. A programme lead begins one from an inspection report.'
          }
          action={
            mayCreate ? (
              <Group>
                <Button onClick={() => void navigate({ to: paths.newPlan })}>
                  Import an inspection report
                </Button>
                <Button
                  variant="default"
                  onClick={() => void navigate({ to: paths.newPlan, search: { by: 'hand' } })}
                >
                  Enter recommendations by hand
                </Button>
              </Group>
            ) : undefined
          }
        />
      )}
    </Page>
  );
}
