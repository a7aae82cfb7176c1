import { formatDate, type IsoDate, isIsoDate } from '@gt/contracts/words';
import { checkYear, PLAN_YEARS } from '@gt/domain/calendar';
import { parseBritishDate } from '@gt/ui';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import classes from './filter-picker.module.css';
import type { FilterValue } from './read-filters.ts';

const YEAR = /\b(\d{4})\b/;

/** Why a typed day cannot be used; null for a real one, and for none. */
function problemOf(text: string): string | null {
  if (text.trim() === '') return null;
  const date = parseBritishDate(text);
  if (date) return checkYear('', date)[0]?.message ?? null;
  const year = Number(YEAR.exec(text)?.[1] ?? PLAN_YEARS.from);
  if (year < PLAN_YEARS.from || year > PLAN_YEARS.to) {
    return `Check the year: ${year} is not between ${PLAN_YEARS.from} and ${PLAN_YEARS.to}`;
  }
  return 'Enter a real date with its year, like 12 March 2026';
}

type DayBoxProps = { label: string; text: string; error: string | null; onText: (text: string) => void };

/** A day, typed or picked from the device's own calendar. */
function DayBox({ label, text, error, onText }: DayBoxProps) {
  const calendar = useRef<HTMLInputElement>(null);
  const day = parseBritishDate(text);
  return (
    <div className={classes.day}>
      <TextInput
        label={label}
        value={text}
        error={error}
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Pick the day: ${label}`}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={16} aria-hidden="true" />
          </ActionIcon>
        }
      />
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        className={classes.calendar}
        value={day ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (isIsoDate(value)) onText(formatDate(value));
        }}
      />
    </div>
  );
}

const typed = (date: IsoDate | undefined) => (date ? formatDate(date) : '');

/** From a day to a day; either may be left open. */
export function FilterSpan({ value, onSet }: { value: FilterValue; onSet: (value: FilterValue) => void }) {
  const [from, setFrom] = useState(typed(value.span?.from));
  const [to, setTo] = useState(typed(value.span?.to));
  const [errors, setErrors] = useState<{ from: string | null; to: string | null }>({ from: null, to: null });
  const id = useId();
  const show = (event: FormEvent) => {
    event.preventDefault();
    const span = { from: parseBritishDate(from) ?? undefined, to: parseBritishDate(to) ?? undefined };
    const found = { from: problemOf(from), to: problemOf(to) };
    if (!found.from && !found.to) {
      if (!span.from && !span.to) found.from = 'Enter the first day, the last day or both';
      else if (span.from && span.to && span.from > span.to) {
        found.to = 'The last day must not be before the first';
      }
    }
    setErrors(found);
    if (!found.from && !found.to) onSet({ span });
  };
  return (
    <form className={classes.span} onSubmit={show} noValidate aria-labelledby={id}>
      <p id={id} className={classes.hint}>
        Or from a day to a day, both included; leave one empty for no end. For example, 12 March 2026 or
        12/3/2026.
      </p>
      <DayBox label="From" text={from} error={errors.from} onText={setFrom} />
      <DayBox label="To" text={to} error={errors.to} onText={setTo} />
      <Button type="submit" variant="default" size="xs" className={classes.show}>
        Show these days
      </Button>
    </form>
  );
}
