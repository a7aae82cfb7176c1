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
};

const differs = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);

/** Somebody else saved first: mine and theirs, field by field. Nothing is overwritten and nothing typed is lost. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { conflict, fields, mine, base, submitLabel, busy, onSubmit, onBack } = props;
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
        <Button variant="default" onClick={onBack}>
          Go back to what I typed
        </Button>
      </Group>
    </section>
  );
}
