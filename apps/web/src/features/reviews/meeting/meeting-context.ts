import { createContext, useContext } from 'react';
import type { AgendaItem, Review } from '../queries.ts';
import type { QueueSender } from './queue-sender.ts';
import type { Place } from './use-place.ts';

export type Meeting = {
  review: Review;
  sender: QueueSender;
  place: Place;
  /** Whether this person may write here: whoever chairs, and whoever may lead the meeting. */
  mayWrite: boolean;
  isConnected: boolean;
  /** Asks the server now what changed. */
  pull: () => void;
  /** Goes on to the next item that waits, once this one is dealt with. */
  goOn: (from: AgendaItem) => void;
  /** Said aloud, and shown nowhere. */
  say: (words: string) => void;
};

export const MeetingContext = createContext<Meeting | null>(null);

export function useMeeting(): Meeting {
  const meeting = useContext(MeetingContext);
  if (!meeting) throw new Error('useMeeting is for parts of a meeting');
  return meeting;
}
