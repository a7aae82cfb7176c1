import { holds } from '@gt/domain/authz';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { type OpenScreening, openScreeningsQuery } from './queries.ts';
import classes from './screening.module.css';
import { StandingBadge } from './standing-badge.tsx';

const AT_FIRST = 3;

/** What screening found in a plan's files and this person can settle or decide; nothing where there is nothing. */
export function OpenScreenings({ planId }: { planId: string }) {
  const { roles } = useUser();
  const isConcerned = holds(roles, 'evidence.upload') || holds(roles, 'evidence.check');
  const { data } = useQuery({ ...openScreeningsQuery(planId), enabled: isConcerned });
  const [all, setAll] = useState(false);
  if (!data || data.rows.length === 0) return null;
  const rows = data.rows.toSorted((a, b) => a.deed.localeCompare(b.deed));
  return (
    <div className={classes.open}>
      <Panel title={`Found by screening, to be settled: ${rows.length}`}>
        <ul className={classes.cards}>
          {rows.slice(0, all ? undefined : AT_FIRST).map((row) => (
            <Card key={row.evidenceId} planId={planId} row={row} />
          ))}
        </ul>
        {rows.length > AT_FIRST && !all ? (
          <Button variant="subtle" size="compact-sm" mt="xs" ml={-8} onClick={() => setAll(true)}>
            Show all {rows.length}
          </Button>
        ) : null}
      </Panel>
    </div>
  );
}

function Card({ planId, row }: { planId: string; row: OpenScreening }) {
  return (
    <li className={classes.card}>
      <p>
        <Link to={paths.evidence} params={{ planId }} search={{ open: row.evidenceId }}>
          {row.reference} {row.title}
        </Link>{' '}
        <StandingBadge standing={row.standing} />
      </p>
      <p className={classes.quiet}>
        {row.fileName}: {row.sentence} {row.deed === 'DECIDE' ? 'Waits for your decision.' : ''}
      </p>
    </li>
  );
}
