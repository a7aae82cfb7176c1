import { SidePanel, SkeletonRows } from '@gt/ui';
import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { copyLink } from '../../components/copy-link.ts';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { ActionView } from './lazy-parts.tsx';
import { actionQuery } from './queries.ts';

type ActionPanelProps = { planId: string; actionId: string; onClose: () => void };

/** An action beside the table it was chosen from. */
export function ActionPanel({ planId, actionId, onClose }: ActionPanelProps) {
  const { data, error, isError, refetch } = useQuery(actionQuery(actionId));
  const title = data ? `${data.reference} ${data.redactedAt ? 'Words destroyed' : data.title}` : 'Action';
  return (
    <SidePanel
      title={title}
      recordKey={actionId}
      onClose={onClose}
      actions={
        <Group gap="sm">
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to={paths.action} params={{ planId, actionId }} />}
          >
            Open as a page
          </Anchor>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => void copyLink(`/plans/${planId}/actions/${actionId}`)}
          >
            Copy link
          </Anchor>
        </Group>
      }
    >
      {data ? (
        <Suspense fallback={<SkeletonRows rows={8} label="Loading the action" />}>
          <ActionView action={data} />
        </Suspense>
      ) : null}
      {isError ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !isError ? <SkeletonRows rows={8} label="Loading the action" /> : null}
    </SidePanel>
  );
}
