import { IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import { timeInWords } from '../../../lib/instants.ts';
import { useMeeting } from './meeting-context.ts';
import classes from './meeting-header.module.css';
import { useSenderState } from './use-queue-sender.ts';

/** Whether what was said is with the server. */
export function SaveState() {
  const { sender, isConnected } = useMeeting();
  const { queue, isOffline, savedAt } = useSenderState(sender);
  const waiting = queue.filter(({ status }) => status !== 'stuck').length;
  if (isOffline || !isConnected) return null;
  if (waiting > 0) {
    return (
      <span className={classes.saved} data-saving="true">
        <IconCloudUp size={16} aria-hidden="true" /> Saving…
      </span>
    );
  }
  if (savedAt === 0) return null;
  return (
    <span className={classes.saved} data-saving="false">
      <IconCloudCheck size={16} aria-hidden="true" /> Saved at {timeInWords(new Date(savedAt).toISOString())}
    </span>
  );
}

/** Said while the server does not answer: nothing is lost, and how much waits. */
export function NotConnected() {
  const { sender, isConnected } = useMeeting();
  const { queue, isOffline } = useSenderState(sender);
  const isAway = isOffline || !isConnected;
  return (
    <div role="status">
      {isAway ? (
        <p className={classes.away}>
          <strong>Not connected:</strong> your words are kept here and sent when you are back.
          {queue.length > 0 ? ` ${queue.length} waiting.` : ''}
        </p>
      ) : null}
    </div>
  );
}
