import type { RedactableEntity } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { DialogButtons, ErrorSummary } from '@gt/ui';
import { Modal, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useUser } from '../../lib/session.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { refreshRedactions, requestRedactionMutation } from './queries.ts';
import { ENTITY_WORDS } from './redaction-words.ts';
import classes from './redactions.module.css';

type Target = {
  entity: RedactableEntity;
  entityId: string;
  /** How people call it: "R3.A2, update of 12 March 2026". */
  reference: string;
};

/** Whether this person may ask for something to be destroyed: show the menu item only then. */
export function useMayRequestDestroy(): boolean {
  return holds(useUser().roles, 'redaction.request');
}

function RequestForm({ entity, entityId, onClose }: Target & { onClose: () => void }) {
  const request = useMutation(requestRedactionMutation());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() === '' ? 'Enter the reason' : null) },
  });
  const problem = useFormProblem(form);
  const send = async ({ reason }: { reason: string }) => {
    problem.clear();
    try {
      await request.mutateAsync({ entity, entityId, reason, idempotencyKey });
      await refreshRedactions();
      toast('Asked. It waits for a second person.');
      onClose();
    } catch (error) {
      problem.refused(error);
    }
  };
  return (
    <form noValidate onSubmit={form.onSubmit(send, problem.onInvalid)}>
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <Stack gap="md">
        <p className={classes.say}>
          This asks to destroy {ENTITY_WORDS[entity]} for good: a child’s name, or anything else that must
          never have been here. To correct a mistake, change it or post a new update instead.
        </p>
        <p className={classes.say}>
          Two people are needed. Nothing goes until a second person, a programme lead, verifier or
          administrator, has looked and agreed. Then the words go from the record, its history, drafts and
          finished packs. What stays is that something was destroyed, when, by whom and why.
        </p>
        <Textarea
          id="reason"
          label="Why must it go?"
          description="Such as: a child is named in the second sentence. The reason is kept, so do not repeat the words or the name."
          maxLength={500}
          data-autofocus
          key={form.key('reason')}
          {...form.getInputProps('reason')}
        />
        <DialogButtons label="Ask for it to be destroyed" busy={request.isPending} danger onBack={onClose} />
      </Stack>
    </form>
  );
}

/**
 * The first of two people asks for words or a file to be destroyed. Open it from a menu item "Destroy what must not
 * be there …", shown when `useMayRequestDestroy()`; mount it beside the menu, not inside.
 */
export function RequestDestroy({
  opened,
  onClose,
  ...target
}: Target & { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Destroy what must not be there: ${target.reference}`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <RequestForm {...target} onClose={onClose} />
    </Modal>
  );
}
