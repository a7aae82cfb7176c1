import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './editor.module.css';
import { newestFirst, standingWords, versionName } from './paper-words.ts';
import type { Report } from './queries.ts';
import { StateTag } from './state-tag.tsx';

type VersionsPanelProps = {
  report: Report;
  /** The one that is laid beside this one now. */
  compare?: string;
};

/** Every version and edition of a paper; any of them can be laid beside the one that is open. */
export function VersionsPanel({ report, compare }: VersionsPanelProps) {
  const { planId, id, versions } = report;
  if (versions.length === 0) return null;
  const all = [report, ...versions].toSorted(newestFirst);
  return (
    <Panel title="Versions">
      <ul className={classes.versions}>
        {all.map((row) => (
          <li key={row.id} data-here={row.id === id}>
            <p className={classes.versionHead}>
              {row.id === id ? (
                <strong aria-current="true">{versionName(row)}, this one</strong>
              ) : (
                <Link to={paths.report} params={{ planId, reportId: row.id }}>
                  {versionName(row)}
                </Link>
              )}
              <StateTag state={row.state} isDestroyed={row.redactedAt !== null} />
            </p>
            <p className={classes.hint}>{standingWords(row)}</p>
            {row.id === id || row.redactedAt || report.redactedAt ? null : (
              <Link
                className={`${classes.compareLink} gt-screen-only`}
                to={paths.report}
                params={{ planId, reportId: id }}
                search={row.id === compare ? {} : { compare: row.id }}
              >
                {row.id === compare ? 'Close the comparison' : 'Compare'}
                <span className="gt-visually-hidden">
                  {row.id === compare ? ` with ${versionName(row)}` : ` this one with ${versionName(row)}`}
                </span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
