import type { IsoDate } from '@gt/contracts/words';
import { DateField } from '@gt/ui';
import { Button, NativeSelect } from '@mantine/core';
import classes from './action-view.module.css';
import type { HistoryFilter } from './history-queries.ts';

type HistoryNarrowingProps = {
  filter: HistoryFilter;
  /** Fields that ever changed, and everybody who changed something. */
  fields: readonly string[];
  people: readonly { id: string; name: string }[];
  onChange: (filter: HistoryFilter) => void;
};

/** Narrows the history of an action: one field, one person, a span of days. */
export function HistoryNarrowing({ filter, fields, people, onChange }: HistoryNarrowingProps) {
  const set = (patch: HistoryFilter) => onChange({ ...filter, ...patch });
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <div className={`${classes.narrowing} gt-screen-only`}>
      <NativeSelect
        label="Field"
        value={filter.field ?? ''}
        data={[{ value: '', label: 'Every field' }, ...fields]}
        onChange={(event) => set({ field: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label="Who"
        value={filter.actorId ?? ''}
        data={[
          { value: '', label: 'Everybody' },
          ...people.map((person) => ({ value: person.id, label: person.name })),
        ]}
        onChange={(event) => set({ actorId: event.currentTarget.value || undefined })}
      />
      <DateField
        label="From"
        value={(filter.from as IsoDate | undefined) ?? null}
        onChange={(from) => set({ from: from ?? undefined })}
      />
      <DateField
        label="To"
        value={(filter.to as IsoDate | undefined) ?? null}
        onChange={(to) => set({ to: to ?? undefined })}
      />
      {isNarrowed ? (
        <Button variant="subtle" onClick={() => onChange({})}>
          Show all
        </Button>
      ) : null}
    </div>
  );
}
