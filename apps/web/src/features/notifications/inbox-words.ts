import type { NotificationKind } from '@gt/contracts/words';

/** What happened, as it follows a person's name. */
export const INBOX_WORDS: Record<NotificationKind, string> = {
  OFFERED_TO_TEAM: 'gave this to your team',
  ASSIGNED_TO_YOU: 'made you its owner',
  ACCEPTED: 'took it on for the team',
  QUERIED: 'asked back instead of taking it on',
  MENTIONED: 'named you in a comment',
  COMMENTED: 'commented',
  CHANGED: 'changed its status, date, rating or owner',
  DATE_REQUESTED: 'asks for another due date',
  DATE_DECIDED: 'answered the request for another due date',
  HANDED_OVER: 'handed this over to you',
  UPDATE_WANTED: 'asks for your updates before the review',
  NUDGED: 'asks for your update',
  EVIDENCE_RETURNED: 'returned evidence to you',
  EVIDENCE_QUESTIONED: 'asks about evidence',
  EVIDENCE_ANSWERED: 'answered your question about evidence',
  SCREENING_FOUND: 'found something in your evidence that has to be settled',
  SCREENING_DECIDED: 'decided on what was found in your evidence',
  EVIDENCE_ASKED: 'asks you for evidence',
  ASK_ANSWERED: 'brought the evidence that you asked for',
  ASK_OVERDUE: 'has not seen evidence that was asked for, and its day has passed',
  SUSTAIN_DUE: 'asks for a check whether a closed recommendation lasts',
  REVIEW_READY: 'prepared a review',
  REVIEW_FROZEN: 'closed a review',
  DECISION_GIVEN: 'gave you a decision to carry out',
  MADE_CHAIR: 'made you the chair of a review',
  DIGEST: 'put together what waits for you',
  ROOM_ASKED: 'asks in the inspector room',
  GATE_NEAR: 'points to an approval of the action plan that is near or late',
  WINDOW_NEAR: 'points to the weeks in which inspectors may come',
};

/** The tab of the action on which it is read, as the address names it. */
export const INBOX_TABS: Partial<Record<NotificationKind, string>> = {
  MENTIONED: 'comments',
  COMMENTED: 'comments',
  CHANGED: 'history',
  EVIDENCE_RETURNED: 'evidence',
};

/** What asks for word of one's actions: it is given on the page where all of them are updated. */
const FOR_UPDATES: readonly NotificationKind[] = ['NUDGED', 'UPDATE_WANTED', 'DIGEST'];

export function asksForUpdates(kind: NotificationKind): boolean {
  return FOR_UPDATES.includes(kind);
}

const OF_REVIEWS: readonly NotificationKind[] = [
  'REVIEW_READY',
  'REVIEW_FROZEN',
  'DECISION_GIVEN',
  'MADE_CHAIR',
];

export function isOfReviews(kind: NotificationKind): boolean {
  return OF_REVIEWS.includes(kind);
}

/** "Inbox, 3 not read": what the bell says to whoever does not see it. The server counts up to 100; undefined while it is asked. */
export function bellWords(unread: number | undefined): string {
  if (unread === undefined) return 'Inbox';
  if (unread === 0) return 'Inbox, nothing new';
  return `Inbox, ${unread > 99 ? 'more than 99' : unread} not read`;
}
