import { checkAnswerWords } from '@gt/domain/assignment';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';

type NoteDialogProps = {
  title: string;
  /** What the words answer: what the team asked. */
  about?: ReactNode;
  field: 'note' | 'answer';
  /** The action that the words are about; of several, the first. Typed words are kept under it. */
  actionId: string;
  label: string;
  submitLabel: string;
  onClose: () => void;
  /** Throws when it was refused. */
  onSend: (words: string) => Promise<unknown>;
};

const EMPTY = { words: '' };

/** Words between those who give work and those who are asked to take it on. */
export function NoteDialog(props: NoteDialogProps) {
  const { title, about, field, actionId, label, submitLabel, onClose, onSend } = props;
  const of = { entityType: 'ACTION', entityId: actionId };
  const draft = useDraft(`${field}:${actionId}`, of, EMPTY);
  const { words } = draft.values;
  const [busy, setBusy] = useState(false);
  const form = useWriteForm();
  const submit = async () => {
    if (!form.passes(checkAnswerWords(field === 'note' ? 'ASK_BACK' : 'OFFER_AGAIN', words))) return;
    setBusy(true);
    const saved = await form.send(() => onSend(words));
    setBusy(false);
    if (!saved) return;
    draft.clear();
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <ErrorSummary {...form.summary} />
      {form.conflict ? (
        <p role="alert">{form.conflict.changedBy} changed it meanwhile. Look at it again.</p>
      ) : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {about}
          <Textarea
            id={field}
            data-autofocus
            label={label}
            autosize
            minRows={3}
            value={words}
            onChange={(event) => draft.set({ words: event.currentTarget.value })}
            error={form.errors[field]}
          />
          <DialogButtons label={submitLabel} busy={busy} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
