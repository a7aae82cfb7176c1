import { holds } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { ClockLine } from './clock-line.tsx';
import { MakeBoardReport, MakeStatement } from './make-paper.tsx';
import { PaperGroup } from './paper-group.tsx';
import { papersOf } from './paper-words.ts';
import { type ReportList, reportsQuery } from './queries.ts';
import classes from './reports.module.css';

const LEAD = 'Minutes, board reports and the statement of action: drafts, and every version that was issued.';

/** The papers of a plan in three groups, and the making of new ones. */
export function ReportsPage() {
  const { planId } = useParams({ from: signedIn(paths.reports) });
  const { roles } = useUser();
  const mayRead = holds(roles, 'report.read');
  const { data, error, refetch } = useQuery({ ...reportsQuery(planId), enabled: mayRead });
  return (
    <Page
      title="Reports"
      lead={LEAD}
      actions={
        <>
          <ReviewNav planId={planId} />
          {holds(roles, 'report.template') ? (
            <Link to={paths.reportTemplates} className="gt-screen-only">
              Templates
            </Link>
          ) : null}
        </>
      }
    >
      {mayRead ? null : <EmptyState sentence="Your role does not read the papers of a plan." />}
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayRead && !data && !error ? (
        <SkeletonRows rows={3} rowHeight={180} label="Loading the reports" />
      ) : null}
      {data ? <Groups key={planId} planId={planId} list={data} /> : null}
    </Page>
  );
}

function Groups({ planId, list }: { planId: string; list: ReportList }) {
  const { reports, total, clocks, snapshots } = list;
  const mayMake = holds(useUser().roles, 'report.edit');
  const statements = papersOf(reports, 'STATEMENT_OF_ACTION');
  const more = total - reports.length;
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <PaperGroup
          title="Board reports"
          papers={papersOf(reports, 'BOARD_REPORT')}
          empty={{
            sentence: 'No board report has been made yet.',
            detail: mayMake
              ? 'One press writes it from a snapshot. You change its words before it is issued.'
              : 'The programme lead makes it before the board meets.',
          }}
        >
          {mayMake ? <MakeBoardReport planId={planId} snapshots={snapshots} /> : null}
        </PaperGroup>
        <PaperGroup
          title="Statement of action"
          papers={statements}
          empty={{
            sentence: 'The statement of action has not been made yet.',
            detail: mayMake
              ? 'It is written from the plan: each recommendation with its actions, owners, dates and measures.'
              : 'The programme lead makes it from the plan.',
          }}
          head={clocks.map((clock) => <ClockLine key={clock.id} clock={clock} />)}
        >
          {mayMake ? <MakeStatement planId={planId} isFirst={statements.length === 0} /> : null}
        </PaperGroup>
      </div>
      <div className={classes.column}>
        <PaperGroup
          title="Minutes"
          papers={papersOf(reports, 'MINUTES')}
          empty={{
            sentence: 'There are no minutes yet.',
            detail: (
              <>
                They are made when a{' '}
                <Link to={paths.reviews} params={{ planId }}>
                  review
                </Link>{' '}
                is frozen, and corrected by a later, visible note.
              </>
            ),
          }}
        />
      </div>
      {more > 0 ? <p className={classes.note}>{more} older papers are not listed.</p> : null}
    </div>
  );
}
