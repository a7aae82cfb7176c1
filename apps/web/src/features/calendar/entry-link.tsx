import { CALENDAR_ENTRY_LABELS } from '@gt/contracts/words';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../lib/paths.ts';
import classes from './calendar.module.css';
import { KindIcon } from './kind-icon.tsx';
import type { Entry } from './queries.ts';

type EntryLinkProps = {
  planId: string;
  entry: Entry;
  /** Out of the order of Tab: in the grid the keys go from day to day, and a day opens its list. */
  isInGrid?: boolean;
  /** Under a heading that names the kind. */
  isUnderKind?: boolean;
};

/** Something in the calendar, which opens what it is about. */
export function EntryLink({ planId, entry, isInGrid = false, isUnderKind = false }: EntryLinkProps) {
  const { kind, reference, title, words, isDone, isLate } = entry;
  const before = isInGrid ? beforeTitle(entry) : '';
  return (
    <span className={classes.entry} data-late={isLate} data-done={isDone} data-in-grid={isInGrid}>
      <KindIcon kind={kind} />
      <span className={classes.entryWords}>
        <span className={isInGrid || isUnderKind ? 'gt-visually-hidden' : classes.kind}>
          {CALENDAR_ENTRY_LABELS[kind]}:{' '}
        </span>
        {before ? <span className={classes.before}>{before}</span> : null}
        <Target planId={planId} entry={entry} isInGrid={isInGrid}>
          {reference ? `${reference} ` : ''}
          {title}
        </Target>
        {words && !isInGrid ? <span className={classes.entryState}>{words}</span> : null}
      </span>
    </span>
  );
}

/** In the grid a line is cut at its end, so what must be seen comes first: the time, that it is late or done. */
function beforeTitle({ words, isDone, isLate }: Entry): string {
  if (isLate) return words;
  if (isDone) return '✓';
  if (words.startsWith('expected')) return 'expected';
  return /^\d\d:\d\d/.exec(words)?.[0] ?? '';
}

function Target({
  planId,
  entry: {
    target: { to, id },
  },
  isInGrid,
  children,
}: EntryLinkProps & { children: ReactNode }) {
  const tabIndex = isInGrid ? -1 : undefined;
  const of = { tabIndex, className: classes.entryLink };
  if (to === 'PLAN_DATE' && id) {
    return (
      <Link
        from={paths.calendar}
        to={paths.calendar}
        params={{ planId }}
        search={(before) => ({ ...before, day: undefined, date: id })}
        {...of}
      >
        {children}
      </Link>
    );
  }
  if (to === 'ACTION' && id) {
    return (
      <Link to={paths.action} params={{ planId, actionId: id }} {...of}>
        {children}
      </Link>
    );
  }
  if (to === 'ASK' && id) {
    return (
      <Link to={paths.ask} params={{ planId, askId: id }} {...of}>
        {children}
      </Link>
    );
  }
  if (to === 'RECOMMENDATION' && id) {
    return (
      <Link to={paths.recommendation} params={{ planId, recommendationId: id }} {...of}>
        {children}
      </Link>
    );
  }
  if (to === 'REVIEW' && id) {
    return (
      <Link to={paths.review} params={{ planId, reviewId: id }} {...of}>
        {children}
      </Link>
    );
  }
  if (to === 'ROOM' && id) {
    return (
      <Link to={paths.room} params={{ planId, roomId: id }} {...of}>
        {children}
      </Link>
    );
  }
  if (to === 'PACK' && id) {
    return (
      <Link to={paths.pack} params={{ planId, packId: id }} {...of}>
        {children}
      </Link>
    );
  }
  return (
    <Link to={to === 'REVIEWS' ? paths.reviews : paths.position} params={{ planId }} {...of}>
      {children}
    </Link>
  );
}
