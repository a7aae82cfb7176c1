import { formatDate, type IsoDate } from '@gt/contracts/words';
import { changeDueDate } from '@gt/domain/action';
import { DateField } from '@gt/ui';
import { Button, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { trpc } from '../../../lib/trpc.ts';
import type { ActionRow } from '../queries.ts';
import type { InlineChange } from './inline-change.ts';
import { useMayEdit } from './use-may-edit.ts';

type DateEditorProps = { row: ActionRow; onSave: (change: InlineChange) => void };

/** A new due date with its reason; where the person may only ask, it becomes a request. */
export function DateEditor({ row, onSave }: DateEditorProps) {
  const { isRequest } = useMayEdit(row)('dueDate');
  const { data: requests } = useQuery(
    trpc.planning.dueDateRequests.queryOptions(
      { planId: row.planId },
      { staleTime: 60_000, enabled: !isRequest },
    ),
  );
  const needsBoard = requests?.approval === 'BOARD' && !isRequest;
  const [dueDate, setDueDate] = useState<IsoDate | null>(row.dueDate);
  const [agreedOn, setAgreedOn] = useState<IsoDate | null>(null);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const isMove = row.dueDate !== null;
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const { status, startDate, originalDueDate } = row;
    const change = { status, startDate, originalDueDate, dueDate: row.dueDate, toDate: dueDate, reason };
    const decision = changeDueDate(change);
    const found = decision.ok ? [] : decision.problems;
    setErrors(Object.fromEntries(found.map(({ field, message }) => [field, message])));
    if (found.length > 0 || !dueDate) return;
    onSave({ kind: 'dueDate', dueDate, reason, agreedOn, isRequest, key: crypto.randomUUID() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <DateField
          id="cell-due-date"
          label={isRequest ? 'Date you ask for' : 'New due date'}
          description={row.dueDate ? `Now ${formatDate(row.dueDate)}` : undefined}
          value={dueDate}
          onChange={setDueDate}
          error={errors.dueDate}
        />
        <Textarea
          id="cell-reason"
          label={isMove || isRequest ? 'Why it moves' : 'Reason (optional)'}
          description="Do not name a child."
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
          error={errors.reason}
        />
        {needsBoard && isMove ? (
          <DateField
            id="cell-agreed-on"
            label="Date of the board that agreed"
            value={agreedOn}
            onChange={setAgreedOn}
            error={errors.agreedOn}
          />
        ) : null}
        <Button size="xs" type="submit">
          {isRequest ? 'Ask for this date' : isMove ? 'Move the date' : 'Set the date'}
        </Button>
      </Stack>
    </form>
  );
}
