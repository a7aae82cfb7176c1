import { holds } from '@gt/domain/authz';
import { Alert, Tabs } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { AlsoHere } from '../../components/also-here.tsx';
import { JustChanged } from '../../components/just-changed.tsx';
import { lazyPart } from '../../components/lazy-part.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { useUser } from '../../lib/session.ts';
import { CommentsTab } from '../comments/public.tsx';
import { PlanningTab } from '../planning/public.tsx';
import { UpdateComposer, UpdateList } from '../updates/public.tsx';
import { ActionEvidenceTab } from './action-evidence-tab.tsx';
import { ActionFacts } from './action-facts.tsx';
import { ActionHistory } from './action-history.tsx';
import { ActionKeys } from './action-keys.tsx';
import { ActionStanding } from './action-standing.tsx';
import classes from './action-view.module.css';
import type { ActionDetail } from './queries.ts';
import { useMay } from './use-may.ts';

/** Charts come with the tab that shows them. */
const ActionMeasures = lazyPart(async () => (await import('../measures/public.tsx')).ActionMeasures);

/** The tabs that a link may name after #. */
const TABS = ['updates', 'evidence', 'milestones', 'comments', 'detail', 'history'];

/** Everything of one action: where it stands, who and by when, then updates, evidence, detail and history. */
export function ActionView({ action }: { action: ActionDetail }) {
  const may = useMay(action);
  const { roles } = useUser();
  const [tab, setTab] = useTab();
  const isLive = action.deletedAt === null;
  const isOpen = action.status !== 'CLOSED' && action.status !== 'CANCELLED';
  const update = may('update.create');
  return (
    <>
      {action.deletedAt ? (
        <Alert title="In the recycle bin" mb="md">
          {action.deletedReason}
        </Alert>
      ) : null}
      {action.redactedAt ? (
        <Alert title={`The words were destroyed on ${dayInWords(action.redactedAt)}`} mb="md">
          Two people agreed, with a reason. Dates, status and history remain.
        </Alert>
      ) : null}
      <div className={classes.company}>
        {isLive ? <AlsoHere key={action.id} actionId={action.id} /> : null}
        <JustChanged actionId={action.id} isSpoken />
      </div>
      <ActionStanding action={action} may={may} />
      <ActionKeys action={action} may={may} onTab={setTab} />
      <Tabs value={tab} onChange={setTab} keepMounted={false} mt="md">
        <Tabs.List>
          <Tabs.Tab value="updates">Updates ({action.updateCount})</Tabs.Tab>
          <Tabs.Tab value="evidence">Evidence ({action.evidence.total + action.evidence.expired})</Tabs.Tab>
          <Tabs.Tab value="milestones">
            Milestones
            {action.milestones.total > 0 ? ` (${action.milestones.done}/${action.milestones.total})` : ''}
          </Tabs.Tab>
          <Tabs.Tab value="comments">Comments ({action.commentCount})</Tabs.Tab>
          <Tabs.Tab value="detail">Detail</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="updates" pt="md">
          {isLive && isOpen && update.ok ? (
            <UpdateComposer key={action.lastUpdateAt ?? 'first'} action={action} />
          ) : (
            <p className={classes.quiet}>
              {isOpen ? '' : 'No more updates: the action is closed or cancelled.'}
              {isOpen && !update.ok ? update.reason : ''}
            </p>
          )}
          <h3 className={classes.heading}>Updates so far</h3>
          <UpdateList action={action} mayUpdate={isLive && isOpen && update.ok} />
        </Tabs.Panel>
        <Tabs.Panel value="evidence" pt="md">
          <ActionEvidenceTab action={action} upload={may('evidence.upload')} />
        </Tabs.Panel>
        <Tabs.Panel value="comments" pt="md">
          <CommentsTab action={action} comment={may('action.comment')} />
        </Tabs.Panel>
        <Tabs.Panel value="milestones" pt="md">
          <PlanningTab action={action} isOpen={isLive && isOpen} may={may} />
        </Tabs.Panel>
        <Tabs.Panel value="detail" pt="md">
          <ActionFacts action={action} may={may} />
          {holds(roles, 'measure.read') ? (
            <Suspense fallback={null}>
              <ActionMeasures
                planId={action.planId}
                actionId={action.id}
                reference={action.reference}
                plan={isLive ? may('action.plan') : { ok: false, reason: '' }}
              />
            </Suspense>
          ) : null}
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <ActionHistory action={action} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** The open tab; a link may name it after #, and one that comes while the action is open is followed too. */
function useTab() {
  const hash = useRouterState({ select: (state) => state.location.hash });
  const named = TABS.includes(hash) ? hash : '';
  const [tab, setTab] = useState<string | null>(named || 'updates');
  const [followed, setFollowed] = useState(named);
  if (named !== followed) {
    setFollowed(named);
    if (named) setTab(named);
  }
  return [tab, setTab] as const;
}
