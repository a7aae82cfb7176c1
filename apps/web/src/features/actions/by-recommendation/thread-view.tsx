import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { Segments } from '../../../components/segments.tsx';
import { useUser } from '../../../lib/session.ts';
import { LayoutEmpty } from '../layout-empty.tsx';
import { CreateActionDialog } from '../lazy-parts.tsx';
import { mayCreate } from '../may-create.ts';
import type { PlanLayoutProps } from '../plan-layout-props.ts';
import { boardQuery, threadsQuery } from '../queries.ts';
import { usePrinting } from '../use-printing.ts';
import classes from './by-recommendation.module.css';
import { RecommendationGroup } from './recommendation-group.tsx';
import { threadGroups } from './thread-groups.ts';

const SIZES = [
  { value: 'full', label: 'Full threads' },
  { value: 'half', label: 'Half size' },
] as const;

/** Each recommendation with its thread, and the actions of the filter hanging on it. */
export function ThreadView({ planId, filter, search, onChange }: PlanLayoutProps) {
  const { roles } = useUser();
  const board = useQuery(boardQuery({ planId, filter, by: 'recommendation' }));
  // A partner sees actions, not the plan that they are part of.
  const threads = useQuery({ ...threadsQuery(planId), enabled: holds(roles, 'recommendation.read') });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [addingTo, setAddingTo] = useState<string | null>(null);
  const isPrinting = usePrinting();
  const groups = useMemo(
    () => (board.data ? threadGroups(board.data, threads.data) : []),
    [board.data, threads.data],
  );
  const isHalf = search.density === 'compact';
  const toggle = (id: string) =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const anyOpen = groups.some(({ id }) => !closed.has(id));

  if (board.isError) return <ProblemPanel error={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data) return <SkeletonRows rows={5} rowHeight={140} label="Loading the recommendations" />;
  if (groups.length === 0) return <LayoutEmpty all={board.data.all} onChange={onChange} />;
  return (
    <div className={classes.root} data-stale={board.isPlaceholderData} aria-busy={board.isPlaceholderData}>
      <div className={`${classes.tools} gt-screen-only`}>
        <Segments
          label="Size of the threads"
          value={isHalf ? 'half' : 'full'}
          options={SIZES}
          onChange={(value) => onChange({ density: value === 'half' ? 'compact' : undefined }, true)}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() => setClosed(anyOpen ? new Set(groups.map(({ id }) => id)) : new Set())}
        >
          {anyOpen ? 'Close all' : 'Open all'}
        </Button>
        <p className={classes.words}>
          {countOf(board.data.total, 'action')} under {countOf(groups.length, 'recommendation')}
        </p>
      </div>
      {groups.map((group) => (
        <RecommendationGroup
          key={group.id}
          group={group}
          planId={planId}
          filter={filter}
          search={search}
          isOpen={isPrinting || !closed.has(group.id)}
          isHalf={isHalf}
          isThreadComing={threads.isLoading}
          onToggle={() => toggle(group.id)}
          onAddAction={mayCreate(roles) ? () => setAddingTo(group.id) : undefined}
        />
      ))}
      {threads.isError ? <ProblemPanel error={threads.error} onRetry={() => void threads.refetch()} /> : null}
      {addingTo ? (
        <CreateActionDialog
          planId={planId}
          recommendationId={addingTo}
          onClose={() => setAddingTo(null)}
          onCreated={(actionId) => onChange({ open: actionId })}
        />
      ) : null}
    </div>
  );
}
