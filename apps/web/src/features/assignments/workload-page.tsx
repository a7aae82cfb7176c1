import { formatShortDate } from '@gt/contracts/words';
import { HEAT_WORDS, heatOf } from '@gt/domain/assignment';
import { holds } from '@gt/domain/authz';
import { addDays } from '@gt/domain/calendar';
import { DataTable, EmptyState, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { PlanViews } from '../../components/plan-views.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { holderWords } from '../../lib/holder-words.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { useToday, useUser } from '../../lib/session.ts';
import { type Workload, type WorkloadRow, workloadQuery } from './queries.ts';
import classes from './workload-page.module.css';

/** The statuses in which work is still owed, as the list names them. */
const OPEN = 'NOT_STARTED,IN_PROGRESS,AWAITING_EVIDENCE_CHECK,REOPENED';

type Who = 'team' | 'owner';

/** Who has how much to do, and when: per team and per post, week by week. */
export function WorkloadPage() {
  const { planId } = useParams({ from: signedIn(paths.workload) });
  const { roles } = useUser();
  const mayRead = holds(roles, 'workload.read');
  const { data, error, refetch } = useQuery({ ...workloadQuery(planId), enabled: mayRead });
  return (
    <Page
      title="Workload"
      lead="Open actions by the week they are due in. Every number opens the list behind it."
    >
      <PlanViews planId={planId} />
      {mayRead ? null : (
        <EmptyState sentence="Workload is shown to those who work across the plan. Your own actions are under My week." />
      )}
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayRead && !data && !error ? (
        <SkeletonRows rows={8} rowHeight={36} label="Loading the workload" />
      ) : null}
      {data ? <Tables planId={planId} data={data} /> : null}
    </Page>
  );
}

function Tables({ planId, data }: { planId: string; data: Workload }) {
  const busy = (rows: readonly WorkloadRow[]) => rows.filter(({ open }) => open > 0);
  const free = (rows: readonly WorkloadRow[]) =>
    rows.filter(({ open }) => open === 0).map(({ name }) => name);
  if (busy(data.teams).length === 0 && busy(data.posts).length === 0) {
    return (
      <EmptyState sentence="No team or post has an open action in this plan. Assign actions and they are counted here." />
    );
  }
  return (
    <div className={classes.root}>
      <p className={classes.key}>
        In one week: {HEAT_WORDS.LIGHT} up to 3, {HEAT_WORDS.BUSY} from 4, {HEAT_WORDS.FULL} from 8.
      </p>
      <Heat title="Teams" who="team" planId={planId} weeks={data.weeks} rows={busy(data.teams)} />
      <Free what="Teams" names={free(data.teams)} />
      <Heat title="Posts" who="owner" planId={planId} weeks={data.weeks} rows={busy(data.posts)} />
      <Free what="Posts" names={free(data.posts)} />
    </div>
  );
}

function Free({ what, names }: { what: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p className={classes.free}>
      {what} without an open action: {names.join(', ')}.
    </p>
  );
}

type HeatProps = {
  title: string;
  who: Who;
  planId: string;
  weeks: Workload['weeks'];
  rows: readonly WorkloadRow[];
};

function Heat({ title, who, planId, weeks, rows }: HeatProps) {
  return (
    <section>
      <h2 className={classes.title}>{title}</h2>
      <DataTable caption={`${title}: open actions by week`}>
        <thead>
          <tr>
            <th scope="col">{who === 'team' ? 'Team' : 'Post'}</th>
            <th scope="col">Open</th>
            <th scope="col">Overdue</th>
            {weeks.map((monday) => (
              <th key={monday} scope="col">
                <span className="gt-visually-hidden">Due in the week of </span>
                {formatShortDate(monday).replace(/ \d{4}$/, '')}
              </th>
            ))}
            <th scope="col">Later</th>
            <th scope="col">No date</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} who={who} planId={planId} weeks={weeks} />
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function Row({
  row,
  who,
  planId,
  weeks,
}: {
  row: WorkloadRow;
  who: Who;
  planId: string;
  weeks: Workload['weeks'];
}) {
  const today = useToday();
  const cell = (count: number, search: PlanActionsSearch, words: string, children?: ReactNode) =>
    count === 0 ? (
      <span className={classes.nothing}>
        <span aria-hidden="true">–</span>
        <span className="gt-visually-hidden">none</span>
      </span>
    ) : (
      <Link
        to={paths.planActions}
        params={{ planId }}
        search={{ [who]: row.id, status: OPEN, ...search }}
        className={classes.link}
      >
        <span className="gt-visually-hidden">{row.name}: </span>
        {count}
        <span className="gt-visually-hidden"> {words} </span>
        {children}
      </Link>
    );
  const last = weeks[weeks.length - 1];
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {row.name}
        {who === 'owner' ? (
          <span className={classes.holder}>{holderWords({ title: row.name, holder: row.holder })}</span>
        ) : null}
      </th>
      <td>{cell(row.open, {}, 'open')}</td>
      <td data-late={row.overdue > 0 || undefined} className={classes.late}>
        {cell(row.overdue, { due: 'overdue' }, 'overdue')}
      </td>
      {weeks.map((monday, index) => {
        const due = row.weeks[index] ?? 0;
        const heat = heatOf(due);
        const words = `due in the week of ${formatShortDate(monday)},`;
        return (
          <td key={monday} data-heat={heat} className={classes.heat}>
            {cell(
              due,
              { due: `${index === 0 ? today : monday}..${addDays(monday, 6)}` },
              words,
              <span className={classes.word}>{HEAT_WORDS[heat]}</span>,
            )}
          </td>
        );
      })}
      <td>{cell(row.later, last ? { due: `${addDays(last, 7)}..` } : {}, 'due later')}</td>
      <td>{cell(row.noDate, { due: 'none' }, 'without a due date')}</td>
    </tr>
  );
}
