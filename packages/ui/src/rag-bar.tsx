import { RAG_LABELS, RAG_LETTERS, RAGS, type Rag } from '@gt/contracts/words';
import classes from './rag-bar.module.css';

export type RagBarCounts = Partial<Record<Rag, number>>;

export const totalOf = (counts: RagBarCounts) => RAGS.reduce((sum, rag) => sum + (counts[rag] ?? 0), 0);

/** A bar for those who do not see it: "2 off track, 1 on track". */
export function barInWords(counts: RagBarCounts): string {
  const parts = RAGS.filter((rag) => counts[rag]).map(
    (rag) => `${counts[rag]} ${RAG_LABELS[rag].toLowerCase()}`,
  );
  return parts.length > 0 ? parts.join(', ') : 'no actions';
}

/** Counts by colour as one bar with its letters on it, in proportion to the longest beside it. */
export function RagBar({ counts, longest }: { counts: RagBarCounts; longest: number }) {
  return (
    <span className={classes.bar} aria-hidden="true">
      {RAGS.map((rag) => {
        const count = counts[rag] ?? 0;
        return count > 0 ? (
          <span
            key={rag}
            className={classes.part}
            data-rag={rag}
            style={{ width: `${(count / longest) * 100}%` }}
            title={`${count} ${RAG_LABELS[rag].toLowerCase()}`}
          >
            {RAG_LETTERS[rag]} {count}
          </span>
        ) : null;
      })}
    </span>
  );
}
