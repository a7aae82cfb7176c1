import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

type FormButtonsProps = {
  /** The deed as a verb; it submits the form around it. */
  label: ReactNode;
  busy: boolean;
  onBack: () => void;
};

/** The foot of a small form that stands within a page: the deed, then the way back. */
export function FormButtons({ label, busy, onBack }: FormButtonsProps) {
  return (
    <Group gap="xs">
      <Button size="xs" type="submit" loading={busy}>
        {label}
      </Button>
      <Button size="xs" variant="default" onClick={onBack}>
        Go back
      </Button>
    </Group>
  );
}
