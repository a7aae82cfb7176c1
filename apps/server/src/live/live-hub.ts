import { LIVE_CHANNEL, type LiveMessage, type News, newsFor, readLiveMessage, type Scope } from '@gt/api';
import { type Db, type Listening, listen } from '@gt/db';
import { createPresence, type Here } from './presence.ts';

/** One open page of a person, or rather of one of their browsers. */
export type LiveStream = {
  readonly userId: string;
  /** Who the person is by now: roles and teams are read again while the stream is open. */
  scope(): Scope;
  /** Sends one event; drops the stream when its reader is too slow. */
  send(event: 'changed' | 'inbox' | 'gap' | 'here', data: News | Here | null): void;
  /** Asks again whether the person may stay. */
  recheck(): void;
  /** Breaks it off; the page comes back by itself. */
  drop(): void;
};

export type LiveHub = {
  open(stream: LiveStream): void;
  close(stream: LiveStream): void;
  /** Streams of one person in this process. */
  count(userId: string): number;
  stop(): Promise<void>;
};

/** Changes are gathered this long before pages are told, in milliseconds: a bulk change is told once. */
const GATHER_MS = 250;
/** Beyond this many records the plan as a whole is told. */
const MOST_RECORDS = 2000;

type Change = Extract<LiveMessage, { kind: 'records' }>;

/**
 * Hears what any server process tells and passes it on to the streams of this one. Listens only while somebody
 * does. Nothing is kept: what is missed is asked for again by the page.
 */
export function createLiveHub(deps: { db: Db; url: string; onError: (error: unknown) => void }): LiveHub {
  const streams = new Set<LiveStream>();
  const presence = createPresence({ db: deps.db, streams, onError: deps.onError });
  let listening: Listening | undefined;
  let gathered = new Map<string, Change>();
  let inbox = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const pass = async (): Promise<void> => {
    timer = undefined;
    const [changes, readers] = [[...gathered.values()], inbox];
    gathered = new Map();
    inbox = new Set();
    for (const stream of streams) if (readers.has(stream.userId)) stream.send('inbox', null);
    for (const change of changes) await tellStreams(deps.db, streams, change);
  };

  const hear = (payload: string): void => {
    const message = readLiveMessage(payload);
    if (message?.kind === 'person') {
      for (const stream of streams) if (stream.userId === message.userId) stream.recheck();
      presence.forget(message.userId);
      return;
    }
    if (message?.kind === 'here') {
      presence.hear(message);
      return;
    }
    if (message?.kind === 'inbox') for (const userId of message.userIds) inbox.add(userId);
    if (message?.kind === 'records') {
      const key = `${message.planId} ${message.actorId ?? ''}`;
      gathered.set(key, together(gathered.get(key), message));
    }
    timer ??= setTimeout(() => void pass().catch(deps.onError), GATHER_MS);
  };

  const onGap = (): void => {
    for (const stream of streams) stream.send('gap', null);
  };

  return {
    open(stream) {
      streams.add(stream);
      listening ??= listen(deps.url, { channel: LIVE_CHANNEL, onMessage: hear, onGap });
    },
    close: (stream) => void streams.delete(stream),
    count: (userId) => [...streams].filter((stream) => stream.userId === userId).length,
    async stop() {
      clearTimeout(timer);
      for (const stream of [...streams]) stream.drop();
      streams.clear();
      await listening?.close();
      listening = undefined;
    },
  };
}

/** Two changes of one person in one plan as one. */
function together(earlier: Change | undefined, later: Change): Change {
  if (!earlier) return later;
  if (earlier.records === null || later.records === null) return { ...later, records: null };
  const records = [...earlier.records, ...later.records];
  return { ...later, records: records.length > MOST_RECORDS ? null : records };
}

/** People with the same rights to the same end are told the same, so it is worked out once for each kind of reader. */
async function tellStreams(db: Db, streams: ReadonlySet<LiveStream>, change: Change): Promise<void> {
  const known = new Map<string, Promise<News | null>>();
  for (const stream of [...streams]) {
    const scope = stream.scope();
    const reader = readerOf(scope, change);
    const news = known.get(reader) ?? newsFor(db, scope, change);
    known.set(reader, news);
    const found = await news;
    if (found) stream.send('changed', found);
  }
}

function readerOf(scope: Scope, change: Change): string {
  const isOwn = scope.userId === change.actorId;
  return JSON.stringify([isOwn, isPartnerOnly(scope) ? scope.userId : [...scope.roles].sort()]);
}

/** A partner is told of what is theirs, so nobody else's answer will do. */
function isPartnerOnly(scope: Scope): boolean {
  return scope.roles.every((role) => role === 'PARTNER' || role === 'ADMINISTRATOR');
}
