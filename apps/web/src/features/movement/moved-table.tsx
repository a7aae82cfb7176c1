import { countOf } from '@gt/domain/wording';
import { DataTable, RagBadge } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { movedWords } from './moved-words.ts';
import classes from './movement.module.css';
import type { MovedAction } from './queries.ts';

/** The actions that moved: how each stood then and now, what else moved, and what was said of it. */
export function MovedTable({ planId, moved }: { planId: string; moved: readonly MovedAction[] }) {
  return (
    <DataTable caption={`${countOf(moved.length, 'action')} that moved`} cards="early">
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">Colour</th>
          <th scope="col">What else moved</th>
          <th scope="col">What was said</th>
        </tr>
      </thead>
      <tbody>
        {moved.map((action) => (
          <tr key={action.id}>
            <th scope="row" data-wide className={classes.action}>
              <ActionName planId={planId} action={action} />
              <span className={classes.beneath}>
                {[action.team, action.ownerPost].filter(Boolean).join(' · ') || 'Nobody owns it'}
              </span>
            </th>
            <td data-label="Colour">
              <Colours action={action} />
            </td>
            <WordsCell label="What else moved" words={movedWords(action).join('; ')} />
            <SaidCell words={action.ragReason} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type WordsCellProps = { label: string; words: string; isWide?: boolean };

/** A cell of words; where the row is a card and there are none, it is left out. */
function WordsCell({ label, words, isWide }: WordsCellProps) {
  const wide = isWide ? { 'data-wide': true } : {};
  return (
    <td data-label={label} {...wide} className={words === '' ? classes.empty : classes.said}>
      {words || '–'}
    </td>
  );
}

/** What was said of a colour. */
export function SaidCell({ words }: { words: string }) {
  return <WordsCell label="What was said" words={words} isWide />;
}

type Named = { id: string; reference: string; title: string; isLive: boolean };

/** A link to the action, unless it is no longer there. */
export function ActionName({ planId, action }: { planId: string; action: Named }) {
  const name = `${action.reference} ${action.title}`;
  if (!action.isLive) return name;
  return (
    <Link to={paths.action} params={{ planId, actionId: action.id }} className={classes.link}>
      {name}
    </Link>
  );
}

const WAY = { BETTER: 'better', WORSE: 'worse', SAME: 'the same' } as const;

function Colours({ action: { from, to, rag, weeksAtColour } }: { action: MovedAction }) {
  if (from && to && from.rag !== to.rag) {
    return (
      <span className={classes.colours}>
        <RagBadge rag={from.rag} compact />
        <span aria-hidden="true">→</span>
        <span className="gt-visually-hidden">, now</span>
        <RagBadge rag={to.rag} weeks={weeksAtColour} />
        {rag === 'SAME' ? null : <span className={classes.way}>{WAY[rag]}</span>}
      </span>
    );
  }
  const rated = to ?? from;
  return rated ? <RagBadge rag={rated.rag} weeks={to ? weeksAtColour : 0} /> : null;
}
