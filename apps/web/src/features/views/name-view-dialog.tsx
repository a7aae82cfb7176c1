import { VIEW_LIMITS, validateView } from '@gt/domain/view';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Checkbox, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWriteForm } from '../../lib/use-write-form.ts';

type NameViewDialogProps = {
  title: string;
  submitLabel: string;
  name: string;
  /** Whether "share" is asked as well, for a new one. */
  asksSharing: boolean;
  busy: boolean;
  onSubmit: (name: string, isShared: boolean) => Promise<unknown>;
  onClose: () => void;
};

/** The name of a view, and whether everybody who reads the plan gets it. */
export function NameViewDialog(props: NameViewDialogProps) {
  const [name, setName] = useState(props.name);
  const [isShared, setShared] = useState(false);
  const form = useWriteForm();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.passes(validateView({ name, bytes: 0 }))) return;
    if (await form.send(() => props.onSubmit(name.trim(), isShared))) props.onClose();
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <ErrorSummary {...form.summary} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <TextInput
            id="name"
            data-autofocus
            label="Name"
            description={`For example, “Fostering, overdue”. Up to ${VIEW_LIMITS.name} characters.`}
            value={name}
            error={form.errors.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {props.asksSharing ? (
            <Checkbox
              label="Share it"
              description="Everybody who reads the whole plan finds it in their list of views."
              checked={isShared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          ) : null}
          <DialogButtons label={props.submitLabel} busy={props.busy} onBack={props.onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
