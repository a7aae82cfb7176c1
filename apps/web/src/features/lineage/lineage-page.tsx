import { holds } from '@gt/domain/authz';
import { DataTable, EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { InspectionsPanel } from './inspections-panel.tsx';
import classes from './lineage-page.module.css';
import { inspectionName } from './lineage-words.ts';
import { type History, historyQuery } from './queries.ts';
import { ThemesPanel } from './themes-panel.tsx';
import { TimeRow } from './time-row.tsx';

/** What was raised before, for a whole plan: inspections in time, what repeats what, and the themes that came back. */
export function LineagePage() {
  const { planId } = useParams({ from: signedIn(paths.lineage) });
  const { roles } = useUser();
  const { data, error, refetch } = useQuery(historyQuery(planId));
  const mayEdit = holds(roles, 'recommendation.edit');
  return (
    <Page
      title="Lineage"
      documentTitle={data ? `Lineage: ${data.planName}` : undefined}
      lead={data ? `${data.planName}: what was raised before, and what came back` : 'Loading the plan'}
      actions={
        mayEdit ? (
          <Link to={paths.earlierNew} params={{ planId }} className={`${classes.button} gt-screen-only`}>
            Bring in an earlier report
          </Link>
        ) : undefined
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={8} rowHeight={56} label="Loading the lineage" /> : null}
      {data ? <Body history={data} mayEdit={mayEdit} /> : null}
    </Page>
  );
}

function Body({ history, mayEdit }: { history: History; mayEdit: boolean }) {
  const navigate = useNavigate();
  const { planId, authority } = history;
  if (history.inspections.length < 2) {
    return (
      <div className={classes.stack}>
        <EmptyState
          sentence={`There is one inspection of ${authority} here. Bring in the report of an earlier one to see what was raised before.`}
          buttonLabel={mayEdit ? 'Bring in an earlier report' : undefined}
          onButton={() => void navigate({ to: paths.earlierNew, params: { planId } })}
        />
        {history.removed.length > 0 ? <InspectionsPanel history={history} mayEdit={mayEdit} /> : null}
      </div>
    );
  }
  return (
    <div className={classes.stack}>
      <ThemesPanel history={history} />
      <Panel title="Inspections in time" aside="A line joins what was said again">
        <TimeRow history={history} />
      </Panel>
      <LinesPanel history={history} />
      <InspectionsPanel history={history} mayEdit={mayEdit} />
    </div>
  );
}

/** The same lines in words: what each confirmed recommendation repeats, and how many are waiting for an answer. */
function LinesPanel({ history }: { history: History }) {
  const { planId, items, inspections, links, suggestions } = history;
  const itemOf = new Map(items.map((item) => [item.key, item]));
  const nameOf = new Map(inspections.map((inspection) => [inspection.key, inspectionName(inspection)]));
  const lines = [
    ...links.filter(({ state }) => state === 'CONFIRMED').map((link) => ({ ...link, isConfirmed: true })),
    ...suggestions.map((suggestion) => ({ ...suggestion, isConfirmed: false })),
  ].flatMap((line) => {
    const [later, earlier] = [itemOf.get(line.laterKey), itemOf.get(line.earlierKey)];
    return later && earlier ? [{ ...line, later, earlier }] : [];
  });
  const waiting = lines.filter(({ isConfirmed }) => !isConfirmed).length;
  return (
    <Panel title="Raised before, line by line" aside={waiting > 0 ? `${waiting} to answer` : undefined}>
      {lines.length === 0 ? <p className={classes.say}>No recommendation is like an earlier one.</p> : null}
      {lines.length > 0 ? (
        <DataTable caption="Recommendations that were raised before" cards>
          <thead>
            <tr>
              <th scope="col">Recommendation</th>
              <th scope="col">Repeats</th>
              <th scope="col">Standing</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ laterKey, earlierKey, later, earlier, isConfirmed, similarity }) => (
              <tr key={`${laterKey} ${earlierKey}`}>
                <td data-label="Recommendation" className={classes.words}>
                  <Link
                    to={paths.recommendation}
                    params={{ planId: later.planId, recommendationId: later.id }}
                    className={classes.link}
                  >
                    {later.reference}
                  </Link>{' '}
                  {later.planId === planId ? '' : `of ${nameOf.get(later.inspectionKey)}: `}
                  {later.quote}
                </td>
                <td data-label="Repeats" className={classes.words}>
                  <strong>{nameOf.get(earlier.inspectionKey)}</strong>, {earlier.reference}: {earlier.quote}
                </td>
                <td data-label="Standing">
                  {isConfirmed ? '✓ Confirmed' : `Suggested, ${similarity} of 100 alike`}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : null}
    </Panel>
  );
}
