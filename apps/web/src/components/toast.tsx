import { Button, Group } from '@mantine/core';
import '@mantine/notifications/styles.css';
import { hideNotification, showNotification } from '@mantine/notifications';
import { Suspense, useSyncExternalStore } from 'react';
import { lazyPart } from './lazy-part.tsx';

/** The stage that toasts appear on is fetched with the first of them: most visits begin without one. */
const Stage = lazyPart(async () => (await import('./toast-stage.tsx')).ToastStage);

/** Asks for the stage ahead, where toasts are wanted without a connection too. */
export const fetchToasts = (): void => void Stage.fetch();

let wanted = false;
const listeners = new Set<() => void>();
function wantStage(): void {
  wanted = true;
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

type ToastOptions = {
  /** Takes the quick action back; shows an Undo button for ten seconds. */
  undo?: () => void;
};

/** Says in one sentence that something was done. Errors do not belong here: they vanish before they are read. */
export function toast(message: string, { undo }: ToastOptions = {}): void {
  wantStage();
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
            flex="none"
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
  const isWanted = useSyncExternalStore(subscribe, () => wanted);
  return isWanted ? (
    <Suspense>
      <Stage />
    </Suspense>
  ) : null;
}
