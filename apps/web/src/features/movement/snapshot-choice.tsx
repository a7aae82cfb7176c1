import { NativeSelect } from '@mantine/core';
import { ChoiceRow } from '../../components/choice-row.tsx';
import { type Chosen, quickChoices, snapshotName } from './choose-snapshots.ts';
import classes from './movement.module.css';
import type { SnapshotHead, SnapshotList } from './queries.ts';

type SnapshotChoiceProps = {
  list: SnapshotList;
  chosen: Chosen<SnapshotHead>;
  onChange: (chosen: { from: string; to: string }) => void;
};

/** Which two snapshots are compared: any two, or one of the common choices. */
export function SnapshotChoice({ list, chosen: { from, to }, onChange }: SnapshotChoiceProps) {
  const { snapshots, first } = list;
  const all = first && !snapshots.some(({ id }) => id === first.id) ? [...snapshots, first] : snapshots;
  const options = all.map((snapshot) => ({ value: snapshot.id, label: snapshotName(snapshot) }));
  const quick = quickChoices(snapshots, first, to);
  return (
    <div className={`${classes.choice} gt-screen-only`}>
      <NativeSelect
        label="From"
        value={from.id}
        data={options}
        onChange={(event) => onChange({ from: event.currentTarget.value, to: to.id })}
      />
      <NativeSelect
        label="To"
        value={to.id}
        data={options}
        onChange={(event) => onChange({ from: from.id, to: event.currentTarget.value })}
      />
      {quick.length > 1 ? (
        <ChoiceRow
          legend="Common choices"
          choices={quick.map(({ key, words, id }) => ({
            key,
            words,
            isChosen: from.id === id,
            onChoose: () => onChange({ from: id, to: to.id }),
          }))}
        />
      ) : null}
    </div>
  );
}
