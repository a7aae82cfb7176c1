import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { ChainEntry } from './chain-entry.tsx';
import classes from './lineage.module.css';
import { inspectionName } from './lineage-words.ts';
import { LinkDialog } from './link-dialog.tsx';
import { type Lineage, lineageQuery } from './queries.ts';
import { RAISED_BEFORE } from './raised-mark.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { useDecide } from './use-decide.ts';

/** What was said before about the same concern, what was done then, and what may be the same. */
export function RaisedBeforePanel({ recommendationId }: { recommendationId: string }) {
  const { data, error, refetch } = useQuery(lineageQuery(recommendationId));
  const count = data?.raisedBefore.length ?? 0;
  return (
    <div id={RAISED_BEFORE} className={classes.anchor}>
      <Panel title="Raised before" aside={count > 0 ? countOf(count, 'time') : undefined}>
        {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? (
          <SkeletonRows rows={2} rowHeight={72} label="Loading what was raised before" />
        ) : null}
        {data ? <Body lineage={data} /> : null}
      </Panel>
    </div>
  );
}

function Body({ lineage }: { lineage: Lineage }) {
  const { recommendationId, planId, quote, raisedBefore, saidAgain, suggestions, others } = lineage;
  const { roles } = useUser();
  const mayDecide = holds(roles, 'recommendation.edit');
  const decide = useDecide(recommendationId);
  const [isLinking, setLinking] = useState(false);
  return (
    <div className={classes.stack}>
      {decide.refusal ? (
        <p role="alert" className={classes.refusal}>
          {decide.refusal}
        </p>
      ) : null}
      {raisedBefore.length === 0 ? <Nothing lineage={lineage} /> : null}
      {raisedBefore.length > 0 ? (
        <ol className={classes.chain} aria-label="Raised before, in order of time">
          {raisedBefore.map((before) => (
            <ChainEntry
              key={before.item.key}
              before={before}
              planId={planId}
              quote={quote}
              decide={mayDecide ? decide : undefined}
            />
          ))}
        </ol>
      ) : null}
      {saidAgain.length > 0 ? <SaidAgain lineage={lineage} /> : null}
      {suggestions.length > 0 ? (
        <section aria-labelledby="may-be-the-same" className={classes.stack}>
          <h3 id="may-be-the-same" className={classes.sub}>
            May be the same concern
          </h3>
          {suggestions.map((suggestion) => (
            <SuggestionCard
              key={suggestion.item.key}
              suggestion={suggestion}
              quote={quote}
              decide={mayDecide ? decide : undefined}
            />
          ))}
        </section>
      ) : null}
      <Dismissed lineage={lineage} decide={mayDecide ? decide : undefined} />
      {mayDecide ? (
        <div className={`${classes.buttons} gt-screen-only`}>
          {others.length > 0 ? (
            <Button variant="default" onClick={() => setLinking(true)}>
              Link by hand …
            </Button>
          ) : null}
          <Link to={paths.lineage} params={{ planId }}>
            Lineage of the plan
          </Link>
        </div>
      ) : null}
      {isLinking ? <LinkDialog lineage={lineage} onClose={() => setLinking(false)} /> : null}
    </div>
  );
}

function Nothing({ lineage: { earlierInspections, suggestions, planId } }: { lineage: Lineage }) {
  if (earlierInspections === 0) {
    return (
      <p className={classes.say}>
        No earlier inspection of this council is here yet.{' '}
        <Link to={paths.lineage} params={{ planId }}>
          Bring one in
        </Link>
        , to see what was said before.
      </p>
    );
  }
  const found = suggestions.length > 0 ? 'Nothing is confirmed yet.' : 'Nothing like it was found';
  return (
    <p className={classes.say}>
      {suggestions.length > 0
        ? `${found} Whether it was raised before is for a person to say.`
        : `${found} in ${countOf(earlierInspections, 'earlier inspection')}.`}
    </p>
  );
}

/** The other way in time: a later inspection came back to it. */
function SaidAgain({ lineage: { saidAgain } }: { lineage: Lineage }) {
  return (
    <section aria-labelledby="said-again">
      <h3 id="said-again" className={classes.sub}>
        Said again since
      </h3>
      <ul className={classes.plain}>
        {saidAgain.map(({ item, inspection }) => (
          <li key={item.key}>
            <Link
              to={paths.recommendation}
              params={{ planId: item.planId, recommendationId: item.id }}
              className={classes.link}
            >
              {item.reference}
            </Link>{' '}
            of {inspectionName(inspection)}: “{item.quote}”
          </li>
        ))}
      </ul>
    </section>
  );
}

type DismissedProps = { lineage: Lineage; decide?: ReturnType<typeof useDecide> };

function Dismissed({ lineage: { dismissed }, decide }: DismissedProps) {
  if (dismissed.length === 0) return null;
  return (
    <details>
      <summary className={classes.summary}>
        {countOf(dismissed.length, 'earlier recommendation')} said not to be the same
      </summary>
      <ul className={classes.plain}>
        {dismissed.map(({ item, inspection, link }) => (
          <li key={item.key}>
            {item.reference} of {inspectionName(inspection)}: “{item.quote}”{' '}
            <span>Said by {link.decidedBy}.</span>{' '}
            {decide ? (
              <Button
                size="compact-xs"
                variant="subtle"
                className="gt-screen-only"
                disabled={decide.isBusy}
                onClick={() =>
                  decide.undo({ linkId: link.id, version: link.version }, 'It may be the same again.')
                }
              >
                Take that back
                <span className="gt-visually-hidden"> for {item.reference}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
