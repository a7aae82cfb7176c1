import { DataTable, Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { FigureLink } from './figure-link.tsx';
import type { Figure, Position } from './queries.ts';
import classes from './teams-panel.module.css';

type Team = Position['teams'][number];
type Column = { key: Exclude<keyof Team, 'id' | 'name'>; head: string; words: string };

const COLUMNS: readonly Column[] = [
  { key: 'open', head: 'Open', words: 'open' },
  { key: 'overdue', head: 'Overdue', words: 'overdue' },
  { key: 'red', head: 'Off track', words: 'off track' },
  { key: 'amber', head: 'At risk', words: 'at risk' },
  { key: 'silent', head: 'Silent', words: 'silent for too long' },
  { key: 'inTime', head: 'Updated in time', words: 'updated in time' },
  { key: 'notTakenOn', head: 'Not taken on', words: 'not taken on yet' },
  { key: 'returned', head: 'Evidence returned', words: 'with evidence that was returned' },
];

/** What each team carries, the most first. */
export function TeamsPanel({ position }: { position: Position }) {
  const { teams, planId } = position;
  if (teams.length === 0) return null;
  return (
    <Panel
      title="What teams carry"
      aside={
        <Link to={paths.workload} params={{ planId }} className="gt-screen-only">
          Workload by owner
        </Link>
      }
    >
      <p className={classes.words}>
        Open actions, the team with the most first. It shows load, not blame: a team that says it is late is
        at work on it.
      </p>
      <DataTable caption="Open actions by team" cards="early">
        <thead>
          <tr>
            <th scope="col">Team</th>
            {COLUMNS.map(({ key, head }) => (
              <th key={key} scope="col" className={classes.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.id ?? 'none'}>
              <th scope="row" data-wide>
                {team.name ?? 'No team'}
              </th>
              {COLUMNS.map(({ key, head, words }) => (
                <td key={key} data-label={head} className={classes.number}>
                  <FigureLink
                    position={position}
                    figure={team[key] satisfies Figure}
                    words={`${words}: ${team.name ?? 'no team'}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}
