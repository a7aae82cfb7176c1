import { countOf } from '@gt/domain/wording';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { Downloads } from './downloads.tsx';
import { type Paper, paperName, standingWords, versionName } from './paper-words.ts';
import type { ReportRow } from './queries.ts';
import classes from './reports.module.css';
import { StateTag } from './state-tag.tsx';

/** Versions shown before the rest is folded away. */
const SHOWN = 2;

/** One paper: its newest version, then the older ones and other editions. */
export function PaperItem({ paper: { name, newest, others } }: { paper: Paper }) {
  const { id, planId, title } = newest;
  const shown = others.slice(0, SHOWN);
  const folded = others.slice(SHOWN);
  return (
    <li className={classes.paper}>
      <h3 className={classes.paperTitle}>
        <Link to={paths.report} params={{ planId, reportId: id }}>
          {title}
        </Link>
      </h3>
      <Standing row={newest} lead={`${name} · ${versionName(newest)}`} />
      {others.length > 0 ? (
        <ul className={classes.versions}>
          {shown.map((row) => (
            <Version key={row.id} row={row} />
          ))}
        </ul>
      ) : null}
      {folded.length > 0 ? (
        <details className={classes.folded}>
          <summary>{countOf(folded.length, 'older version')}</summary>
          <ul className={classes.versions}>
            {folded.map((row) => (
              <Version key={row.id} row={row} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

function Version({ row }: { row: ReportRow }) {
  return (
    <li>
      <Link
        to={paths.report}
        params={{ planId: row.planId, reportId: row.id }}
        className={classes.versionLink}
      >
        {versionName(row)}
        <span className="gt-visually-hidden"> of {paperName(row)}</span>
      </Link>
      <Standing row={row} />
    </li>
  );
}

function Standing({ row, lead }: { row: ReportRow; lead?: string }) {
  const { state, failure, files, redactedAt } = row;
  return (
    <>
      <p className={classes.meta}>
        {state === 'ISSUED' && redactedAt === null ? null : (
          <StateTag state={state} isDestroyed={redactedAt !== null} />
        )}
        {lead ? <span>{lead}</span> : null}
        <span>{standingWords(row)}</span>
      </p>
      {state === 'FAILED' && failure ? <p className={classes.bad}>{failure}</p> : null}
      {files.length > 0 ? <Downloads files={files} of={`${paperName(row)}, ${versionName(row)}`} /> : null}
    </>
  );
}
