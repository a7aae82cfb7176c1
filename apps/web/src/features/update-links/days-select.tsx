import { UPDATE_LINK_DAYS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { NativeSelect } from '@mantine/core';

type DaysSelectProps = { id: string; value: number; onChange: (days: number) => void };

const CHOICES = [3, UPDATE_LINK_DAYS.usual, 14, UPDATE_LINK_DAYS.most];

/** For how long a link works. */
export function DaysSelect({ id, value, onChange }: DaysSelectProps) {
  return (
    <NativeSelect
      id={id}
      label="Works for"
      value={String(value)}
      data={CHOICES.map((days) => ({ value: String(days), label: countOf(days, 'day') }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      maw="12rem"
    />
  );
}
