import {
  DELIVERY_STATUS_LABELS,
  formatDate,
  type PackAction,
  type PackMeasure,
  type PackRecommendation,
  RAG_LABELS,
  type RoomRecommendation,
  type RoomView,
} from '@gt/contracts/words';
import { DataTable, Panel, Quote, RagBadge, SkeletonRows, Thread, threadInWords } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { recommendationQuery } from './queries.ts';
import classes from './room.module.css';
import { RoomEvidenceList } from './room-evidence.tsx';

type Props = { reference: string; view: RoomView };

/** One recommendation of the pack, in the pack's own order of parts. */
export function RoomRecommendationView({ reference, view }: Props) {
  const packNumber = view.pack.number;
  const { data, error, refetch } = useQuery(recommendationQuery(reference, packNumber));
  const isHere = data !== undefined;
  // A link to a piece of evidence leads to it once it is there.
  useEffect(() => {
    if (isHere) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, [isHere]);
  if (error && !data) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} rowHeight={72} label="Loading the recommendation" />;
  return <Body page={data} packNumber={packNumber} />;
}

function Body({ page, packNumber }: { page: RoomRecommendation; packNumber: number }) {
  const { number, source, item, evidence, changes, moreChanges, nextSteps } = page;
  return (
    <>
      <Panel title={`${number} ${item.ref} ${item.title}`}>
        <Quote text={item.quote} source={[source, item.lineage].filter(Boolean).join('. ')} />
        <RoomThread item={item} />
        <Facts item={item} />
        <h3 className={classes.part}>What good looks like</h3>
        <p className={classes.text}>{item.goodLooksLike || 'Not agreed yet.'}</p>
        <p className={classes.text}>Closure test: {item.closureTest || 'not agreed yet.'}</p>
      </Panel>
      <Panel title="Actions" aside={String(item.actions.length)}>
        <Actions of={item.ref} actions={item.actions} />
      </Panel>
      <Panel title="Measures" aside={String(item.measures.length)}>
        <Measures of={item.ref} measures={item.measures} />
      </Panel>
      <Panel title="What changed for children">
        {changes.length === 0 ? <p className={classes.sentence}>Nothing is on record yet.</p> : null}
        <ul className={classes.plainList}>
          {changes.map(({ source: from, words }) => (
            <li key={`${from} ${words}`}>
              <strong>{from}</strong>: {words}
            </li>
          ))}
        </ul>
        {moreChanges > 0 ? (
          <p className={classes.meta}>{moreChanges} more are in actions.xlsx of the pack.</p>
        ) : null}
      </Panel>
      <Panel title="Evidence" aside={String(evidence.length)}>
        <RoomEvidenceList evidence={evidence} of={item.ref} packNumber={packNumber} />
      </Panel>
      <Panel title="What remains, and next steps">
        <ul className={classes.plainList}>
          {item.missing.length === 0 ? <li>Nothing is missing.</li> : null}
          {[...item.missing, ...nextSteps].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
      <Panel title="Sign-off">
        <SignOff item={item} />
      </Panel>
    </>
  );
}

function RoomThread({ item: { thread } }: { item: PackRecommendation }) {
  const knots = (['said', 'done', 'proved', 'changed'] as const).map((name) => ({
    knot: name.toUpperCase() as Uppercase<typeof name>,
    ...thread[name],
  }));
  return <Thread knots={knots} words={threadInWords(knots)} />;
}

function Facts({ item: { status, lead, rag } }: { item: PackRecommendation }) {
  return (
    <dl className={classes.facts}>
      <div className={classes.fact}>
        <dt>Status</dt>
        <dd>{status}</dd>
      </div>
      <div className={classes.fact}>
        <dt>Declared</dt>
        <dd>
          <RagBadge rag={rag.declared} /> {rag.declaredReason}
        </dd>
      </div>
      <div className={classes.fact}>
        <dt>Calculated</dt>
        <dd>
          <RagBadge rag={rag.calculated} /> {rag.calculatedReason}
        </dd>
      </div>
      <div className={classes.fact}>
        <dt>Accountable lead</dt>
        <dd>{lead || 'Nobody yet'}</dd>
      </div>
    </dl>
  );
}

function Actions({ of, actions }: { of: string; actions: readonly PackAction[] }) {
  if (actions.length === 0) return <p className={classes.sentence}>No action yet.</p>;
  return (
    <DataTable caption={`Actions of ${of}`} cards>
      <thead>
        <tr>
          <th scope="col">Ref</th>
          <th scope="col">Action</th>
          <th scope="col">Team and owner</th>
          <th scope="col">Due</th>
          <th scope="col">Status</th>
          <th scope="col">What happened last</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <ActionRow key={action.ref} action={action} />
        ))}
      </tbody>
    </DataTable>
  );
}

