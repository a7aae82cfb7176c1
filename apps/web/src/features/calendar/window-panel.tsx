import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './clocks-panel.module.css';
import type { VisitWindow } from './queries.ts';
import { WindowDialog } from './window-dialog.tsx';

const STATES: Record<string, string> = { BEFORE: 'Not yet', OPEN: 'In the window now', PASSED: 'Any day' };

/** A window in which inspectors may come: on what it rests, and what was assumed before. */
export function WindowPanel({ planId, window }: { planId: string; window: VisitWindow }) {
  const { roles } = useUser();
  const [isOpen, setOpen] = useState(false);
  const { name, words, state, usual, isChanged, history } = window;
  return (
    <section className={classes.window} data-state={state} aria-label={name}>
      <div className={classes.windowHead}>
        <h3 className={classes.windowName}>{name}</h3>
        <span className={classes.state}>{STATES[state] ?? state}</span>
      </div>
      <p className={classes.windowWords}>{words}.</p>
      <p className={classes.quiet}>
        {isChanged
          ? `Assumed by ${history[0]?.setBy || 'somebody who left'}: ${history[0]?.reason ?? ''} The usual window would be ${formatDate(usual.from)} to ${formatDate(usual.until)}.`
          : `An assumption: the usual interval. Ofsted gives no date. ${usual.words}`}
      </p>
      <details className="gt-screen-only">
        <summary>On what it rests</summary>
        <p className={classes.quiet}>
          {usual.words} Source: {usual.source}.
        </p>
        <History window={window} />
      </details>
      <div className={`${classes.deeds} gt-screen-only`}>
        {state !== 'BEFORE' && holds(roles, 'recommendation.read') ? (
          <Link to={paths.readiness} params={{ planId }}>
            See whether the evidence is ready
          </Link>
        ) : null}
        {holds(roles, 'plan.edit') ? (
          <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
            Assume another window<span className="gt-visually-hidden"> for {name}</span>
          </Button>
        ) : null}
      </div>
      {isOpen ? <WindowDialog window={window} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function History({ window: { history, name } }: { window: VisitWindow }) {
  const mayDestroy = useMayRequestDestroy();
  const [asking, setAsking] = useState<string | null>(null);
  if (history.length === 0) return <p className={classes.quiet}>It was never changed.</p>;
  return (
    <>
      <ul className={classes.history}>
        {history.map(({ id, fromDate, untilDate, reason, setBy, setAt }) => (
          <li key={id}>
            {dayInWords(setAt)}, {setBy || 'somebody who left'}:{' '}
            {fromDate && untilDate
              ? `${formatDate(fromDate)} to ${formatDate(untilDate)}`
              : 'the usual window'}
            . {reason}
            {mayDestroy ? (
              <Button variant="subtle" size="compact-sm" onClick={() => setAsking(id)}>
                Destroy …<span className="gt-visually-hidden"> what must not be there in this reason</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asking ? (
        <RequestDestroy
          opened
          onClose={() => setAsking(null)}
          entity="WINDOW_ASSUMPTION"
          entityId={asking}
          reference={`Assumed window: ${name}`}
        />
      ) : null}
    </>
  );
}
