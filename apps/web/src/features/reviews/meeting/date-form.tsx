import { formatDate, type IsoDate } from '@gt/contracts/words';
import { DateField, ErrorSummary } from '@gt/ui';
import { Button, Group, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useToday } from '../../../lib/session.ts';
import { useDueDateChange } from '../../actions/public.tsx';
import type { ActionDetail } from '../queries.ts';
import classes from './composer.module.css';
import { DeskForm } from './desk-form.tsx';
import { readMeetingDate } from './read-date.ts';

const PREFIX = 'review-date-';

/** A new due date with its reason, by keys alone: the date as it is said, Enter, why, Enter. */
export function DateForm({ action, onClose }: { action: ActionDetail; onClose: () => void }) {
  const today = useToday();
  const [text, setText] = useState('');
  const change = useDueDateChange(action, { first: null, prefix: PREFIX, onDone: onClose });
  const { asks, asksBoard, isMove, dueDate, form } = change;
  const { conflict } = form;
  const onEnter = (run: () => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  };
  const toReason = () => document.getElementById(`${PREFIX}reason`)?.focus();
  const save = () => (conflict ? void change.send(conflict.version, dueDate) : change.submit());
  return (
    <DeskForm
      title={
        asks ? `Ask for another due date for ${action.reference}` : `New due date for ${action.reference}`
      }
      onClose={onClose}
      onSubmit={save}
    >
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <p role="alert" className={classes.notice}>
          {conflict.changedBy} changed this action meanwhile{conflictDate(conflict.values.dueDate)}. Your
          words are kept: save once more if they still hold.
        </p>
      ) : null}
      <div className={classes.fields}>
        <TextInput
          id={`${PREFIX}dueDate`}
          label="New date"
          description={dueDate ? `That is ${formatDate(dueDate)}` : 'For example, 12 Mar or 12/3/2027'}
          autoFocus
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            change.setDueDate(readMeetingDate(event.currentTarget.value, today));
          }}
          onKeyDown={onEnter(toReason)}
          error={form.errors.dueDate && (text.trim() === '' || dueDate ? form.errors.dueDate : NO_DATE)}
        />
        <TextInput
          id={`${PREFIX}reason`}
          label={isMove || asks ? 'Why it moves' : 'Reason (optional)'}
          description="Do not name a child."
          autoComplete="off"
          className={classes.wide}
          value={change.reason}
          onChange={(event) => change.setReason(event.currentTarget.value)}
          onKeyDown={onEnter(save)}
          error={form.errors.reason}
        />
        {asksBoard ? (
          <DateField
            id={`${PREFIX}agreedOn`}
            label="Day of the board that agreed"
            value={change.agreedOn}
            onChange={change.setAgreedOn}
            error={form.errors.agreedOn}
          />
        ) : null}
      </div>
      <Group gap="xs" mt="xs">
        <Button size="compact-md" type="submit" loading={change.busy}>
          {asks ? 'Ask for this date' : 'Save the date'}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          Go back
        </Button>
        {asksBoard && action.pendingDueDate === null ? (
          <Button size="compact-md" variant="subtle" onClick={() => change.setWaits(true)}>
            The board has yet to agree
          </Button>
        ) : null}
      </Group>
    </DeskForm>
  );
}

const NO_DATE = 'Enter a real date, like 12 March or 12/3/2027';

function conflictDate(date: unknown): string {
  return typeof date === 'string' ? `; it is due on ${formatDate(date as IsoDate)} now` : '';
}
