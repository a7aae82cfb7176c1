import { DateText } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { londonDay } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import type { Reading } from './queries.ts';
import classes from './reading-notes.module.css';

type Before = Reading['before'][number];

/** Says what this report has led to before, and that a second plan is a choice. */
export function BeforeNotice({ before }: { before: readonly Before[] }) {
  if (before.length === 0) return null;
  const hasPlan = before.some(({ planId }) => planId !== null);
  return (
    <section className={classes.before} aria-label="Brought in before">
      <p className={classes.line}>
        <strong>{hasPlan ? 'This report is here already.' : 'This report was read before.'}</strong>{' '}
        {hasPlan
          ? 'Open its plan, or go on below to make another one beside it.'
          : 'Go back to that reading, or go on below with this one.'}
      </p>
      <ul className={classes.warnings}>
        {before.map((item) => (
          <li key={item.planId ?? item.importId}>
            <Where item={item} /> {WHY[item.how]} <DateText date={londonDay(item.at)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const WHY: Record<Before['how'], string> = {
  FILE: 'was made from this very file on',
  INSPECTION: 'has an inspection of the same council and days; it was made on',
  UNFINISHED: 'is read and not yet confirmed, since',
};

function Where({ item }: { item: Before }) {
  if (item.planId) {
    return (
      <Link to={paths.position} params={{ planId: item.planId }}>
        {item.name}
      </Link>
    );
  }
  return (
    <Link to={paths.importRun} params={{ importId: item.importId ?? '' }}>
      {item.name}
    </Link>
  );
}
