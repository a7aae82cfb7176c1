import { countOf } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dayInWords, londonDay, timeInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import classes from './audit.module.css';
import { type Change, changeWords } from './change-words.ts';
import { deedWords } from './deed-words.ts';
import type { AuditRow } from './queries.ts';

type AuditRowsProps = {
  rows: readonly AuditRow[];
  names: ReadonlyMap<string, string>;
  /** Whether the history is narrowed to one record already. */
  oneRecord: boolean;
  onRecord: (entityId: string) => void;
};

/** Signing in and the like is about the person who did it: saying the name twice helps nobody. */
function About({ row }: { row: AuditRow }) {
  if (!row.about || row.about === row.actorName) return null;
  if (row.actionId && row.planId) {
    return (
      <Link
        to={paths.action}
        params={{ planId: row.planId, actionId: row.actionId }}
        className={classes.link}
      >
        {row.about}
      </Link>
    );
  }
  return <strong>{row.about}</strong>;
}

/** So many are read at a glance; the rest stand behind a word. */
const GLANCE = 3;

function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className={classes.changes}>
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          <span className={classes.field}>{field}:</span> {from ? `${from} → ` : ''}
          {to || 'nothing'}
        </li>
      ))}
    </ul>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  // One more than a glance is shown rather than announced.
  const cut = changes.length > GLANCE + 1 ? GLANCE : changes.length;
  const rest = changes.slice(cut);
  return (
    <>
      <ChangeList changes={changes.slice(0, cut)} />
      {rest.length > 0 ? (
        <details className={classes.rest}>
          <summary>{countOf(rest.length, 'more field')}</summary>
          <ChangeList changes={rest} />
        </details>
      ) : null}
    </>
  );
}

function Row({ row, names, oneRecord, onRecord }: { row: AuditRow } & Omit<AuditRowsProps, 'rows'>) {
  const changes = changeWords(row.changes, names);
  return (
    <li className={classes.row}>
      <time dateTime={row.at} className={classes.time}>
        {timeInWords(row.at)}
      </time>
      <div>
        <p className={classes.what}>
          <span className={classes.who}>{row.actorName}</span> {deedWords(row.action)} <About row={row} />
        </p>
        <Changes changes={changes} />
        {row.redactedAt ? <p className={classes.redacted}>Redacted on {dayInWords(row.redactedAt)}</p> : null}
        {row.sealed ? null : <p className={classes.note}>Not sealed yet</p>}
      </div>
      {oneRecord ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          className={`${classes.only} gt-screen-only`}
          aria-label={`Only this: the history of ${row.about ?? 'this record'}, ${timeInWords(row.at)}`}
          onClick={() => onRecord(row.entityId)}
        >
          Only this
        </Button>
      )}
    </li>
  );
}

/** Rows of the history under the day on which they happened, in London. */
export function AuditRows({ rows, ...rest }: AuditRowsProps) {
  const days = [...new Set(rows.map((row) => londonDay(row.at)))];
  return days.map((day) => {
    const ofDay = rows.filter((row) => londonDay(row.at) === day);
    return (
      <section key={day} aria-labelledby={`day-${day}`}>
        <h2 id={`day-${day}`} className={classes.day}>
          {dayInWords(ofDay[0]?.at ?? day)}
        </h2>
        <ol className={classes.list}>
          {ofDay.map((row) => (
            <Row key={row.id} row={row} {...rest} />
          ))}
        </ol>
      </section>
    );
  });
}
