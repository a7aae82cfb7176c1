import type { Problem } from '@gt/contracts/words';
import { Button, Group, Radio } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { dayInWords, timeInWords } from '../lib/instants.ts';
import classes from './conflict-choice.module.css';

export type Conflict = NonNullable<Problem['current']>;

type ConflictField = {
  name: string;
  label: string;
  /** The value in words; raw values are compared, words are shown. */
  show: (value: unknown) => string;
};

type ConflictChoiceProps = {
  conflict: Conflict;
  fields: readonly ConflictField[];
  /** What the person typed, by field. */
  mine: Record<string, unknown>;
  /** What the form held at first: for a field the person left alone, theirs is proposed. */
  base?: Record<string, unknown>;
  /** "Save my choices". */
  submitLabel: string;
  busy?: boolean;
  /** The fields as chosen, to be sent with `conflict.version`. */
  onSubmit: (chosen: Record<string, unknown>) => void;
  /** Back to the form, words kept. */
  onBack: () => void;
  /** Theirs stay, and what the person typed is kept as a note beside the record. */
  note?: {
    /** Words of the form that are no field of the record: the reason that was given. */
    words?: string;
    busy: boolean;
    onKeep: (text: string) => void;
  };
};

/** The first line of what is kept as a note. */
const NOTE = 'I wanted to change this, and somebody else was sooner. What I had:';

const differs = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);

/** Somebody else saved first: mine and theirs, field by field. Nothing is overwritten and nothing typed is lost. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { conflict, fields, mine, base, submitLabel, busy, onSubmit, onBack, note } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const apart = fields.filter(({ name }) => differs(mine[name], conflict.values[name]));
  const [choice, setChoice] = useState<Record<string, 'mine' | 'theirs'>>({});
  useEffect(() => heading.current?.focus(), []);

  const chosen = (name: string) =>
    choice[name] ?? (base && !differs(mine[name], base[name]) ? 'theirs' : 'mine');
  const submit = () => {
    const theirs = apart.filter(({ name }) => chosen(name) === 'theirs');
    const taken = Object.fromEntries(theirs.map(({ name }) => [name, conflict.values[name]]));
    onSubmit({ ...mine, ...taken });
  };
  const keep = () => {
    const own = apart.filter(({ name }) => !base || differs(mine[name], base[name]));
    const lines = (own.length > 0 ? own : apart).map(
      ({ name, label, show }) => `${label}: ${show(mine[name]) || 'nothing'}`,
    );
    const reason = note?.words?.trim();
    note?.onKeep([NOTE, ...lines, ...(reason ? [`Reason: ${reason}`] : [])].join('\n'));
  };
  const when = conflict.changedAt
    ? ` on ${dayInWords(conflict.changedAt)} at ${timeInWords(conflict.changedAt)}`
    : '';
  return (
    <section className={classes.root} aria-labelledby="conflict-heading">
      <h3 id="conflict-heading" ref={heading} tabIndex={-1} className={classes.heading}>
        {conflict.changedBy} changed this{when}, while you were working on it
      </h3>
      <p>
        Your words are kept.{' '}
        {apart.length > 0
          ? 'Choose for each field which to keep.'
          : 'What you typed does not touch what they changed, so you can save it.'}
      </p>
      {apart.map(({ name, label, show }) => (
        <Radio.Group
          key={name}
          label={label}
          value={chosen(name)}
          onChange={(value) => setChoice({ ...choice, [name]: value === 'theirs' ? 'theirs' : 'mine' })}
          className={classes.field}
        >
          <Radio
            value="mine"
            label="Keep mine"
            description={show(mine[name]) || 'Nothing'}
            className={classes.option}
          />
          <Radio
            value="theirs"
            label="Take theirs"
            description={show(conflict.values[name]) || 'Nothing'}
            className={classes.option}
          />
        </Radio.Group>
      ))}
      <Group gap="xs" mt="md">
        <Button onClick={submit} loading={busy}>
          {submitLabel}
        </Button>
        {note && (apart.length > 0 || note.words?.trim()) ? (
          <Button variant="default" onClick={keep} loading={note.busy}>
            Keep theirs, add mine as a comment
          </Button>
        ) : null}
        <Button variant="default" onClick={onBack}>
          Go back to what I typed
        </Button>
      </Group>
    </section>
  );
}
