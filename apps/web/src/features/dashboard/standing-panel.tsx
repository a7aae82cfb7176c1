import { RAG_LABELS, RAGS, type Rag } from '@gt/contracts/words';
import { colourMoved } from '@gt/domain/rag';
import { countOf, listWords } from '@gt/domain/wording';
import { DataTable, Panel, RagBadge, ThreadMini } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { ColourCounts } from './colour-counts.tsx';
import { FigureLink } from './figure-link.tsx';
import { MoveMark } from './move-mark.tsx';
import type { Position, Standing } from './queries.ts';
import classes from './standing-panel.module.css';

/** How each recommendation stands, what needs attention first: colour, movement, why, and its actions by colour. */
export function StandingPanel({ position }: { position: Position }) {
  const { recommendations, planId, previous, totals, snapshot } = position;
  return (
    <Panel
      title="RAG by recommendation"
      aside={
        previous ? (
          <Link
            to={paths.movement}
            params={{ planId }}
            search={snapshot ? { from: previous.snapshotId, to: snapshot.id } : {}}
            className="gt-screen-only"
          >
            What moved
          </Link>
        ) : undefined
      }
    >
      <p className={classes.words}>
        {colourWords(recommendations)} The colour is the worst that an owner declares under it.{' '}
        {(totals.mismatch.value ?? 0) > 0 ? (
          <>
            On{' '}
            <FigureLink position={position} figure={totals.mismatch} words="">
              {countOf(totals.mismatch.value ?? 0, 'action')}
            </FigureLink>{' '}
            the rule says otherwise.
          </>
        ) : (
          'The rule agrees on every action.'
        )}
      </p>
      <DataTable caption="RAG by recommendation, what needs attention first" cards="early">
        <thead>
          <tr>
            <th scope="col">Recommendation</th>
            <th scope="col">RAG</th>
            <th scope="col">
              <span className={classes.head}>{previous ? `Since ${previous.words}` : 'Movement'}</span>
            </th>
            <th scope="col">Why</th>
            <th scope="col">Actions by colour</th>
          </tr>
        </thead>
        <tbody>
          {recommendations.map((standing) => (
            <StandingRow key={standing.id} position={position} standing={standing} />
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}

function StandingRow({ position, standing }: { position: Position; standing: Standing }) {
  const { planId } = position;
  const { id, reference, quote, lead, colour, calculated, weeks, why, thread } = standing;
  return (
    <tr>
      <th scope="row" data-wide className={classes.name}>
        <Link to={paths.recommendation} params={{ planId, recommendationId: id }} className={classes.link}>
          {reference} <span className={classes.quote}>{quote}</span>
        </Link>
        <span className={classes.beneath}>
          <ThreadMini knots={thread.knots} words={thread.words} />
          {lead ?? 'No accountable lead'}
        </span>
      </th>
      <td data-label="RAG">
        <RagBadge rag={colour} weeks={weeks} />
        {colourMoved(colour, calculated) === 'WORSE' ? (
          <span className={classes.rule}>The rule says {RAG_LABELS[calculated].toLowerCase()}</span>
        ) : null}
      </td>
      <td data-label="Movement">
        <span className={classes.move}>
          <MoveMark {...standing} />
        </span>
      </td>
      <td data-wide data-label="Why" className={classes.why}>
        {why ? (
          <>
            <Link to={paths.action} params={{ planId, actionId: why.actionId }} title={why.title}>
              {why.reference}
            </Link>{' '}
            <span>{why.words}</span>
          </>
        ) : (
          <span className={classes.quiet}>Nothing at risk</span>
        )}
      </td>
      <td data-wide data-label="Actions" className={classes.bar}>
        <ColourCounts position={position} standing={standing} />
      </td>
    </tr>
  );
}

const BY_URGENCY: readonly Rag[] = [...RAGS];

/** "Of 17 recommendations, 3 off track, 5 at risk and 9 on track." */
function colourWords(recommendations: readonly Standing[]): string {
  const parts = BY_URGENCY.flatMap((rag) => {
    const count = recommendations.filter(({ colour }) => colour === rag).length;
    return count > 0 ? [`${count} ${RAG_LABELS[rag].toLowerCase()}`] : [];
  });
  if (parts.length === 0) return 'No recommendation yet.';
  return `Of ${countOf(recommendations.length, 'recommendation')}, ${listWords(parts)}.`;
}
