import { countOf, listWords } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './attention-panel.module.css';
import { ItemLink } from './attention-panel.tsx';
import type { Position } from './queries.ts';

/** Whether things get better: how many measures go which way, and those that move away or whose figures are late. */
export function MeasuresPanel({ position: { measures, planId } }: { position: Position }) {
  const every = (
    <Link to={paths.measures} params={{ planId }}>
      {measures.total === 0 ? 'Set up the first measure' : 'See every measure'}
    </Link>
  );
  return (
    <Panel title="Measures" aside={measures.total > 0 ? `${measures.total} in all` : undefined}>
      <p className={classes.said}>{wordsOf(measures)}</p>
      {measures.exceptions.length > 0 ? (
        <ol className={classes.list}>
          {measures.exceptions.map((item) => (
            <li key={item.reference} className={classes.item}>
              <span className={`${classes.reference} gt-figures`}>{item.reference}</span>
              <span className={classes.body}>
                <ItemLink item={item} planId={planId} />
                <span className={classes.words}>
                  {item.kind === 'MEASURE_LATE' ? <strong>Late figures</strong> : null} {item.words}
                </span>
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      <p className={classes.rest}>{every}</p>
    </Panel>
  );
}

function wordsOf(measures: Position['measures']): string {
  const { total, towards, steady, away, noFigures, met } = measures;
  if (total === 0) return 'No measure yet, so nobody can see whether things get better for children.';
  const parts = [
    towards > 0 ? `${towards} towards target${met > 0 ? ` (${met} there already)` : ''}` : '',
    steady > 0 ? `${steady} steady` : '',
    away > 0 ? `${away} away from target` : '',
    noFigures > 0 ? `${noFigures} with too few figures` : '',
  ].filter((part) => part !== '');
  return `Of ${countOf(total, 'measure')}, ${listWords(parts)}.`;
}
