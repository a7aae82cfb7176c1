import { formatShortDate, type UpcomingKind } from '@gt/contracts/words';
import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { FigureLink } from './figure-link.tsx';
import type { Position } from './queries.ts';
import classes from './upcoming-panel.module.css';

type Item = Position['upcoming']['items'][number];

const KIND_WORDS: Record<UpcomingKind, string> = {
  DUE: 'Due',
  MILESTONE: 'Milestone',
  CHECK: 'Sustain check',
  ASK: 'Evidence asked for',
};

/** What falls within four weeks: how much, and the nearest of it. */
export function UpcomingPanel({ position }: { position: Position }) {
  const { upcoming, planId, snapshot } = position;
  const rest = upcoming.total - upcoming.items.length;
  return (
    <Panel
      title="Coming up"
      aside={
        snapshot ? undefined : (
          <Link to={paths.calendar} params={{ planId }} className="gt-screen-only">
            Calendar
          </Link>
        )
      }
    >
      <dl className={classes.facts}>
        {upcoming.due.map(({ days, due, milestones }) => (
          <div key={days} className={classes.fact}>
            <dt>Within {days} days</dt>
            <dd>
              <FigureLink position={position} figure={due} words={`actions due within ${days} days`} /> due,{' '}
              <FigureLink
                position={position}
                figure={milestones}
                words={`actions with a milestone due within ${days} days`}
              />{' '}
              with a milestone
            </dd>
          </div>
        ))}
      </dl>
      {upcoming.items.length === 0 ? (
        <p className={classes.words}>Nothing falls within four weeks.</p>
      ) : (
        <ol className={classes.list}>
          {upcoming.items.map((item) => (
            <li
              key={`${item.kind} ${item.date} ${item.actionId ?? item.askId ?? item.recommendationId}`}
              className={classes.item}
            >
              <span className={classes.date}>{formatShortDate(item.date)}</span>
              <span className={classes.body}>
                <strong>{KIND_WORDS[item.kind]}</strong> <ItemLink item={item} planId={planId} />
                {item.words ? ` ${item.words}` : ''}
              </span>
            </li>
          ))}
        </ol>
      )}
      {rest > 0 ? <p className={classes.words}>And {rest} more within four weeks.</p> : null}
    </Panel>
  );
}

function ItemLink({ item, planId }: { item: Item; planId: string }) {
  const { actionId, askId, recommendationId, reference } = item;
  if (actionId) {
    return (
      <Link to={paths.action} params={{ planId, actionId }}>
        {reference}
      </Link>
    );
  }
  if (askId) {
    return (
      <Link to={paths.ask} params={{ planId, askId }}>
        {reference}
      </Link>
    );
  }
  return (
    <Link to={paths.recommendation} params={{ planId, recommendationId: recommendationId ?? '' }}>
      {reference}
    </Link>
  );
}
