import { countOf } from '@gt/domain/wording';
import { Panel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import classes from './editor.module.css';
import { newestFirst, versionName } from './paper-words.ts';
import { compareQuery, type Difference, type Report, type ReportRow } from './queries.ts';

const CHANGES: Record<Difference['change'], string> = {
  ADDED: 'Added',
  REMOVED: 'Left out',
  CHANGED: 'Changed',
};

/** What is worded otherwise in the newer of two versions: what came marked and underlined, what went struck through. */
export function ComparisonPanel({ report, other }: { report: Report; other: ReportRow }) {
  const [newer, older] = [report, other].toSorted(newestFirst);
  const ids = [newer?.id ?? report.id, older?.id ?? other.id] as const;
  const { data, error, refetch } = useQuery(compareQuery(...ids));
  return (
    <Panel
      title={`${versionName(newer ?? report)} beside ${versionName(older ?? other).toLowerCase()}`}
      aside={
        <Link
          className="gt-screen-only"
          to={paths.report}
          params={{ planId: report.planId, reportId: report.id }}
        >
          Close the comparison
        </Link>
      }
    >
      {error && !data ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={4} label="Comparing the versions" /> : null}
      {data ? (
        <p className={classes.say} role="status">
          {data.length === 0
            ? 'They say the same, word for word.'
            : `${countOf(data.length, 'difference')}. What the newer one adds is underlined; what it leaves out is struck through.`}
        </p>
      ) : null}
      <ul className={classes.differences}>
        {data?.map((difference, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one section may differ in several places
          <DifferenceItem key={index} difference={difference} />
        ))}
      </ul>
    </Panel>
  );
}

function DifferenceItem({ difference: { heading, change, runs } }: { difference: Difference }) {
  return (
    <li className={classes.difference}>
      <h3 className={classes.differenceHead}>
        {heading} <span className={classes.hint}>{CHANGES[change]}</span>
      </h3>
      <p className={classes.runs}>
        {runs.map(({ kind, text }, index) => {
          if (kind === 'SAME') {
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text
            return <span key={index}>{text}</span>;
          }
          const Mark = kind === 'ADDED' ? 'ins' : 'del';
          const [before, after] =
            kind === 'ADDED' ? ['added', 'end of added'] : ['left out', 'end of left out'];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text
            <Mark key={index}>
              <span className="gt-visually-hidden"> [{before}: </span>
              {text}
              <span className="gt-visually-hidden"> {after}] </span>
            </Mark>
          );
        })}
      </p>
    </li>
  );
}
