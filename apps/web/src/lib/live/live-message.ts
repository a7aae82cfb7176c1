/** What the server tells an open page: what to ask for again, and no content. */
export type News = {
  planId: string;
  /** Names of tables in capitals; empty when it is not said which. */
  kinds: string[];
  /** Null when they are too many to be named. */
  actionIds: string[] | null;
  isOwn: boolean;
  who: string;
};

/** Somebody else who has an action or a meeting open that is open here too. */
export type Here = {
  recordId: string;
  userId: string;
  name: string;
  isTyping: boolean;
  /** How long this holds unless it is said again, in milliseconds; 0 when they have gone. */
  forMs: number;
};

export type LiveMessage =
  | { kind: 'changed'; news: News }
  | { kind: 'inbox' }
  | { kind: 'here'; here: Here }
  /** The stream broke, or could not be opened again: nothing is told until there is word of a gap. */
  | { kind: 'broken' }
  /** The stream was broken for a while: anything may have been missed. */
  | { kind: 'gap' }
  /** The server ended the stream: signed out, or the account was closed. */
  | { kind: 'ended' };
