import { useEffect, useSyncExternalStore } from 'react';
import { useUser } from '../../lib/session.ts';
import { useSessionEnded } from '../../lib/session-ended.ts';
import { type UploadTarget, uploadQueue } from './upload-queue.ts';

/** The files on their way to a target, and what may be done with them. */
export function useUploadQueue(target: UploadTarget) {
  const { id } = useUser();
  const queue = uploadQueue(id, target);
  const items = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const ended = useSessionEnded();
  useEffect(() => {
    if (ended) void queue.keep();
  }, [ended, queue]);
  const isSending = items.some((item) => item.state === 'SENDING' || item.state === 'WAITING');
  // Leaving the site would cut them off; going elsewhere in the app does not.
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);
  return { queue, items };
}
