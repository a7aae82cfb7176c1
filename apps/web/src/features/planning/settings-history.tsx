import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import classes from './pages.module.css';
import type { PlanSettings } from './queries.ts';

/** So many changes are shown before the older ones are asked for. */
const FIRST = 8;

/** Who changed how the plan is run, or who belongs to its meetings, newest first. */
export function SettingsHistory({ history }: Pick<PlanSettings, 'history'>) {
  const [isWhole, setWhole] = useState(false);
  const older = history.length - FIRST;
  const shown = isWhole ? history : history.slice(0, FIRST);
  return (
    <Panel title="What was changed">
      {history.length === 0 ? <p className={classes.quiet}>Nothing since the plan began.</p> : null}
      <ol className={classes.history}>
        {shown.map((event) => (
          <li key={event.id}>
            <strong>{event.who}</strong>, {dayInWords(event.at)} at {timeInWords(event.at)}
            <ul>
              {event.changes.map((change) => (
                <li key={change.field}>
                  {change.field}: {change.from} → {change.to}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {older > 0 && !isWhole ? (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => setWhole(true)}>
          Show {countOf(older, 'older change')}
        </Button>
      ) : null}
    </Panel>
  );
}
