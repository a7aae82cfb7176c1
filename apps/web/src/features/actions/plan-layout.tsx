import { SkeletonRows } from '@gt/ui';
import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import type { PlanLayout } from '../../lib/plan-actions-search.ts';
import type { PlanLayoutProps } from './plan-layout-props.ts';

/** Each is fetched when somebody looks at the plan that way: the table must not wait for them. */
const LAYOUTS = {
  board: lazyPart(async () => (await import('./board/board-view.tsx')).BoardView),
  timeline: lazyPart(async () => (await import('./timeline/timeline-view.tsx')).TimelineView),
  thread: lazyPart(async () => (await import('./by-recommendation/thread-view.tsx')).ThreadView),
} satisfies Record<PlanLayout, unknown>;

/** The actions of the filter, drawn otherwise than as a table. */
export function PlanLayoutView({ layout, ...props }: PlanLayoutProps & { layout: PlanLayout }) {
  const Layout = LAYOUTS[layout];
  return (
    <Suspense fallback={<SkeletonRows rows={8} rowHeight={56} label={`Loading the ${layout}`} />}>
      <Layout {...props} />
    </Suspense>
  );
}
