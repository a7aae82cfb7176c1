import { isoDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { daysBetween } from '@gt/domain/calendar';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { londonDay } from '../../lib/instants.ts';
import { useToday, useUser } from '../../lib/session.ts';
import classes from './evidence.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { waitingQuery } from './queries.ts';

const AT_FIRST = 3;

/** What waits for this person's check comes before the list; what waits for somebody else is only counted. */
export function WaitingList({ planId }: { planId: string }) {
  const { roles } = useUser();
  const mayCheck = holds(roles, 'evidence.check');
  const { data } = useQuery({ ...waitingQuery(planId), enabled: mayCheck });
  const [all, setAll] = useState(false);
  if (!mayCheck || !data || data.total === 0) return null;
  const mine = data.rows.filter((row) => row.mayCheck.ok);
  const others = data.total - data.mine;
  return (
    <div className={classes.waiting}>
      <Panel title={`Waiting for your check: ${data.mine}`}>
        <ul className={classes.cards}>
          {mine.slice(0, all ? undefined : AT_FIRST).map((row) => (
            <EvidenceCard key={row.id} item={row} standing={<Wait since={row.latest.uploadedAt} />} />
          ))}
        </ul>
        {mine.length > AT_FIRST && !all ? (
          <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setAll(true)}>
            Show all {mine.length}
          </Button>
        ) : null}
        {others > 0 ? (
          <p className={classes.quiet}>
            {countOf(others, 'item waits', 'items wait')} for somebody else, because you uploaded, own or
            reported on what {others === 1 ? 'it is' : 'they are'} evidence for.
          </p>
        ) : null}
      </Panel>
    </div>
  );
}

/** How long an item has waited, in days. */
function Wait({ since }: { since: string }) {
  const days = daysBetween(isoDate(londonDay(since)), useToday());
  return (
    <span className={classes.quiet}>{days < 1 ? 'since today' : `waiting ${countOf(days, 'day')}`}</span>
  );
}
