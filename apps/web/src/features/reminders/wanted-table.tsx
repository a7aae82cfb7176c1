import { countOf } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import type { UpdatesWanted } from './queries.ts';
import classes from './reminders.module.css';

type Wanted = UpdatesWanted['actions'][number];
type Asked = Wanted['asked'][number];
type Counts = Pick<UpdatesWanted['counts'], 'open' | 'wanted' | 'silent' | 'copies'>;

type WantedTableProps = {
  planId: string;
  team: string;
  counts: Counts;
  actions: readonly Wanted[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

/** The actions of one team that want an update, each with who is asked and why it is here. */
export function WantedTable({ planId, team, counts, actions, chosen, onChoose }: WantedTableProps) {
  if (actions.length === 0) return null;
  const toggle = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isOn ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  const ids = actions.map(({ actionId }) => actionId);
  const all = ids.every((id) => chosen.has(id));
  return (
    <section className={classes.team} aria-label={team}>
      <h3 className={classes.teamName}>
        {team}{' '}
        <span className={classes.quiet}>
          {counts.wanted} of {countOf(counts.open, 'action')} without an update
        </span>
      </h3>
      <DataTable caption={`Updates wanted of ${team}`} cards>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={`Choose all of ${team}`}
                checked={all}
                indeterminate={!all && ids.some((id) => chosen.has(id))}
                onChange={(event) => toggle(ids, event.currentTarget.checked)}
              />
            </th>
            <th scope="col">Action</th>
            <th scope="col">Who is asked</th>
            <th scope="col">Last update</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.actionId}>
              <td data-label="Choose">
                <Checkbox
                  aria-label={`Choose ${action.reference}`}
                  checked={chosen.has(action.actionId)}
                  onChange={(event) => toggle([action.actionId], event.currentTarget.checked)}
                />
              </td>
              <th scope="row" data-label="Action" className={classes.action}>
                <Link to={paths.action} params={{ planId, actionId: action.actionId }}>
                  {action.reference}
                </Link>{' '}
                {action.title}
              </th>
              <td data-label="Who is asked">
                <span className={classes.owner}>{action.owner || 'Nobody owns it yet'}</span>
                {action.asked.map((person) => {
                  const words = askedWords(person, action.owner);
                  return words ? (
                    <span key={person.userId} className={classes.quiet}>
                      {words}
                    </span>
                  ) : null;
                })}
              </td>
              <td data-label="Last update">
                {action.lastUpdateAt ? dayInWords(action.lastUpdateAt) : 'None yet'}
              </td>
              <td data-label="Why">{whyWords(action)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

/** Who is asked besides, or instead of, whoever owns it; nothing when that is the owner and no more is to be said. */
function askedWords({ name, standing, nudgedAt }: Asked, owner: string): string | null {
  if (standing === 'LEFT') return `${name} has left`;
  if (standing === 'NO_ROLE') return `${name} may not update it`;
  if (nudgedAt) return `${name === owner ? 'Nudged' : `${name}, nudged`} at ${timeInWords(nudgedAt)}`;
  return name === owner ? null : `Asked: ${name}`;
}

function whyWords({ isWanted, silent, sameAsLast }: Wanted): string {
  if (sameAsLast !== null) return `${sameAsLast} % same as last time`;
  if (silent) return 'Silent for long';
  return isWanted ? 'No update since the last review' : '';
}
