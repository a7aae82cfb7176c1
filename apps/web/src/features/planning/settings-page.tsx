import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { MembersPanel } from './members/members-panel.tsx';
import classes from './pages.module.css';
import { settingsQuery } from './queries.ts';
import { SettingsForm } from './settings-form.tsx';
import { SettingsHistory } from './settings-history.tsx';

/** How a plan is run: when its colours turn, whose word a date needs, what evidence must show, when it is reviewed and by whom, and who changed that. */
export function PlanSettingsPage() {
  const { planId } = useParams({ from: signedIn(paths.planSettings) });
  const { roles } = useUser();
  const mayEdit = holds(roles, 'plan.edit');
  const { data, error, refetch } = useQuery({ ...settingsQuery(planId), enabled: mayEdit });
  return (
    <Page title="How the plan is run" lead={data?.planName}>
      {!mayEdit ? <EmptyState sentence="Only the programme lead sets how the plan is run." /> : null}
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayEdit && !data && !error ? <SkeletonRows rows={8} label="Loading the settings" /> : null}
      {data ? (
        <div className={classes.cards}>
          {/* A form that was saved begins afresh with what was saved. */}
          <SettingsForm key={`${planId}-${data.version}`} settings={data} />
          <MembersPanel planId={planId} />
          <SettingsHistory history={data.history} />
        </div>
      ) : null}
    </Page>
  );
}
