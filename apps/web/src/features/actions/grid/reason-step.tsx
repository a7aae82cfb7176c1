import { REASON_MAX } from '@gt/domain/action';
import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';

type ReasonStepProps = {
  label: string;
  submitLabel: string;
  initial?: string;
  onSubmit: (reason: string) => void;
  onBack: () => void;
};

/** The second step of a change that will be asked about later: why. Ctrl+Enter sends it. */
export function ReasonStep({ label, submitLabel, initial = '', onSubmit, onBack }: ReasonStepProps) {
  const [reason, setReason] = useState(initial);
  const [error, setError] = useState('');
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const { length } = reason.trim();
    if (length < 10) setError('Say why in at least 10 characters');
    else if (length > REASON_MAX)
      setError(`The limit is 2,000 characters. Shorten it by ${length - REASON_MAX}.`);
    else onSubmit(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        // The step before had the focus, and is gone.
        autoFocus
        label={label}
        description="Do not name a child."
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
        error={error}
      />
      <Group gap="xs" mt="xs" justify="flex-end">
        <Button size="xs" variant="default" onClick={onBack}>
          Back
        </Button>
        <Button size="xs" type="submit">
          {submitLabel}
        </Button>
      </Group>
    </form>
  );
}
