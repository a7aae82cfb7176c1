import { THREAD_BREAK_LABELS } from '@gt/domain/position';
import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './breaks-panel.module.css';
import { FigureLink, NOT_RECORDED } from './figure-link.tsx';
import type { Position } from './queries.ts';

type Break = Position['breaks'][number];

const ACTIONS_WORDS: Partial<Record<Break['at'], string>> = {
  NO_OWNER: 'open actions without an owner',
  NO_EVIDENCE: 'actions without evidence',
  NOT_VERIFIED: 'actions with evidence that was returned',
};

/** Where threads break: how many recommendations, which, and the way to the list that mends them. */
export function BreaksPanel({ position }: { position: Position }) {
  const { breaks } = position;
  return (
    <Panel title="Where threads break">
      {breaks.every(({ recommendations }) => recommendations?.length === 0) ? (
        <p className={classes.none}>No thread breaks.</p>
      ) : null}
      <ul className={classes.list}>
        {breaks.map((item) => (
          <BreakLine key={item.at} position={position} item={item} />
        ))}
      </ul>
    </Panel>
  );
}

/** Named beside the count; the list names the rest. */
const NAMED = 8;

function BreakLine({ position, item }: { position: Position; item: Break }) {
  const { at, recommendations, actions } = item;
  const { planId, snapshot } = position;
  const label = THREAD_BREAK_LABELS[at];
  const count = recommendations?.length ?? 0;
  const words = ACTIONS_WORDS[at];
  return (
    <li className={classes.item}>
      <span className={`${classes.count} gt-figures`}>
        {recommendations === null ? (
          '–'
        ) : count === 0 || snapshot ? (
          count
        ) : (
          <Link
            to={paths.recommendations}
            params={{ planId }}
            search={{ break: at }}
            data-break={at}
            data-value={count}
          >
            {count}
            <span className="gt-visually-hidden"> recommendations: {label.toLowerCase()}</span>
          </Link>
        )}
      </span>
      <span className={classes.body}>
        <strong>{label}</strong>
        <span className={classes.names}>
          {recommendations === null ? NOT_RECORDED : null}
          {recommendations?.slice(0, NAMED).map(({ id, reference }) => (
            <Link
              key={id}
              to={paths.recommendation}
              params={{ planId, recommendationId: id }}
              className={classes.name}
            >
              {reference}
            </Link>
          ))}
          {count > NAMED ? `and ${count - NAMED} more` : null}
        </span>
        {actions && words ? (
          <span className={classes.actions}>
            <FigureLink position={position} figure={actions} words={words} /> {words}
          </span>
        ) : null}
      </span>
    </li>
  );
}
