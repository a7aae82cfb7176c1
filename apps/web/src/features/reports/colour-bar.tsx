import { RAG_LETTERS, type ReportBar } from '@gt/contracts/words';
import { barWords } from '@gt/domain/report';
import classes from './paper.module.css';

/** Counts by colour in a cell of a table: one bar with its letters, and the same in words for those who do not see it. */
export function ColourBar({ bar }: { bar: ReportBar }) {
  const { parts, whole } = bar;
  return (
    <span role="img" aria-label={barWords(bar)} className={classes.bar}>
      {parts.map(({ rag, count }) => (
        <span
          key={rag}
          className={classes.barPart}
          data-rag={rag}
          style={{ width: `${(count / Math.max(1, whole)) * 100}%` }}
        >
          {RAG_LETTERS[rag]}
        </span>
      ))}
    </span>
  );
}
