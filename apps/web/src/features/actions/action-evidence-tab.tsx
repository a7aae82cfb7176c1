import type { Decision } from '@gt/domain/authz';
import { SkeletonRows } from '@gt/ui';
import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import type { ActionDetail } from './queries.ts';

/** Fetched when the tab is opened: the plan's table must not wait for it. */
const ActionEvidence = lazyPart(async () => (await import('../evidence/public.tsx')).ActionEvidence);

type ActionEvidenceTabProps = { action: ActionDetail; upload: Decision };

/** The evidence linked to an action, and the place to add more. */
export function ActionEvidenceTab({ action, upload }: ActionEvidenceTabProps) {
  const inBin: Decision = { ok: false, reason: 'The action is in the recycle bin, so it takes no evidence.' };
  return (
    <Suspense fallback={<SkeletonRows rows={3} rowHeight={64} label="Loading evidence" />}>
      <ActionEvidence
        planId={action.planId}
        actionId={action.id}
        upload={action.deletedAt === null ? upload : inBin}
      />
    </Suspense>
  );
}
