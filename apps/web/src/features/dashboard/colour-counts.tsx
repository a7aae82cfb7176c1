import { RAG_LABELS, RAG_LETTERS } from '@gt/contracts/words';
import classes from './colour-counts.module.css';
import { FigureLink } from './figure-link.tsx';
import type { Position, Standing } from './queries.ts';

type ColourCountsProps = { position: Position; standing: Standing };

/** Actions by colour as one bar with its letters on it; each part opens its list. */
export function ColourCounts({ position, standing }: ColourCountsProps) {
  const parts = standing.counts.filter(({ figure }) => (figure.value ?? 0) > 0);
  if (parts.length === 0) return <span className={classes.none}>No actions</span>;
  return (
    <ul className={classes.bar} aria-label={`Actions of ${standing.reference} by colour`}>
      {parts.map(({ rag, figure }) => (
        <li key={rag} className={classes.part} data-rag={rag} style={{ flexGrow: figure.value ?? 0 }}>
          <FigureLink
            position={position}
            figure={figure}
            words={`${RAG_LABELS[rag].toLowerCase()} under ${standing.reference}`}
            className={classes.link}
          >
            {RAG_LETTERS[rag]} {figure.value}
          </FigureLink>
        </li>
      ))}
    </ul>
  );
}
