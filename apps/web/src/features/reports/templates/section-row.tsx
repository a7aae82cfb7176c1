import type { TemplateKind, TemplateSection } from '@gt/contracts/words';
import { isNeeded } from '@gt/domain/report';
import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import classes from './templates.module.css';

type SectionRowProps = {
  kind: TemplateKind;
  section: TemplateSection;
  /** The product's own heading. */
  name: string;
  /** From 1. */
  place: number;
  count: number;
  error: string | undefined;
  onSet: (change: Partial<TemplateSection>) => void;
  onMove: (by: -1 | 1) => void;
};

/** One section of a template: in or out, its heading, and where it stands. */
export function SectionRow(props: SectionRowProps) {
  const { kind, section, name, place, count, error, onSet, onMove } = props;
  const { key, heading, isIncluded } = section;
  const row = useRef<HTMLLIElement>(null);
  const moved = useRef<-1 | 1 | null>(null);
  // The button that was pressed keeps the focus where the section went; at an end it can do no more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move
  useEffect(() => {
    if (moved.current === null) return;
    const [up, down] = row.current?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [];
    const wanted = moved.current < 0 ? up : down;
    (wanted?.disabled ? (wanted === up ? down : up) : wanted)?.focus();
    moved.current = null;
  }, [place]);
  const move = (by: -1 | 1) => {
    moved.current = by;
    onMove(by);
  };
  const isFixed = isNeeded(kind, key);
  return (
    <li className={classes.section} ref={row} data-left-out={!isIncluded || undefined}>
      <Checkbox
        checked={isIncluded}
        disabled={isFixed}
        aria-label={isFixed ? `${name}: always in the paper` : `In the paper: ${name}`}
        onChange={(event) => onSet({ isIncluded: event.currentTarget.checked })}
      />
      {key === 'recommendations' ? (
        <span className={classes.fixed}>{name}</span>
      ) : (
        <TextInput
          id={`${kind}-heading-${key}`}
          aria-label={`Heading of ${name}`}
          placeholder={name}
          value={heading}
          error={error}
          className={classes.heading}
          onChange={(event) => onSet({ heading: event.currentTarget.value })}
        />
      )}
      <span className={classes.moves}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={`Move ${name} up`}
          data-move
          disabled={place === 1}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={16} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={`Move ${name} down`}
          data-move
          disabled={place === count}
          onClick={() => move(1)}
        >
          <IconArrowDown size={16} aria-hidden="true" />
        </ActionIcon>
      </span>
    </li>
  );
}
