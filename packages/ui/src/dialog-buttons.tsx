import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

type DialogButtonsProps = {
  /** The deed as a verb: "Move the date". */
  label: ReactNode;
  busy?: boolean;
  disabled?: boolean;
  /** The deed destroys something. */
  danger?: boolean;
  /** Left out, the button submits the form around it. */
  onSubmit?: () => void;
  backLabel?: string;
  onBack: () => void;
  /** Further ways out, before these two. */
  children?: ReactNode;
};

/** The foot of a form in a dialog: the way back, then the deed. */
export function DialogButtons(props: DialogButtonsProps) {
  const { label, busy, disabled, danger, onSubmit, backLabel = 'Go back', onBack, children } = props;
  return (
    <Group justify="flex-end" gap="xs">
      {children}
      <Button variant="default" onClick={onBack}>
        {backLabel}
      </Button>
      <Button
        type={onSubmit ? 'button' : 'submit'}
        color={danger ? 'brick' : undefined}
        loading={busy}
        disabled={disabled}
        onClick={onSubmit}
      >
        {label}
      </Button>
    </Group>
  );
}
