import { Button, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { MemberChoice } from '../queries.ts';
import { choiceWords } from './member-words.ts';
import classes from './members.module.css';

type AddMemberProps = {
  /** "weekly review" */
  meeting: string;
  /** Everybody who does not belong to it yet. */
  choices: readonly MemberChoice[];
  isBusy: boolean;
  onAdd: (person: MemberChoice) => Promise<boolean>;
};

/** A search among everybody with an account, and a button: choosing alone changes nothing. */
export function AddMember({ meeting, choices, isBusy, onAdd }: AddMemberProps) {
  const [userId, setUserId] = useState<string | null>(null);
  const [error, setError] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const person = choices.find((one) => one.userId === userId);
    setError(person ? '' : 'Choose who is to belong to it');
    if (person && (await onAdd(person))) setUserId(null);
  };
  return (
    <form className={classes.add} noValidate onSubmit={(event) => void submit(event)}>
      <Select
        label={`Add to the ${meeting}`}
        placeholder="Name or post"
        data={choices.map((person) => ({ value: person.userId, label: choiceWords(person) }))}
        value={userId}
        onChange={setUserId}
        error={error}
        searchable
        selectFirstOptionOnChange
        autoSelectOnBlur
        nothingFoundMessage="Nobody of that name. An administrator invites people."
        className={classes.who}
      />
      <Button type="submit" variant="default" loading={isBusy}>
        Add
      </Button>
    </form>
  );
}
