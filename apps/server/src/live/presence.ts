import { type LiveMessage, type Scope, seesRecord } from '@gt/api';
import type { Db } from '@gt/db';

/** Somebody else who has an action or a meeting open. */
export type Here = {
  of: Said['of'];
  recordId: string;
  userId: string;
  name: string;
  isTyping: boolean;
  /** How long this holds unless it is said again, in milliseconds; 0 when they have gone. */
  forMs: number;
};

/** Pages speak every 20 seconds; whoever was not heard twice has gone. */
const HELD_MS = 45_000;

/** One open stream, of which no more is asked than this. */
type Reader = { readonly userId: string; scope(): Scope; send(event: 'here', data: Here): void };
type Said = Extract<LiveMessage, { kind: 'here' }>;
type Entry = Pick<Said, 'of'> & { name: string; isTyping: boolean; until: number };

/**
 * Who has which action or meeting open, by what was said in the last 45 seconds. Told only to those who have the same
 * one open and may see it, in the order in which it was heard; kept in memory alone.
 */
export function createPresence(deps: {
  db: Db;
  streams: ReadonlySet<Reader>;
  onError: (error: unknown) => void;
}) {
  const open = new Map<string, Map<string, Entry>>();
  let last = Promise.resolve();
  let sweptAt = 0;

  const tell = (readerIds: readonly string[], here: Here): void => {
    const streams = [...deps.streams].filter((stream) => readerIds.includes(stream.userId));
    last = last
      .then(async () => {
        for (const stream of streams) {
          if (await seesRecord(deps.db, stream.scope(), here)) stream.send('here', here);
        }
      })
      .catch(deps.onError);
  };
  const leave = (recordId: string, userId: string): void => {
    const entries = open.get(recordId);
    const entry = entries?.get(userId);
    if (!entries || !entry) return;
    entries.delete(userId);
    if (entries.size === 0) open.delete(recordId);
    tell([...entries.keys()], {
      of: entry.of,
      recordId,
      userId,
      name: entry.name,
      isTyping: false,
      forMs: 0,
    });
  };
  const sweep = (now: number): void => {
    if (now - sweptAt < HELD_MS) return;
    sweptAt = now;
    for (const [recordId, entries] of open) {
      for (const [userId, { until }] of entries) if (until <= now) entries.delete(userId);
      if (entries.size === 0) open.delete(recordId);
    }
  };

  return {
    hear({ of, recordId, userId, name, state }: Said): void {
      const now = Date.now();
      sweep(now);
      if (state === 'GONE') {
        leave(recordId, userId);
        return;
      }
      const entries = open.get(recordId) ?? new Map<string, Entry>();
      open.set(recordId, entries);
      const isTyping = state === 'TYPING';
      entries.set(userId, { of, name, isTyping, until: now + HELD_MS });
      const others = [...entries].filter(([otherId, { until }]) => otherId !== userId && until > now);
      tell(
        others.map(([otherId]) => otherId),
        { of, recordId, userId, name, isTyping, forMs: HELD_MS },
      );
      // Whoever has just come learns at once who was there before.
      for (const [otherId, { until, ...other }] of others) {
        tell([userId], { recordId, userId: otherId, ...other, forMs: until - now });
      }
    },
    /** An account or session changed: whoever still is there says so again within 20 seconds. */
    forget(userId: string): void {
      for (const recordId of [...open.keys()]) leave(recordId, userId);
    },
  };
}
