import { isoDate } from '@gt/contracts/words';
import { useQuery } from '@tanstack/react-query';
import { londonDay } from '../../lib/instants.ts';
import { useToday } from '../../lib/session.ts';
import { screeningSettingsQuery } from './queries.ts';
import type { SeenWords } from './screen-typed.ts';
import classes from './typed-warning.module.css';
import { useSeenWords } from './use-seen-words.ts';

/** Shorter words identify nobody. */
const SHORTEST = 6;

/**
 * Beside a field: what in its words may identify a child or somebody else, and why it is taken for that. It never
 * changes the words and never stands in the way.
 */
export function TypedWarning({ text }: { text: string }) {
  const today = useToday();
  const isWorth = text.trim().length >= SHORTEST;
  const { data } = useQuery({ ...screeningSettingsQuery(), enabled: isWorth });
  return <Told seen={useSeenWords(isWorth ? text : '', data ?? null, today)} />;
}

/** As `TypedWarning`, for somebody without an account: by the rules alone, without what the installation has set. */
export function TypedWarningByLink({ text }: { text: string }) {
  const today = isoDate(londonDay(new Date().toISOString()));
  return <Told seen={useSeenWords(text.trim().length >= SHORTEST ? text : '', null, today)} />;
}

function Told({ seen }: { seen: readonly SeenWords[] }) {
  const likely = seen.filter(({ level }) => level === 'LIKELY').length;
  return (
    <div role="status">
      {seen.length > 0 ? (
        <div className={classes.warning} data-level={likely > 0 ? 'LIKELY' : 'POSSIBLE'}>
          <p>
            <span aria-hidden="true">◆ </span>
            <strong>
              {likely > 0 ? 'This looks as if it identifies somebody.' : 'This may identify somebody.'}
            </strong>{' '}
            Take it out unless it must be there. Your words are kept as they are.
          </p>
          <ul>
            {seen.map(({ words, what, why }) => (
              <li key={`${what} ${words}`}>
                “{words}”: {what}. {why}.
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
