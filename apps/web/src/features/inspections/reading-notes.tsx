import { Panel } from '@gt/ui';
import type { Reading } from './queries.ts';
import classes from './reading-notes.module.css';

/** How the report was read: its layout, and what the reader was not sure of. */
export function ReadingNotes({ reading }: { reading: Reading }) {
  const { proposal, warnings, reportFormat, pageCount } = reading;
  const count = proposal.recommendations.length;
  const found = count === 0 ? 'No list of recommendations was found.' : `${count} found, each word for word.`;
  return (
    <Panel title="What was read">
      <p className={classes.line}>
        {pageCount} pages, layout “{reportFormat}”. Recommendations: {found}
      </p>
      {warnings.length > 0 ? (
        <ul className={classes.warnings}>
          {warnings.map(({ code, message, page, prose }) => (
            <li key={`${code} ${page}`}>
              {message}
              {page ? ` (page ${page})` : ''}
              {prose ? (
                <details>
                  <summary>Show the words of that section</summary>
                  <blockquote className={classes.prose}>{prose}</blockquote>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
