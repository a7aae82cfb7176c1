import { type IsoDate, ROLE_LABELS } from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { dayInWords, londonDay } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { inOrder } from '../../lib/role-words.ts';
import { EmailAddress } from './email-address.tsx';
import classes from './people.module.css';
import type { PersonRow } from './queries.ts';

/** What can be done with an account. */
export type PersonDeed = 'edit' | 'reset' | 'deactivate' | 'reactivate';
export const menuId = (personId: string) => `person-${personId}`;

type PeopleTableProps = {
  people: readonly PersonRow[];
  /** The signed-in administrator, who does not deactivate themselves. */
  selfId: string;
  today: IsoDate;
  onDeed: (deed: PersonDeed, person: PersonRow) => void;
};

function lastActive({ lastActiveAt }: PersonRow, today: IsoDate): string {
  if (!lastActiveAt) return 'Never';
  return londonDay(lastActiveAt) === today ? 'Today' : dayInWords(lastActiveAt);
}

function RowMenu({
  person,
  selfId,
  onDeed,
}: { person: PersonRow } & Omit<PeopleTableProps, 'people' | 'today'>) {
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon
          data-opener={menuId(person.id)}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`What to do with ${person.name}`}
        >
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {person.deactivatedAt ? (
          <Menu.Item onClick={() => onDeed('reactivate', person)}>Make active again</Menu.Item>
        ) : (
          <>
            <Menu.Item onClick={() => onDeed('edit', person)}>Name, roles and teams</Menu.Item>
            <Menu.Item onClick={() => onDeed('reset', person)}>Link for a new password</Menu.Item>
            <Menu.Item
              renderRoot={(props) => <Link {...props} to={paths.leaver} search={{ person: person.id }} />}
            >
              Hand over their work
            </Menu.Item>
            {person.id === selfId ? null : (
              <Menu.Item onClick={() => onDeed('deactivate', person)}>Deactivate</Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Accounts with their roles, teams and posts; deactivated ones at the end, and marked. */
export function PeopleTable({ people, selfId, today, onDeed }: PeopleTableProps) {
  return (
    <DataTable caption="People" cards>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Roles</th>
          <th scope="col">Teams</th>
          <th scope="col">Posts held</th>
          <th scope="col">Last active</th>
          <th scope="col">
            <span className="gt-visually-hidden">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className={person.deactivatedAt ? classes.away : undefined}>
            <th scope="row" className={classes.person}>
              {person.name}
              {person.id === selfId ? <span className={classes.you}> (you)</span> : null}
              <EmailAddress address={person.email} />
              {person.deactivatedAt ? (
                <span className={classes.mark}>Deactivated on {dayInWords(person.deactivatedAt)}</span>
              ) : null}
            </th>
            <td data-label="Roles">{listWords(inOrder(person.roles).map((role) => ROLE_LABELS[role]))}</td>
            <td data-label="Teams">{listWords(person.teams.map(({ name }) => name)) || 'None'}</td>
            <td data-label="Posts held">{listWords(person.posts.map(({ title }) => title)) || 'None'}</td>
            <td data-label="Last active" className={classes.when}>
              {lastActive(person, today)}
            </td>
            <td className={`${classes.menu} gt-screen-only`}>
              <RowMenu person={person} selfId={selfId} onDeed={onDeed} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
