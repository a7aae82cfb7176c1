import type { IsoDate } from '@gt/contracts/words';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../../components/conflict-choice.tsx';
import { toast } from '../../../components/toast.tsx';
import { problemOf } from '../../../lib/problem.ts';
import { useConflictNote } from '../../comments/public.tsx';
import { conflictFields } from '../action-form-fields.ts';
import type { ActionFilters, ActionRow } from '../queries.ts';
import type { InlineChange } from './inline-change.ts';
import type { RefusedChange } from './use-inline-edit.ts';
import { doneWords } from './write-change.ts';

type RefusedDialogProps = {
  refused: RefusedChange;
  names: ActionFilters | undefined;
  onRetry: (row: ActionRow, change: InlineChange) => void;
  onClose: () => void;
};

/** There is no form behind a change in the grid: a refused comment says so in a toast, and the dialog stays. */
const keepForm = {
  send: async (work: () => Promise<unknown>) => {
    try {
      await work();
      return true;
    } catch (error) {
      toast(problemOf(error).message);
      return false;
    }
  },
};

/** A change made in the grid was not taken: the sentence, what was typed, and another try. */
export function RefusedDialog({ refused, names, onRetry, onClose }: RefusedDialogProps) {
  const { row, change, problem } = refused;
  const [errors] = useState(() => {
    const fields = problem.fields?.map(({ message }) => ({ message })) ?? [];
    return fields.length > 0 ? fields : [{ message: problem.message }];
  });
  const retry = (next: InlineChange, version = row.version) => {
    onClose();
    onRetry({ ...row, version }, next);
  };
  const { current } = problem;
  const note = useConflictNote(row, keepForm, onClose);
  if (problem.code === 'CONFLICT' && current && change) {
    const { mine, base } = comparedOf(change, row);
    return (
      <Dialog onClose={onClose} size="lg" title={`${row.reference} was changed meanwhile`}>
        <ConflictChoice
          conflict={current}
          fields={Object.keys(mine).map(
            (name) => conflictFields(names)[name as keyof ReturnType<typeof conflictFields>],
          )}
          mine={mine}
          base={base}
          submitLabel="Save my choices"
          onBack={onClose}
          note={{ ...note, words: change && 'reason' in change ? change.reason : '' }}
          onSubmit={(chosen) => {
            const isTheirs = Object.keys(mine).every((name) => chosen[name] === current.values[name]);
            if (isTheirs) onClose();
            else retry(withChosen(change, chosen), current.version);
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      onClose={onClose}
      title={change ? `${row.reference} is as it was` : `${row.reference} was not taken back`}
    >
      <Stack gap="md">
        <ErrorSummary
          errors={errors}
          reference={problem.code === 'INTERNAL' ? problem.requestId : undefined}
        />
        {change ? <Typed change={change} row={row} names={names} onRetry={retry} onClose={onClose} /> : null}
        {change ? null : (
          <Group justify="flex-end">
            <Button onClick={onClose}>Close</Button>
          </Group>
        )}
      </Stack>
    </Dialog>
  );
}

type TypedProps = {
  change: InlineChange;
  row: ActionRow;
  names: ActionFilters | undefined;
  onRetry: (change: InlineChange) => void;
  onClose: () => void;
};

/** What was typed, to be mended and sent again. */
function Typed({ change, row, names, onRetry, onClose }: TypedProps) {
  const [reason, setReason] = useState('reason' in change ? change.reason : '');
  const [dueDate, setDueDate] = useState<IsoDate | null>(change.kind === 'dueDate' ? change.dueDate : null);
  const [agreedOn, setAgreedOn] = useState<IsoDate | null>(
    change.kind === 'dueDate' ? change.agreedOn : null,
  );
  const send = () => {
    if (change.kind === 'priority') onRetry(change);
    else if (change.kind !== 'dueDate') onRetry({ ...change, reason });
    else if (dueDate) onRetry({ ...change, reason, dueDate, agreedOn, key: crypto.randomUUID() });
  };
  return (
    <>
      <p>You wanted: {doneWords(row.reference, change, names)}</p>
      {change.kind === 'dueDate' ? (
        <>
          <DateField label="New due date" value={dueDate} onChange={setDueDate} />
          {change.isRequest ? null : (
            <DateField
              label="Date of the board that agreed, if one did"
              value={agreedOn}
              onChange={setAgreedOn}
            />
          )}
        </>
      ) : null}
      {change.kind === 'priority' ? null : (
        <Textarea
          label="Reason"
          description="Do not name a child."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <DialogButtons label="Try again" onSubmit={send} backLabel="Let it go" onBack={onClose} />
    </>
  );
}

type Compared = { mine: Record<string, unknown>; base: Record<string, unknown> };

/** The fields that the change touches, by the names of the schema. */
function comparedOf(change: InlineChange, row: ActionRow): Compared {
  switch (change.kind) {
    case 'status':
      return { mine: { status: change.status }, base: { status: row.status } };
    case 'rag':
      return { mine: { declaredRag: change.declaredRag }, base: { declaredRag: row.declaredRag } };
    case 'priority':
      return { mine: { priority: change.priority }, base: { priority: row.priority } };
    case 'dueDate':
      return { mine: { dueDate: change.dueDate }, base: { dueDate: row.dueDate } };
    case 'assign': {
      const { team, ownerPost, ownerUser } = row;
      const base = {
        teamId: team?.id ?? null,
        ownerPostId: ownerPost?.id ?? null,
        ownerUserId: ownerUser?.id ?? null,
      };
      return { mine: { ...change.to }, base };
    }
  }
}

function withChosen(change: InlineChange, chosen: Record<string, unknown>): InlineChange {
  if (change.kind !== 'assign') return change;
  const { teamId, ownerPostId, ownerUserId } = chosen as typeof change.to;
  return { ...change, to: { teamId, ownerPostId, ownerUserId } };
}
