import type { Workload } from '@gt/domain/assignment';
import { Select } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import classes from './assignee-select.module.css';
import { LoadLine } from './load-line.tsx';

/** Somebody that work can be given to. `note` is said beside the name: who holds the post, who answers for the team. */
export type Assignee = { id: string; name: string; note?: string; load: Workload; group?: string };

type AssigneeSelectProps = {
  id: string;
  label: string;
  description?: ReactNode;
  /** Said when nobody is chosen. */
  placeholder: string;
  options: readonly Assignee[];
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string;
  startsHere?: boolean;
};

function inGroups(options: readonly Assignee[]) {
  const items = (list: readonly Assignee[]) =>
    list.map(({ id, name, note }) => ({ value: id, label: note ? `${name} (${note})` : name }));
  const groups = Map.groupBy(options, ({ group }) => group ?? '');
  if (groups.size < 2) return items(options);
  return [...groups].map(([group, list]) => ({ group, items: items(list) }));
}

/**
 * Whether the first option is to be marked. The list that opens at the first letter forgets its mark a moment later,
 * in a timer of its own, which on a busy machine comes after the last letter: it is marked once more after that. A
 * list that is opened by a click marks none, so that leaving it chooses nobody.
 */
function useMarkedFirst() {
  const isTyped = useRef(false);
  const [isMarked, setMarked] = useState(true);
  const onInput = () => {
    isTyped.current = true;
  };
  const onDropdownOpen = () => {
    if (!isTyped.current) return;
    setMarked(false);
    setTimeout(() => setTimeout(() => setMarked(true)));
  };
  const onDropdownClose = () => {
    isTyped.current = false;
  };
  return { isMarked, handlers: { onInput, onDropdownOpen, onDropdownClose } };
}

/**
 * One of those that work can be given to, found by typing; Tab or Enter takes the one that is marked. How much work
 * each has stands beside the name, before anything is given.
 */
export function AssigneeSelect(props: AssigneeSelectProps) {
  const { id, label, description, placeholder, options, value, onChange, error, startsHere } = props;
  const known = new Map(options.map((option) => [option.id, option]));
  const most = Math.max(1, ...options.map(({ load }) => load.open));
  const chosen = value === null ? undefined : known.get(value);
  const { isMarked, handlers } = useMarkedFirst();
  return (
    <div>
      <Select
        id={id}
        data-autofocus={startsHere || undefined}
        label={label}
        description={description}
        placeholder={placeholder}
        data={inGroups(options)}
        value={value}
        onChange={onChange}
        error={error}
        searchable
        clearable
        // The first is marked anew when names arrive after the first letters: Enter must take what is seen.
        selectFirstOptionOnChange={options.length > 0 && isMarked}
        {...handlers}
        autoSelectOnBlur
        // Typing, a click or an arrow opens the list; the focus alone would lay it over the rest of the form.
        openOnFocus={false}
        nothingFoundMessage={
          options.length > 0 ? 'Nobody is called so. Type less of the name.' : 'The names are being fetched'
        }
        clearButtonProps={{ 'aria-label': `Take away: ${label}` }}
        maxDropdownHeight={320}
        renderOption={({ option }) => {
          const one = known.get(option.value);
          return (
            <span className={classes.option}>
              <span className={classes.name}>{option.label}</span>
              {one ? <LoadLine load={one.load} most={most} /> : null}
            </span>
          );
        }}
      />
      {chosen ? (
        <div className={classes.beneath}>
          <LoadLine load={chosen.load} most={most} />
        </div>
      ) : null}
    </div>
  );
}
