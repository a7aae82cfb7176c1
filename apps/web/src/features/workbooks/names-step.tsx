import type { NameChoice, NameFound } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { EmptyState, Panel } from '@gt/ui';
import { NativeSelect } from '@mantine/core';
import type { DryRun, Workbook } from './queries.ts';
import type { ChoicesHandle } from './use-choices.ts';
import classes from './workbooks.module.css';

type NamesStepProps = { workbook: Workbook; dryRun: DryRun; handle: ChoicesHandle };

/** Whom each name of the workbook is taken for: a team, a post, a person, one to be made, or nobody. */
export function NamesStep({ workbook, dryRun, handle }: NamesStepProps) {
  if (dryRun.names.length === 0)
    return <EmptyState sentence="The workbook names nobody. Actions come in without an owner." />;
  const open = [...dryRun.names].sort(
    (one, other) => Number(one.choice.to !== 'NOBODY') - Number(other.choice.to !== 'NOBODY'),
  );
  return (
    <Panel title="Who is meant">
      <p className={classes.words}>
        A name that nobody is chosen for is kept in the detail, and the action comes in unassigned.
        {workbook.mayMake
          ? ''
          : ' An administrator makes teams, posts and accounts; ask for those that are missing.'}
      </p>
      <ul className={classes.cards}>
        {open.map((found) => (
          <NameRow key={found.key} found={found} workbook={workbook} handle={handle} />
        ))}
      </ul>
    </Panel>
  );
}

function NameRow({
  found,
  workbook,
  handle,
}: {
  found: NameFound;
  workbook: Workbook;
  handle: ChoicesHandle;
}) {
  const { directory, mayMake } = workbook;
  const value = writtenAs(handle.choices.names[found.key] ?? found.choice);
  const set = (text: string) =>
    handle.change({ names: { ...handle.choices.names, [found.key]: choiceOf(text, directory) } });
  return (
    <li className={classes.card}>
      <div className={classes.cardWords}>
        <strong>{found.name}</strong>
        <span className={classes.muted}>In {countOf(found.rows, 'row')}</span>
        <span className={classes.why}>{found.why}</span>
      </div>
      <div className={classes.select}>
        <NativeSelect
          label={`“${found.name}” is`}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        >
          <option value="NOBODY">Nobody: keep the name as words</option>
          <optgroup label="Posts">
            {directory.posts.map(({ id, title }) => (
              <option key={id} value={`POST ${id}`}>
                {title}
              </option>
            ))}
          </optgroup>
          <optgroup label="Teams">
            {directory.teams.map(({ id, name }) => (
              <option key={id} value={`TEAM ${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label="People">
            {directory.people.map(({ id, name }) => (
              <option key={id} value={`USER ${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
          {mayMake ? (
            <optgroup label="Make anew">
              <option value="NEW_TEAM">A new team of this name</option>
              {directory.teams.map(({ id, name }) => (
                <option key={id} value={`NEW_POST ${id}`}>
                  A new post of this title in {name}
                </option>
              ))}
            </optgroup>
          ) : null}
        </NativeSelect>
      </div>
    </li>
  );
}

function writtenAs(choice: NameChoice): string {
  if (choice.to === 'NEW_POST') return `NEW_POST ${choice.teamId}`;
  return 'id' in choice ? `${choice.to} ${choice.id}` : choice.to;
}

function choiceOf(text: string, { teams, posts, people }: Workbook['directory']): NameChoice {
  const [to, id = ''] = text.split(' ');
  const known = [...teams, ...posts, ...people].some((one) => one.id === id);
  if (to === 'NEW_TEAM') return { to };
  if (to === 'NEW_POST' && known) return { to, teamId: id };
  if ((to === 'TEAM' || to === 'POST' || to === 'USER') && known) return { to, id };
  return { to: 'NOBODY' };
}
