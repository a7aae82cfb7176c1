import { holds } from '@gt/domain/authz';
import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { MembersPanel } from './members/members-panel.tsx';
import classes from './pages.module.css';
import { type PlanSettings, settingsQuery } from './queries.ts';
import { SettingsForm } from './settings-form.tsx';

/** How a plan is run: when its colours turn, whose word a date needs, when it is reviewed and by whom, and who changed that. */
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
          <History settings={data} />
        </div>
      ) : null}
    </Page>
  );
}

function History({ settings }: { settings: PlanSettings }) {
  return (
    <Panel title="What was changed">
      {settings.history.length === 0 ? <p className={classes.quiet}>Nothing since the plan began.</p> : null}
      <ol className={classes.history}>
        {settings.history.map((event) => (
          <li key={event.id}>
            <strong>{event.who}</strong>, {dayInWords(event.at)} at {timeInWords(event.at)}
            <ul>
              {event.changes.map((change) => (
                <li key={change.field}>
                  {change.field}: {change.from} → {change.to}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
