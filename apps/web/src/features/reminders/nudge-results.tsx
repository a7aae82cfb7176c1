import { countOf } from '@gt/domain/wording';
import { useEffect, useRef } from 'react';
import type { NudgeResult } from './queries.ts';
import classes from './reminders.module.css';

/** A line for each person: that they were asked, or why they were not and what mends it. */
export function NudgeResults({ results }: { results: readonly NudgeResult[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (results.length > 0) heading.current?.focus();
  }, [results]);
  if (results.length === 0) return null;
  const done = results.filter(({ ok }) => ok).length;
  return (
    <section aria-labelledby="nudge-results" className={classes.results}>
      <h3 id="nudge-results" ref={heading} tabIndex={-1} className={classes.teamName}>
        {countOf(done, 'person', 'people')} nudged
        {done < results.length ? `, ${results.length - done} not` : ''}
      </h3>
      <ul className={classes.reviews}>
        {results.map(({ about, sentence }) => (
          <li key={about}>
            <strong>{about}</strong>: {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
