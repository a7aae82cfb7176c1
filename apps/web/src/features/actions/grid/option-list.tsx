import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './option-list.module.css';

export type Option = { value: string; label: string; note?: string; mark?: ReactNode };

type OptionListProps = {
  label: string;
  options: readonly Option[];
  value: string | null;
  onPick: (value: string) => void;
};

/** From so many options on, a field narrows them. */
const SEARCH_FROM = 9;

/** One of a list by arrows and Enter, or by the first letters; a long list is narrowed by typing. */
export function OptionList({ label, options, value, onPick }: OptionListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const words = text.trim().toLowerCase();
  const shown = options.filter((option) => option.label.toLowerCase().includes(words));
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => option.value === value),
    ),
  );
  const active = Math.min(at, shown.length - 1);
  const search = options.length >= SEARCH_FROM;
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) setAt(Math.max(0, Math.min(shown.length - 1, active + step)));
    else if (event.key === 'Home' && !search) setAt(0);
    else if (event.key === 'End' && !search) setAt(shown.length - 1);
    else if (event.key === 'Enter' || (event.key === ' ' && !search)) {
      const option = shown[active];
      if (option) onPick(option.value);
    } else if (!search && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const letter = event.key.toLowerCase();
      const starts = (option: Option) => option.label.toLowerCase().startsWith(letter);
      const next = shown.findIndex((option, index) => index > active && starts(option));
      const found = next >= 0 ? next : shown.findIndex(starts);
      if (found >= 0) setAt(found);
    } else return;
    event.preventDefault();
  };
  const activeId = shown[active] ? `${id}-${active}` : undefined;
  return (
    <div>
      {search ? (
        <TextInput
          data-autofocus
          aria-label={label}
          placeholder="Type to find"
          size="xs"
          mb={4}
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={activeId}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      ) : null}
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        tabIndex={search ? -1 : 0}
        data-autofocus={search ? undefined : true}
        aria-activedescendant={search ? undefined : activeId}
        className={classes.list}
        onKeyDown={search ? undefined : onKeyDown}
      >
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.value === value}
            data-active={index === active || undefined}
            className={classes.option}
            onClick={() => onPick(option.value)}
          >
            <span>
              {option.mark} {option.label}
            </span>
            {option.note ? <span className={classes.note}>{option.note}</span> : null}
          </div>
        ))}
      </div>
      {shown.length === 0 ? <p className={classes.note}>Nothing is called “{text}”.</p> : null}
    </div>
  );
}
