import { countOf } from '@gt/domain/wording';
import { Panel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import compared from './comparison.module.css';
import { differencesBySection, type SectionDifference } from './differences.ts';
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
      <ul className={compared.differences}>
        {differencesBySection(data ?? []).map((section) => (
          <SectionDifferences key={section.heading} of={section} />
        ))}
      </ul>
    </Panel>
  );
}

function SectionDifferences({ of: { heading, change, parts } }: { of: SectionDifference }) {
  return (
    <li className={compared.difference}>
      <h3 className={compared.differenceHead}>
        {heading} {change ? <span className={classes.hint}>{CHANGES[change]}</span> : null}
      </h3>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one section in their order
        <p key={index} className={compared.runs}>
          {change ? null : <span className={classes.hint}>{CHANGES[part.change]}: </span>}
          <Runs runs={part.runs} />
        </p>
      ))}
    </li>
  );
}

function Runs({ runs }: Pick<Difference, 'runs'>) {
  return runs.map(({ kind, text }, index) => {
    if (kind === 'SAME') {
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text
      return <span key={index}>{text}</span>;
    }
    const Mark = kind === 'ADDED' ? 'ins' : 'del';
    const word = kind === 'ADDED' ? 'added' : 'left out';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text
      <Mark key={index}>
        <span className="gt-visually-hidden"> [{word}: </span>
        {text}
        <span className="gt-visually-hidden">] </span>
      </Mark>
    );
  });
}
