import { formatShortDate, RAG_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { RagBadge } from '@gt/ui';
import type { ReactNode } from 'react';
import { MoveMark } from './move-mark.tsx';
import classes from './position-paper.module.css';
import type { Position, Standing } from './queries.ts';

/** So many of each are printed; a page holds no more, and the rest is counted. */
const MOVED = 4;
const STUCK = 6;
const DECIDED = 4;
const STANDING = 9;

/** The position on one page of paper: what moved, what is stuck, what must be decided. */
export function PositionPaper({ position }: { position: Position }) {
  const { sentences, snapshot, totals, slips, recommendations } = position;
  const figures: [string, number | null][] = [
    ['overdue', totals.overdue.value],
    ['past the original date', totals.pastOriginal.value],
    ['due in 14 days', totals.dueIn14Days.value],
    ['dates moved', slips.moved.value],
    ['without evidence', totals.withoutEvidence.value],
    ['silent', totals.silent.value],
    ['closed', totals.closed.value],
  ];
  return (
    <div className={`${classes.paper} gt-print-only`}>
      {snapshot ? (
        <p className={classes.frozen}>{snapshot.words}. Figures are as they were kept then.</p>
      ) : null}
      <p className={classes.sentence}>{sentences.join(' ')}</p>
      <ul className={classes.figures}>
        {figures.map(([words, value]) => (
          <li key={words}>
            <strong>{value ?? '–'}</strong> {words}
          </li>
        ))}
      </ul>
      <div className={classes.columns}>
        <Moved position={position} />
        <Decided position={position} />
      </div>
      <Stuck position={position} />
      <Standings recommendations={recommendations} />
      <p className={classes.foot}>OFFICIAL-SENSITIVE</p>
    </div>
  );
}

type PartProps = { title: string; none: string; shown: readonly ReactNode[]; rest: number };

function Part({ title, none, shown, rest }: PartProps) {
  return (
    <section className={classes.part}>
      <h2>{title}</h2>
      {shown.length === 0 ? <p>{none}</p> : <ul>{shown}</ul>}
      {rest > 0 ? <p className={classes.rest}>And {rest} more.</p> : null}
    </section>
  );
}

function Moved({ position: { recommendations, previous } }: { position: Position }) {
  const moved = recommendations.filter(({ move }) => move === 'WORSE' || move === 'BETTER');
  return (
    <Part
      title={previous ? `What moved since ${previous.words}` : 'What moved'}
      none={
        previous ? 'No recommendation changed colour.' : 'Nothing was kept before, so nothing can have moved.'
      }
      rest={moved.length - Math.min(MOVED, moved.length)}
      shown={moved.slice(0, MOVED).map(({ id, reference, colour, was, move }) => (
        <li key={id} className={classes.line}>
          <strong>{reference}</strong> {move === 'WORSE' ? 'worse' : 'better'}:{' '}
          {was ? RAG_LABELS[was].toLowerCase() : ''} to {RAG_LABELS[colour].toLowerCase()}
        </li>
      ))}
    />
  );
}

function Decided({ position: { decisions } }: { position: Position }) {
  const lines = [
    ...decisions.dates.map(({ reference, title }) => `A new date for ${reference} ${title}`),
    ...decisions.mayBeClosed.map(({ reference }) => `Whether to close ${reference}: all done and evidenced`),
    ...decisions.items.map(({ text, dueDate }) =>
      dueDate ? `${text} Due ${formatShortDate(dueDate)}.` : text,
    ),
  ];
  const all = (decisions.dateAsked.value ?? 0) + decisions.mayBeClosed.length + decisions.open;
  const shown = lines.slice(0, DECIDED);
  return (
    <Part
      title="What must be decided"
      none="Nothing waits for a decision."
      rest={all - shown.length}
      shown={shown.map((words) => (
        <li key={words} className={classes.twoLines}>
          {words}
        </li>
      ))}
    />
  );
}

function Stuck({ position: { attention, attentionTotal } }: { position: Position }) {
  const shown = attention.slice(0, STUCK);
  return (
    <Part
      title="What is stuck"
      none="Nothing is late, silent or unexplained."
      rest={attentionTotal - shown.length}
      shown={shown.map(({ reference, title, words }) => (
        <li key={reference} className={classes.twoLines}>
          <strong>{reference}</strong> {title}: {words}
        </li>
      ))}
    />
  );
}

/** Without the day, which the heading of what moved has said. */
function shortMove(move: Standing['move'], was: Standing['was']): string {
  if (move === null || was === null) return 'New';
  if (move === 'SAME') return 'As before';
  return `${move === 'WORSE' ? 'Worse' : 'Better'}: was ${RAG_LABELS[was].toLowerCase()}`;
}

function Standings({ recommendations }: { recommendations: readonly Standing[] }) {
  const shown = recommendations.slice(0, STANDING);
  const rest = recommendations.length - shown.length;
  if (shown.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2>Every recommendation, what needs attention first</h2>
      <ul>
        {shown.map(({ id, reference, quote, colour, weeks, move, was, moveWords, delivery }) => (
          <li key={id} className={classes.standing}>
            <strong>{reference}</strong>
            <span className={classes.quote}>{quote}</span>
            <RagBadge rag={colour} weeks={weeks} />
            <span className={classes.move}>
              {moveWords === '' ? '' : <MoveMark move={move} moveWords={shortMove(move, was)} />}
            </span>
            <span className={classes.done}>{delivery.doneWords}</span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className={classes.rest}>And {countOf(rest, 'more recommendation')}.</p> : null}
    </section>
  );
}
