import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { ErrorSummary, type SummaryError } from './error-summary.tsx';
import { useReturnFocus } from './return-focus.ts';
import { WatchWords } from './watch-words.ts';

type ConfirmDialogProps = {
  opened: boolean;
  /** A question or a deed: "Cancel this action?" */
  title: string;
  /** What will happen, and whether it can be taken back. */
  children?: ReactNode;
  /** The deed as a verb: "Cancel the action". */
  confirmLabel: string;
  /** Asks why, and will not go on without an answer. */
  reasonLabel?: string;
  /** The deed destroys something. */
  danger?: boolean;
  busy?: boolean;
  /** What the server said when it refused. */
  refusal?: string;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

const NONE: readonly SummaryError[] = [];

/** Asks before a deed that matters, with a reason where the record needs one. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirmLabel, reasonLabel, danger = false, busy, refusal } = props;
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState(NONE);
  const Watch = useContext(WatchWords);
  useReturnFocus(opened);

  useEffect(() => {
    if (!opened) return;
    setReason('');
    setErrors(NONE);
  }, [opened]);
  useEffect(() => {
    if (refusal) setErrors([{ message: refusal }]);
  }, [refusal]);

  const missing = errors.some(({ fieldId }) => fieldId === 'confirm-reason');
  const confirm = () => {
    if (reasonLabel && reason.trim() === '') {
      setErrors([{ fieldId: 'confirm-reason', message: 'Enter a reason' }]);
      return;
    }
    setErrors(NONE);
    props.onConfirm(reason.trim());
  };

  return (
    <Modal opened={opened} onClose={props.onClose} title={title} returnFocus={false}>
      <ErrorSummary errors={errors} />
      {children}
      {reasonLabel ? (
        <Textarea
          id="confirm-reason"
          label={reasonLabel}
          mt="sm"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={missing ? 'Enter a reason' : undefined}
          data-autofocus
        />
      ) : null}
      {reasonLabel && Watch ? <Watch text={reason} /> : null}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={props.onClose}>
          Go back
        </Button>
        <Button color={danger ? 'brick' : undefined} loading={busy} onClick={confirm}>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
