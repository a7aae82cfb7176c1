import { DONE_STATES, type DoneState, IMPACT_STATES, type ImpactState } from '@gt/contracts/words';
import { countOf, listWords } from '@gt/domain/wording';
import { DataTable, Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './delivery-panel.module.css';
import { FigureLink } from './figure-link.tsx';
import type { Position, Standing } from './queries.ts';

const DONE_WORDS: Record<DoneState, string> = {
  ALL: 'All actions closed',
  SOME: 'Some closed',
  NONE: 'None closed',
};
const IMPACT_WORDS: Record<ImpactState, string> = {
  NOTHING: 'Nothing shown',
  PARTLY: 'Partly shown',
  SHOWN: 'Shown to work',
  LASTING: 'Lasting',
};

/** Delivery against impact: what is done, and what is shown to work, so that the one is not taken for the other. */
export function DeliveryPanel({ position }: { position: Position }) {
  const { recommendations } = position;
  if (recommendations.length === 0) return null;
  return (
    <Panel title="Delivery against impact">
      <p className={classes.words}>{deliveryWords(recommendations)}</p>
      <Matrix position={position} />
      <details className={`${classes.behind} gt-screen-only`}>
        <summary>What is done, evidenced and sustained, one by one</summary>
        <DeliveryTable position={position} />
      </details>
    </Panel>
  );
}

/** Each recommendation in the place that its actions and its proof give it. */
function Matrix({ position: { recommendations, planId } }: { position: Position }) {
  return (
    <section
      className={classes.scroll}
      aria-label="Recommendations by delivery and impact"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className={classes.matrix}>
        <caption className="gt-visually-hidden">Recommendations by delivery and impact</caption>
        <thead>
          <tr>
            <td className={classes.corner}>
              <span>Delivery ↓</span> <span>Impact →</span>
            </td>
            {IMPACT_STATES.map((impact) => (
              <th key={impact} scope="col">
                {IMPACT_WORDS[impact]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DONE_STATES.map((done) => (
            <tr key={done}>
              <th scope="row">{DONE_WORDS[done]}</th>
              {IMPACT_STATES.map((impact) => (
                <td key={impact} data-level={levelOf(done, impact)}>
                  {placed(recommendations, done, impact).map(({ id, reference, quote }) => (
                    <Link
                      key={id}
                      to={paths.recommendation}
                      params={{ planId, recommendationId: id }}
                      title={quote}
                      className={classes.mark}
                    >
                      {reference}
                    </Link>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Done and not shown to work is what the picture is for. */
function levelOf(done: DoneState, impact: ImpactState): 'good' | 'unproved' | undefined {
  if (impact === 'SHOWN' || impact === 'LASTING') return 'good';
  return done === 'ALL' ? 'unproved' : undefined;
}

const placed = (recommendations: readonly Standing[], done: DoneState, impact: ImpactState) =>
  recommendations
    .filter(({ delivery }) => delivery.done === done && delivery.impact === impact)
    .toSorted((a, b) => Number(a.reference.slice(1)) - Number(b.reference.slice(1)));

function DeliveryTable({ position }: { position: Position }) {
  const { planId, recommendations } = position;
  return (
    <DataTable caption="What is done, evidenced and sustained under each recommendation" cards="early">
      <thead>
        <tr>
          <th scope="col">Recommendation</th>
          <th scope="col">Done</th>
          <th scope="col">Evidenced</th>
          <th scope="col">Sustained</th>
          <th scope="col">Measures</th>
        </tr>
      </thead>
      <tbody>
        {recommendations.map(({ id, reference, closed, actions, delivery }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={paths.recommendation} params={{ planId, recommendationId: id }}>
                {reference}
              </Link>
            </th>
            <td data-label="Done">
              <FigureLink position={position} figure={closed} words={`closed under ${reference}`} /> of{' '}
              <FigureLink position={position} figure={actions} words={`actions under ${reference}`} /> closed
            </td>
            <td data-label="Evidenced" data-wide>
              {delivery.evidencedWords}
            </td>
            <td data-label="Sustained">{delivery.sustainedWords}</td>
            <td data-label="Measures">{delivery.measureWords}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** "2 recommendations are done and shown to work: R4 and R7. Done and not yet shown: R2." */
function deliveryWords(recommendations: readonly Standing[]): string {
  const of = (test: (standing: Standing) => boolean) =>
    recommendations.filter(test).map(({ reference }) => reference);
  const works = ({ delivery: { impact } }: Standing) => impact === 'SHOWN' || impact === 'LASTING';
  const done = of(({ delivery }) => delivery.done === 'ALL');
  if (done.length === 0) {
    const shown = of(works);
    return `No recommendation has all its actions closed yet.${
      shown.length > 0 ? ` Shown to work already: ${listWords(shown, 8)}.` : ''
    }`;
  }
  const working = of((standing) => standing.delivery.done === 'ALL' && works(standing));
  const not = done.filter((reference) => !working.includes(reference));
  const verb = done.length === 1 ? 'has' : 'have';
  return [
    `${countOf(done.length, 'recommendation')} ${verb} all actions closed.`,
    working.length > 0 ? `Shown to work: ${listWords(working, 8)}.` : '',
    not.length > 0 ? `Done, and not shown to work yet: ${listWords(not, 8)}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
