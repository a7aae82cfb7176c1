import { ErrorSummary } from '@gt/ui';
import { Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { FormButtons } from './form-buttons.tsx';
import classes from './planning.module.css';
import { findActionsQuery, type PlannedAction, usePlanningWrites } from './queries.ts';

type AddDependencyProps = { action: PlannedAction; already: readonly string[]; onClose: () => void };

/** Finds the action that must come first by its reference or words; a circle is refused and shown. */
export function AddDependency({ action, already, onClose }: AddDependencyProps) {
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery(findActionsQuery(action.planId, useDeferredValue(q.trim())));
  const { addDependency } = usePlanningWrites();
  const form = useWriteForm('dependency-');
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== action.id && !already.includes(row.id));

  const submit = async () => {
    const message = 'Choose the action that must come first';
    if (!form.passes(chosen ? [] : [{ field: 'find', message }]) || !chosen) return;
    const ends = { predecessorId: chosen, successorId: action.id };
    let warning = '';
    const send = async () => {
      warning = (await addDependency.mutateAsync(ends)).warning;
    };
    if (!(await form.send(send))) return;
    const reference = rows.find((row) => row.id === chosen)?.reference ?? 'it';
    toast(
      warning
        ? `${action.reference} waits for ${reference}. ${warning}.`
        : `${action.reference} waits for ${reference}.`,
    );
    onClose();
  };
  return (
    <form
      noValidate
      className={classes.form}
      aria-label="Make it wait for an action"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="sm">
        <TextInput
          id="dependency-find"
          type="search"
          label="Find the action that must come first"
          description="By reference, such as R3.A2, or words of its title"
          value={q}
          autoFocus
          onChange={(event) => setQ(event.currentTarget.value)}
          error={form.errors.find}
        />
        <Radio.Group label="Actions" value={chosen} onChange={setChosen}>
          <div className={classes.results}>
            {rows.map((row) => (
              <Radio key={row.id} value={row.id} label={`${row.reference} ${row.title}`} />
            ))}
            {found.isSuccess && rows.length === 0 ? (
              <p className={classes.quiet}>No other action fits. Try fewer words.</p>
            ) : null}
          </div>
        </Radio.Group>
        <FormButtons label="Make it wait" busy={addDependency.isPending} onBack={onClose} />
      </Stack>
    </form>
  );
}
