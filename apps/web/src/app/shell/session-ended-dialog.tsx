import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { useSessionEnded } from '../../lib/session-ended.ts';

const SignedOutDialog = lazyPart(async () => (await import('./signed-out-dialog.tsx')).SignedOutDialog);

/** Watches for the end of the session; the dialog itself is fetched only then. */
export function SessionEndedDialog() {
  const ended = useSessionEnded();
  return ended ? (
    <Suspense>
      <SignedOutDialog />
    </Suspense>
  ) : null;
}
