import { Button, Group, Modal } from '@mantine/core';
import { useSignOut } from '../../lib/use-sign-out.ts';

/** Asks whether somebody is still there, five minutes before the session ends. */
export function IdleDialog({ onStay }: { onStay: () => void }) {
  const signOut = useSignOut();
  return (
    <Modal opened onClose={onStay} title="Are you still there?">
      <p>
        You have not done anything for 25 minutes. In 5 minutes you will be signed out. What you typed is kept
        either way.
      </p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => void signOut()}>
          Sign out
        </Button>
        <Button onClick={onStay} data-autofocus>
          Stay signed in
        </Button>
      </Group>
    </Modal>
  );
}
