import { Button, Group } from '@mantine/core';
import '@mantine/notifications/styles.css';
import { hideNotification, Notifications, showNotification } from '@mantine/notifications';

type ToastOptions = {
  /** Takes the quick action back; shows an Undo button for ten seconds. */
  undo?: () => void;
};

/** Says in one sentence that something was done. Errors do not belong here: they vanish before they are read. */
export function toast(message: string, { undo }: ToastOptions = {}): void {
  const id = crypto.randomUUID();
  showNotification({
    id,
    autoClose: undo ? 10_000 : 5_000,
    closeButtonProps: { 'aria-label': 'Close' },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        {undo ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              hideNotification(id);
              undo();
            }}
          >
            Undo
          </Button>
        ) : null}
      </Group>
    ),
  });
}

/** Where toasts appear; mounted once by the shell. */
export function Toasts() {
  return <Notifications position="bottom-right" limit={3} transitionDuration={120} />;
}
