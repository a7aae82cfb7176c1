import { Anchor, Modal } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';

/** The session ended under an open page. Nothing is thrown away: drafts stay in the tab, the way back returns here. */
export function SignedOutDialog() {
  const { href } = useLocation();
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="You have been signed out"
    >
      <p>Your words are kept. Sign in again and they will be where you left them.</p>
      {/* A full page load on purpose: what the last session read must not stay in memory. */}
      <Anchor href={`/sign-in?returnTo=${encodeURIComponent(href)}`} fw={600} data-autofocus>
        Sign in again
      </Anchor>
    </Modal>
  );
}
