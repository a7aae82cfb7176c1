import { UPDATE_LINK_DAYS } from '@gt/contracts/words';
import { ConfirmDialog, DialogButtons, ErrorSummary, type SummaryError } from '@gt/ui';
import { Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { DaysSelect } from './days-select.tsx';
import { MadeLinkView } from './made-link.tsx';
import {
  type MadeLink,
  refreshLinks,
  revokeLinkMutation,
  sendAgainMutation,
  type UpdateLinkRow,
} from './queries.ts';
import classes from './update-links.module.css';

type LinkDialogProps = { link: UpdateLinkRow; modal: { opened: boolean; onClose: () => void } };

const NONE: readonly SummaryError[] = [];

function AgainForm({
  link,
  onMade,
  onClose,
}: {
  link: UpdateLinkRow;
  onMade: (made: MadeLink) => void;
  onClose: () => void;
}) {
  const again = useMutation(sendAgainMutation());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [days, setDays] = useState<number>(UPDATE_LINK_DAYS.usual);
  const [errors, setErrors] = useState(NONE);
  const send = async () => {
    setErrors(NONE);
    try {
      const made = await again.mutateAsync({ linkId: link.id, days, idempotencyKey });
      await refreshLinks();
      onMade(made);
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
    }
  };
  return (
    <Stack gap="md">
      <ErrorSummary errors={errors} />
      <p className={classes.say}>
        A new link goes to the {link.name} at {link.email}. The one sent before stops working; what was sent
        by it stays.
      </p>
      <DaysSelect id="again-days" value={days} onChange={setDays} />
      <DialogButtons
        label="Send it again"
        busy={again.isPending}
        onSubmit={() => void send()}
        onBack={onClose}
      />
    </Stack>
  );
}

/** Sends a link to the same person again, under a new secret. */
export function AgainDialog({ link, modal }: LinkDialogProps) {
  const [made, setMade] = useState<MadeLink | null>(null);
  const shownOnce = Boolean(made?.link);
  return (
    <Modal
      {...modal}
      onExitTransitionEnd={() => setMade(null)}
      title={made ? `A new link for the ${link.name}` : 'Send it again?'}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={!shownOnce}
      withCloseButton={!shownOnce}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {made ? (
        <MadeLinkView made={made} name={link.name} onDone={modal.onClose} />
      ) : (
        <AgainForm link={link} onMade={setMade} onClose={modal.onClose} />
      )}
    </Modal>
  );
}

/** Ends a link at once. */
export function RevokeDialog({ link, modal }: LinkDialogProps) {
  const revoke = useMutation(revokeLinkMutation());
  const [refusal, setRefusal] = useState<string>();
  const close = () => {
    setRefusal(undefined);
    modal.onClose();
  };
  const confirm = async () => {
    try {
      await revoke.mutateAsync({ linkId: link.id });
      toast(`The link for the ${link.name} does not work any more.`);
      close();
    } catch (error) {
      setRefusal(problemOf(error).message);
    }
    await refreshLinks();
  };
  return (
    <ConfirmDialog
      opened={modal.opened}
      title={`Revoke the link for the ${link.name}?`}
      confirmLabel="Revoke the link"
      danger
      busy={revoke.isPending}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <p>
        It stops working at once, also where it is open, and a mail that has not gone out is held back. This
        is final: to let them write again, send a new link. What was sent by it stays.
      </p>
    </ConfirmDialog>
  );
}
