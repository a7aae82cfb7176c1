import { RagBadge } from '@gt/ui';
import { RedactedNote } from '../../components/redacted-note.tsx';
import type { ProgressUpdate } from './queries.ts';
import classes from './update-list.module.css';

export type WordsOfUpdate = Omit<ProgressUpdate, 'replaced' | 'firstPostedAt'>;

const PARTS = [
  { name: 'whatHappened', label: 'What happened' },
  { name: 'difference', label: 'Difference for children' },
  { name: 'inTheWay', label: 'In the way' },
  { name: 'next', label: 'Next' },
] as const;

/** Who wrote an update: "Programme Lead, for Head of Fostering, holder 1"; "By link: Police Partnership Lead". */
export function writerWords({ author, onBehalfOf, byLink }: WordsOfUpdate): string {
  if (byLink !== null) return `By link: ${byLink || 'a partner'} (link made by ${author.name})`;
  return onBehalfOf ? `${author.name}, for ${onBehalfOf.name}` : author.name;
}

/** What an update says, part by part; where nothing changed, why; of destroyed words, that they are. */
export function UpdateWords({ update }: { update: WordsOfUpdate }) {
  if (update.redactedAt) {
    return (
      <p className={classes.who}>
        <RedactedNote redactedAt={update.redactedAt} />
      </p>
    );
  }
  const { nothingChanged, ragReason } = update;
  return (
    <dl className={classes.parts}>
      {PARTS.filter(({ name }) => update[name] !== '').map(({ name, label }) => (
        <div key={name}>
          <dt>{nothingChanged && name === 'whatHappened' ? 'Nothing changed, because' : label}</dt>
          <dd>{update[name]}</dd>
        </div>
      ))}
      {ragReason ? (
        <div>
          <dt>Reason for the RAG</dt>
          <dd>{ragReason}</dd>
        </div>
      ) : null}
    </dl>
  );
}

/** The rating and the percent that an update gave. */
export function UpdateStanding({ update }: { update: WordsOfUpdate }) {
  return (
    <>
      <RagBadge rag={update.rag} />
      <span>{update.percentComplete}%</span>
    </>
  );
}