function ActionRow({ action }: { action: PackAction }) {
  const { ref, title, team, owner, dueOn, originalDueOn, revisions, status, rag, updates } = action;
  const [latest, ...earlier] = updates;
  return (
    <tr id={ref}>
      <th scope="row" className="gt-figures">
        {ref}
      </th>
      <td data-label="Action">{title}</td>
      <td data-label="Team and owner">
        {team}
        <span className={classes.under}>{owner || 'No owner'}</span>
      </td>
      <td data-label="Due">
        {dueOn ? formatDate(dueOn) : 'Not set'}
        {originalDueOn && originalDueOn !== dueOn ? (
          <span className={classes.under}>Original: {formatDate(originalDueOn)}</span>
        ) : null}
        {revisions.map(({ from, to, on, by, reason }) => (
          <span key={`${on} ${to}`} className={classes.under}>
            Moved from {from ? formatDate(from) : 'no date'} to {to ? formatDate(to) : 'no date'} on{' '}
            {formatDate(on)}, agreed by {by}: {reason}
          </span>
        ))}
      </td>
      <td data-label="Status">
        {DELIVERY_STATUS_LABELS[status]}
        <span className={classes.under}>
          <RagBadge rag={rag.declared} />
        </span>
      </td>
      <td data-label="What happened last">
        {latest ? <Update update={latest} /> : 'No update'}
        {earlier.length > 0 ? (
          <details>
            <summary className={classes.summary}>{earlier.length} earlier</summary>
            {earlier.map((update) => (
              <Update key={`${update.on} ${update.happened}`} update={update} />
            ))}
          </details>
        ) : null}
      </td>
    </tr>
  );
}

function Update({ update }: { update: PackAction['updates'][number] }) {
  const { on, happened, difference, inTheWay, next, rag } = update;
  const parts: [string, string][] = [
    ['Difference', difference],
    ['In the way', inTheWay],
    ['Next', next],
  ];
  return (
    <div className={classes.update}>
      <p className={classes.text}>
        {formatDate(on)}, {RAG_LABELS[rag].toLowerCase()}: {happened}
      </p>
      {parts.map(([name, words]) =>
        words ? (
          <p key={name} className={classes.under}>
            {name}: {words}
          </p>
        ) : null,
      )}
    </div>
  );
}

function Measures({ of, measures }: { of: string; measures: readonly PackMeasure[] }) {
  if (measures.length === 0) return <p className={classes.sentence}>No measure yet.</p>;
  return (
    <DataTable caption={`Measures of ${of}`} cards>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Baseline</th>
          <th scope="col">Latest</th>
          <th scope="col">Target</th>
          <th scope="col">Where it goes</th>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.ref} id={measure.ref}>
            <th scope="row">
              {measure.ref} {measure.title}
              <span className={classes.under}>{measure.definition}</span>
            </th>
            <td data-label="Baseline">{measure.baseline || 'Not set'}</td>
            <td data-label="Latest">{measure.latest || 'No figure yet'}</td>
            <td data-label="Target">{measure.target || 'Not set'}</td>
            <td data-label="Where it goes">
              {measure.movement}. {measure.movementReason}.
              <span className={classes.under}>{measure.distance}</span>
              {measure.late ? <span className={classes.under}>Late: {measure.late}.</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function SignOff({ item: { signOff } }: { item: PackRecommendation }) {
  if (!signOff) return <p className={classes.sentence}>Not closed.</p>;
  return (
    <>
      <p className={classes.sentence}>
        Closed on {formatDate(signOff.on)} by {signOff.by}.
      </p>
      <dl className={classes.facts}>
        {signOff.answers.map(({ question, answer }) => (
          <div key={question} className={classes.fact}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <ul className={classes.plainList}>
        {signOff.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
    </>
  );
}
