import { formatDate, type IsoDate } from '@gt/contracts/words';
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { britishDateProblem, parseBritishDate } from './parse-british-date.ts';

type DateFieldProps = {
  id?: string;
  label: string;
  /** Under the label; an example of what to type stands there when absent. */
  description?: ReactNode;
  value: IsoDate | null;
  /** Called at each keystroke: null while the text is empty or no date. */
  onChange: (value: IsoDate | null) => void;
  /** Called at each keystroke: whether there is text that is no date, so that a form does not take it for none. */
  onUnreadable?: (isUnreadable: boolean) => void;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  className?: string;
};

/**
 * A date, typed: "12/3/2026" or "12 March 2026". On leaving the field the date is written out in full, so that the
 * person sees which day was understood.
 */
export function DateField({ value, onChange, onUnreadable, error, description, ...rest }: DateFieldProps) {
  const [text, setText] = useState(value ? formatDate(value) : '');
  const [left, setLeft] = useState(false);
  const typed = parseBritishDate(text);
  // A value set from outside (a draft restored, a form reset) is shown; text that is no date yet is left alone.
  const shown =
    value !== typed && (value !== null || typed !== null) ? (value ? formatDate(value) : '') : text;
  const wrong = left && shown.trim() !== '' && parseBritishDate(shown) === null;
  return (
    <TextInput
      {...rest}
      description={description ?? 'For example, 12 March 2026 or 12/3/2026'}
      value={shown}
      autoComplete="off"
      inputMode="text"
      onChange={(event) => {
        setText(event.currentTarget.value);
        setLeft(false);
        const parsed = parseBritishDate(event.currentTarget.value);
        onChange(parsed);
        onUnreadable?.(parsed === null && event.currentTarget.value.trim() !== '');
      }}
      onBlur={() => {
        setLeft(true);
        if (typed) setText(formatDate(typed));
      }}
      error={wrong ? britishDateProblem(shown) : error}
    />
  );
}
