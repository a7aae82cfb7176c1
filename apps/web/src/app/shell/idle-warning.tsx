import { Suspense, useEffect, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { lastActivity } from '../../lib/activity.ts';
import { getJson } from '../../lib/http.ts';
import type { Session } from '../../lib/session.ts';
import { setSessionEnded, useSessionEnded } from '../../lib/session-ended.ts';

const IdleDialog = lazyPart(async () => (await import('./idle-dialog.tsx')).IdleDialog);

const MINUTE = 60_000;
const WARN_AFTER = 25 * MINUTE;
/** Typing reaches no server by itself: while a person is here, say so this often. */
const KEEP_ALIVE_EVERY = 4 * MINUTE;
const LOOK_EVERY = 15_000;

async function keepAlive(): Promise<void> {
  try {
    const session = await getJson<Session>('/api/session');
    if (!session.user) setSessionEnded(true);
  } catch {
    // A refusal shows itself at the next real request; a lost connection mends itself.
  }
}

/** Warns after 25 idle minutes; the server ends the session after 30. */
export function IdleWarning() {
  const ended = useSessionEnded();
  const [warned, setWarned] = useState(false);

  useEffect(() => {
    let told = Date.now();
    const look = () => {
      const idle = Date.now() - lastActivity();
      setWarned((before) => (before ? idle > LOOK_EVERY * 2 : idle >= WARN_AFTER));
      if (idle < LOOK_EVERY * 2 && Date.now() - told >= KEEP_ALIVE_EVERY) {
        told = Date.now();
        void keepAlive();
      }
    };
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
  }, []);

  const stay = () => {
    setWarned(false);
    void keepAlive();
  };

  return warned && !ended ? (
    <Suspense>
      <IdleDialog onStay={stay} />
    </Suspense>
  ) : null;
}
