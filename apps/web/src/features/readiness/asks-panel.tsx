import { ASK_STATE_LABELS, formatShortDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { DataTable, Panel } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { type AskRow, asksQuery } from './queries.ts';
import classes from './readiness.module.css';

/** Evidence that posts are asked for: what is late first, then what was brought or taken back. */
export function AsksPanel({ planId }: { planId: string }) {
  const { data, error, refetch } = useQuery(asksQuery(planId));
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data || data.total === 0) return null;
  const { asks, total, open, overdue } = data;
  return (
    <Panel title="Evidence asked for" aside={`${open} open${overdue > 0 ? `, ${overdue} overdue` : ''}`}>
      <DataTable caption="Evidence asked for" cards>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">What is asked for</th>
            <th scope="col">Post</th>
            <th scope="col">By</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {asks.map((ask) => (
            <Row key={ask.id} planId={planId} ask={ask} />
          ))}
        </tbody>
      </DataTable>
      {total > asks.length ? (
        <p className={classes.quiet}>{countOf(total - asks.length, 'older one', 'older ones')} not shown.</p>
      ) : null}
    </Panel>
  );
}

function Row({ planId, ask }: { planId: string; ask: AskRow }) {
  const { id, action, recommendation, text, post, dueDate, dueWords, overdue, state, evidence } = ask;
  return (
    <tr>
      <td data-label="For">{action?.reference ?? recommendation}</td>
      <td data-label="What is asked for" className={classes.asked}>
        <Link to={paths.ask} params={{ planId, askId: id }}>
          {text}
        </Link>
      </td>
      <td data-label="Post">{post.title}</td>
      <td data-label="By">
        {formatShortDate(dueDate)}
        {dueWords ? <span className={overdue ? classes.late : classes.beneath}>{dueWords}</span> : null}
      </td>
      <td data-label="State">
        {ASK_STATE_LABELS[state]}
        {evidence ? <span className={classes.beneath}>{evidence.reference}</span> : null}
      </td>
    </tr>
  );
}
