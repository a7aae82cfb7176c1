import { countOf } from '@gt/domain/wording';
import { EmptyState, RagBadge, SkeletonRows } from '@gt/ui';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import classes from './pages.module.css';
import { type ChallengeRow, challengeQuery } from './queries.ts';

/** For the chair: actions whose declared colour differs from the rule, with what was said of the difference beside it. */
export function ChallengePage() {
  const { planId } = useParams({ from: signedIn(paths.planChallenge) });
  const { show } = useSearch({ from: signedIn(paths.planChallenge) });
  const navigate = useNavigate();
  const mismatch = show === 'unexplained' ? 'UNEXPLAINED' : 'ANY';
  const { data, error, refetch } = useQuery(challengeQuery(planId, mismatch));
  return (
    <Page
      title="Colours to challenge"
      lead="Where the colour that was declared differs from the one the rule gives, and why."
      printFilter={mismatch === 'ANY' ? 'Every difference' : 'Differences that nobody has explained'}
    >
      <SegmentedControl
        className="gt-screen-only"
        aria-label="Which differences are shown"
        value={mismatch}
        onChange={(value) =>
          void navigate({
            to: paths.planChallenge,
            params: { planId },
            search: { show: value === 'UNEXPLAINED' ? 'unexplained' : undefined },
            replace: true,
          })
        }
        data={[
          { value: 'ANY', label: 'Every difference' },
          { value: 'UNEXPLAINED', label: 'Not explained' },
        ]}
        mb="md"
      />
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={4} rowHeight={96} label="Loading the colours" /> : null}
      {data?.rows.length === 0 ? (
        <EmptyState
          sentence={
            mismatch === 'ANY'
              ? 'Every declared colour agrees with the rule.'
              : 'Every difference has been explained.'
          }
        />
      ) : null}
      {data && data.rows.length > 0 ? (
        <>
          <p className={classes.quiet}>{countOf(data.total, 'action')}, as the rule stands today.</p>
          <ul className={classes.cards} aria-label="Actions whose colours differ">
            {data.rows.map((row) => (
              <Challenge key={row.id} planId={planId} row={row} />
            ))}
          </ul>
        </>
      ) : null}
    </Page>
  );
}

function Challenge({ planId, row }: { planId: string; row: ChallengeRow }) {
  const who = row.ownerUser?.name ?? row.ownerPost?.holder ?? row.ownerPost?.title ?? 'Nobody owns it';
  return (
    <li className={classes.card}>
      <h2 className={classes.cardTitle}>
        <Link to={paths.action} params={{ planId, actionId: row.id }} className={classes.link}>
          {row.reference} {row.redactedAt ? 'Words destroyed' : row.title}
        </Link>
      </h2>
      <p className={classes.quiet}>
        {who}
        {row.team ? ` · ${row.team.name}` : ''}
      </p>
      <dl className={classes.sides}>
        <div>
          <dt>
            <RagBadge rag={row.declaredRag} prefix="Declared" weeks={row.weeksAtColour} />
          </dt>
          <dd>{row.ragReason || 'No reason was given.'}</dd>
        </div>
        <div>
          <dt>
            <RagBadge rag={row.calculatedRag} prefix="By rule" />
          </dt>
          <dd>{row.calculatedReasons.join('; ') || 'Nothing late, moved often or silent'}.</dd>
        </div>
        <div>
          <dt>Why they differ</dt>
          <dd>
            {row.mismatchReason === '' ? (
              <strong className={classes.warning}>Nobody has said.</strong>
            ) : row.mismatchReason === row.ragReason ? (
              'The reason that was declared.'
            ) : (
              row.mismatchReason
            )}
          </dd>
        </div>
      </dl>
    </li>
  );
}
