import { RAG_LABELS, RAG_LETTERS, type Rag } from '@gt/contracts/words';
import classes from './rag-badge.module.css';
import { RagShape } from './rag-shape.tsx';

type RagBadgeProps = {
  rag: Rag;
  /** In a dense table: shape and letter; the word stays for screen readers and on hover. */
  compact?: boolean;
  /** How many weeks at this colour; shown from the second. */
  weeks?: number;
  /** Said before: "Declared", "Calculated". */
  prefix?: string;
};

/** A RAG as shape, letter and word: never colour alone. */
export function RagBadge({ rag, compact = false, weeks = 0, prefix }: RagBadgeProps) {
  const word = RAG_LABELS[rag];
  const duration = weeks > 1 ? `${weeks} weeks` : '';
  return (
    <span
      className={classes.root}
      data-rag={rag}
      title={compact ? [prefix, word, duration].filter(Boolean).join(', ') : undefined}
    >
      <RagShape rag={rag} />
      {prefix && !compact ? <span className={classes.prefix}>{prefix}</span> : null}
      <span aria-hidden={rag === 'NONE'}>{RAG_LETTERS[rag]}</span>
      <span className={compact ? 'gt-visually-hidden' : undefined}>{word}</span>
      {duration ? (
        <>
          <span aria-hidden="true" className={classes.weeks}>
            {weeks}w
          </span>
          <span className="gt-visually-hidden">for {duration}</span>
        </>
      ) : null}
    </span>
  );
}
