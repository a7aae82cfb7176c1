import type { RouterOutputs } from '@gt/api/types';
import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { trpc } from '../lib/trpc.ts';
import classes from './choose-actions.module.css';

export type FoundAction = RouterOutputs['actions']['list']['rows'][number];
type ChooseActionsProps = {
  planId: string;
  /** Which of those that fit the words can be chosen. */
  fits: (row: FoundAction) => boolean;
  /** Said when none can: "No other action fits. Try fewer words." */
  none: string;
  actionIds: string[];
  onChange: (actionIds: string[]) => void;
  error: ReactNode;
};

/** Finds actions of a plan by reference or words, and chooses among them. Its field is "find" in a summary of errors. */
export function ChooseActions({ planId, fits, none, actionIds, onChange, error }: ChooseActionsProps) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const filter = q === '' ? {} : { q };
  const found = useQuery(trpc.actions.list.queryOptions({ planId, filter, page: { limit: 20 } }));
  const rows = (found.data?.rows ?? []).filter(fits);
  return (
    <>
      <TextInput
        id="find"
        type="search"
        label="Find an action"
        description="By reference or words of its title"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={error}
        data-autofocus
      />
      <Checkbox.Group label="Actions" value={actionIds} onChange={onChange}>
        <div className={classes.results}>
          {rows.map((row) => (
            <Checkbox key={row.id} value={row.id} label={`${row.reference} ${row.title}`} />
          ))}
          {found.isSuccess && rows.length === 0 ? <p className={classes.quiet}>{none}</p> : null}
        </div>
      </Checkbox.Group>
    </>
  );
}
