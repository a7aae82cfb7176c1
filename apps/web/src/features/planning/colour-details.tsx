import { RAG_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { RagBadge, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { ExplainForm } from './explain-form.tsx';
import classes from './planning.module.css';
import { actionPlanningQuery, type Colour, type PlannedAction } from './queries.ts';

type ColourDetailsProps = { action: PlannedAction & { mismatch: boolean }; mayExplain: boolean };

/** How a colour comes about: what was declared and by whom, every part of the rule, and what was said of the difference. */
export function ColourDetails({ action, mayExplain }: ColourDetailsProps) {
  const [shown, setShown] = useState(false);
  return (
    <details className={classes.colour} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>How this colour comes about</summary>
      {shown ? <ColourBody action={action} mayExplain={mayExplain} /> : null}
    </details>
  );
}

function ColourBody({ action, mayExplain }: ColourDetailsProps) {
  const [explaining, setExplaining] = useState(false);
  const { data, error, refetch } = useQuery(actionPlanningQuery(action.id));
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} label="Loading the rule" />;
  const { colour } = data;
  return (
    <div className={classes.colourBody}>
      <p>
        <RagBadge rag={colour.declaredRag} prefix="Declared" /> {declaredWords(colour)}
      </p>
      {colour.ragReason ? <p className={classes.quiet}>Because: {colour.ragReason}</p> : null}
      <p>
        <RagBadge rag={colour.calculatedRag} prefix="By rule" /> {colour.sentence}.
      </p>
      {colour.parts.length > 0 ? <Rule parts={colour.parts} /> : null}
      {colour.mismatch ? <Difference colour={colour} /> : null}
      {explaining ? (
        <ExplainForm action={action} colour={colour} onClose={() => setExplaining(false)} />
      ) : colour.mismatch && mayExplain ? (
        <Button size="xs" variant="default" className="gt-screen-only" onClick={() => setExplaining(true)}>
          {colour.mismatchReason ? 'Change the explanation' : 'Explain the difference'}
        </Button>
      ) : null}
    </div>
  );
}

function declaredWords({ declaredRag, saidBy, saidAt, ragDeclaredAt, weeksAtColour }: Colour): string {
  if (declaredRag === 'BLUE') return 'follows from closing and is never declared.';
  if (declaredRag === 'NONE' || !ragDeclaredAt) return 'Nobody has declared a colour.';
  const since = `${RAG_LABELS[declaredRag]} since ${dayInWords(ragDeclaredAt)}, in its ${ordinal(weeksAtColour)} week`;
  return saidBy && saidAt ? `${since}; last said by ${saidBy} on ${dayInWords(saidAt)}.` : `${since}.`;
}

function ordinal(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return `${count}th`;
  return `${count}${['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'}`;
}

function Rule({ parts }: { parts: Colour['parts'] }) {
  const fired = parts.filter((part) => part.fired.length > 0).length;
  return (
    <table className={classes.rule}>
      <caption>
        The rule: Red before Amber, else Green. {countOf(fired, 'part')} of {parts.length}{' '}
        {fired === 1 ? 'applies' : 'apply'}.
      </caption>
      <thead>
        <tr>
          <th scope="col">Colour</th>
          <th scope="col">When</th>
          <th scope="col">Here</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.rule} data-fired={part.fired.length > 0}>
            <td>
              <RagBadge rag={part.rag} />
            </td>
            <td>{part.rule}</td>
            <td>{part.fired.length > 0 ? part.fired.join('; ') : 'No'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Difference({ colour }: { colour: Colour }) {
  return (
    <div className={classes.notice}>
      <p>{colour.mismatch}.</p>
      {colour.mismatchReason ? (
        <p>
          Explained
          {colour.mismatchExplainedAt ? ` on ${dayInWords(colour.mismatchExplainedAt)}` : ''}:{' '}
          {colour.mismatchReason}
        </p>
      ) : (
        <p>Nobody has explained the difference.</p>
      )}
      {colour.outdatedReason ? (
        <p>Said of earlier colours, and no longer valid: {colour.outdatedReason}</p>
      ) : null}
    </div>
  );
}
