import { Panel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import classes from './action-view.module.css';
import { ActionView } from './lazy-parts.tsx';
import { actionQuery } from './queries.ts';

/** One action on a page of its own. */
export function ActionPage() {
  const { planId, actionId } = useParams({ from: signedIn(paths.action) });
  const { data, error, isError, refetch } = useQuery(actionQuery(actionId));
  const title = data ? `${data.reference} ${data.redactedAt ? 'Words destroyed' : data.title}` : 'Action';
  return (
    <Page
      title={title}
      lead={
        <>
          <Link to={paths.planActions} params={{ planId }} className={classes.back}>
            All actions
          </Link>
          {data ? ` of ${data.planName}` : ''}
        </>
      }
    >
      {isError ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !isError ? <SkeletonRows rows={8} label="Loading the action" /> : null}
      {data ? (
        <Panel>
          <Suspense fallback={<SkeletonRows rows={8} label="Loading the action" />}>
            <ActionView action={data} />
          </Suspense>
        </Panel>
      ) : null}
    </Page>
  );
}
