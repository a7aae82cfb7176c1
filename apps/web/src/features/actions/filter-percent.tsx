import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './filter-picker.module.css';
import type { FilterValue } from './read-filters.ts';

/** "" is the end that is left open. */
function read(text: string, open: number): number | null {
  const clean = text.trim().replace(/\s*%$/, '');
  if (clean === '') return open;
  return /^\d{1,3}$/.test(clean) && Number(clean) <= 100 ? Number(clean) : null;
}

const WHOLE_NUMBER = 'Enter a whole number from 0 to 100';

/** From a percentage to a percentage. */
export function FilterPercent({ value, onSet }: { value: FilterValue; onSet: (value: FilterValue) => void }) {
  const [from, setFrom] = useState(value.percent ? String(value.percent.from) : '');
  const [to, setTo] = useState(value.percent ? String(value.percent.to) : '');
  const [errors, setErrors] = useState<{ from?: string; to?: string }>({});
  const show = (event: FormEvent) => {
    event.preventDefault();
    const percent = { from: read(from, 0), to: read(to, 100) };
    const found = {
      from: percent.from === null ? WHOLE_NUMBER : undefined,
      to: percent.to === null ? WHOLE_NUMBER : undefined,
    };
    if (percent.from !== null && percent.to !== null) {
      if (percent.from <= percent.to) {
        onSet({ percent: { from: percent.from, to: percent.to } });
        return;
      }
      found.to = 'This must not be less than the first number';
    }
    setErrors(found);
  };
  return (
    <form className={classes.span} onSubmit={show} noValidate>
      <TextInput
        autoFocus
        label="From"
        inputMode="numeric"
        value={from}
        error={errors.from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        label="To"
        inputMode="numeric"
        value={to}
        error={errors.to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" size="xs" className={classes.show}>
        Show these
      </Button>
    </form>
  );
}
