import { type IsoDate, isoDate } from '@gt/contracts/words';
import { daysBetween } from '@gt/domain/calendar';
import { countOf } from '@gt/domain/wording';
import { RagBadge, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { RedactedNote } from '../../../components/redacted-note.tsx';
import { londonDay } from '../../../lib/instants.ts';
import { useToday } from '../../../lib/session.ts';
import { lastUpdatesQuery } from '../queries.ts';
import classes from './item-view.module.css';

const PARTS = [
  { name: 'whatHappened', label: '' },
  { name: 'difference', label: 'Difference for children' },
  { name: 'inTheWay', label: 'In the way' },
  { name: 'next', label: 'Next' },
] as const;

/** "today", "yesterday", "4 days ago" */
function ageWords(instant: string, today: IsoDate): string {
  const days = daysBetween(isoDate(londonDay(instant)), today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${countOf(days, 'day')} ago`;
}

/** What the owner said last, when, and whether it only repeats what was said before. */
export function LastUpdate({ actionId, sameAsLast }: { actionId: string; sameAsLast: number | null }) {
  const today = useToday();
  const { data, isPending } = useQuery(lastUpdatesQuery(actionId));
  if (isPending) return <SkeletonRows rows={3} label="Loading the last update" />;
  const update = data?.updates[0];
  if (!update) {
    return (
      <section>
        <h3 className={classes.title}>Last update</h3>
        <p className={classes.none}>Nobody has updated it yet.</p>
      </section>
    );
  }
  return (
    <section>
      <h3 className={classes.title}>
        Last update {ageWords(update.createdAt, today)}, {update.author.name}
        {update.onBehalfOf ? ` for ${update.onBehalfOf.name}` : ''}
        {sameAsLast !== null ? (
          <span className={classes.flag}>{sameAsLast} % the same words as the one before</span>
        ) : null}
      </h3>
      {update.redactedAt ? (
        <RedactedNote redactedAt={update.redactedAt} />
      ) : (
        <div className={classes.update}>
          {PARTS.filter(({ name }) => update[name] !== '').map(({ name, label }) => (
            <p key={name}>
              {label ? <strong>{label}: </strong> : null}
              {update[name]}
            </p>
          ))}
          <p className={classes.line}>
            <RagBadge rag={update.rag} compact />
            <span>{update.percentComplete} % complete</span>
            {update.ragReason ? <span>{update.ragReason}</span> : null}
          </p>
        </div>
      )}
    </section>
  );
}
