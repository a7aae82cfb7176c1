import { lazy, Suspense } from 'react';
import { useSessionEnded } from '../../lib/session-ended.ts';

const SignedOutDialog = lazy(async () => ({
  default: (await import('./signed-out-dialog.tsx')).SignedOutDialog,
}));

/** Watches for the end of the session; the dialog itself is fetched only then. */
export function SessionEndedDialog() {
  const ended = useSessionEnded();
  return ended ? (
    <Suspense>
      <SignedOutDialog />
    </Suspense>
  ) : null;
}
