import { countOf } from '@gt/domain/wording';
import { useEffect, useRef } from 'react';
import { CopyField } from '../../components/copy-field.tsx';
import type { SendResult } from './queries.ts';
import classes from './update-links.module.css';

/** A line for each agency: where its link went, the link itself where there is no mail, or why there is none. */
export function SendResults({ results }: { results: readonly SendResult[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (results.length > 0) heading.current?.focus();
  }, [results]);
  if (results.length === 0) return null;
  const made = results.filter((result) => result.made !== null).length;
  const isShown = results.some((result) => result.made?.link);
  return (
    <section aria-labelledby="send-results" className={classes.results}>
      <h3 id="send-results" ref={heading} tabIndex={-1} className={classes.resultsTitle}>
        {countOf(made, 'link')} {isShown ? 'made' : 'on the way'}
        {made < results.length ? `, ${results.length - made} not` : ''}
      </h3>
      {isShown ? (
        <p className={classes.say}>
          Mail is not set up, so pass each on yourself. <strong>They are shown this one time only.</strong>
        </p>
      ) : null}
      <ul className={classes.resultList}>
        {results.map(({ teamId, team, made: link, problem }) => (
          <li key={teamId}>
            {link?.link ? (
              <CopyField
                label={`Link for ${team}`}
                value={link.link}
                copyLabel={`Copy the link for ${team}`}
              />
            ) : (
              <p className={classes.say}>
                <strong>{team}</strong>: {link ? `on its way to ${link.sentTo}` : problem}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
