import type { DecisionState, DeclarableRag, Problem, ReviewItemState } from '@gt/contracts/words';
import type { DecideInput } from '../queries.ts';

/** A colour with its reason, as it is sent. */
export type Rating = {
  actionVersion: number;
  rag: DeclarableRag;
  ragReason: string;
  mismatchReason?: string;
};

/** What is said of one item: its note as typed, and once it is recorded its state and the colour. */
export type ItemWrite = {
  kind: 'item';
  id: string;
  itemId: string;
  /** The version of the item that the words were written on. */
  base: number;
  note: string;
  state: ReviewItemState | null;
  rating: Rating | null;
  /** Typed words wait until typing pauses; whatever is recorded goes at once. In milliseconds since 1970. */
  notBefore: number;
};
/** A decision of the meeting; its id is the key by which it is made once however often it is sent. */
export type DecisionWrite = { kind: 'decision'; id: string; input: Omit<DecideInput, 'idempotencyKey'> };
/** What became of a decision that was carried over. */
export type SettleWrite = {
  kind: 'settle';
  id: string;
  decisionId: string;
  base: number;
  state: DecisionState;
  note: string;
};
export type Write = ItemWrite | DecisionWrite | SettleWrite;

/** Why a write waits for the person: somebody else was sooner, or it was refused. */
export type Stuck =
  | { why: 'conflict'; current: NonNullable<Problem['current']> }
  | { why: 'refused'; message: string };
export type Entry = Write & { status: 'waiting' | 'sending' | 'stuck'; stuck?: Stuck };
export type Queue = readonly Entry[];

/** Which record a write is about: writes on one record go one after the other. */
export function recordOf(write: Write): string {
  if (write.kind === 'item') return write.itemId;
  return write.kind === 'settle' ? write.decisionId : write.id;
}

const isSame = (a: Write, b: Write) => a.kind === b.kind && recordOf(a) === recordOf(b);

/**
 * The queue with another write. What is said of an item that has not been sent yet is said once, with the newest
 * words; words that were written on an older version keep that version, so that nobody is overwritten unseen.
 */
export function put(queue: Queue, write: Write): Queue {
  const at = queue.findLastIndex((entry) => isSame(entry, write));
  const before = queue[at];
  if (!before || write.kind === 'decision') return [...queue, { ...write, status: 'waiting' }];
  if (before.status === 'sending') {
    // Its answer brings the version that this one goes on from.
    return [...queue, { ...write, status: 'waiting' }];
  }
  const merged = { ...merge(before, write), status: before.status };
  return queue.map((entry, index) => (index === at ? merged : entry));
}

function merge(before: Entry, write: Write): Entry {
  const { id, base } = before as ItemWrite | SettleWrite;
  if (before.kind !== 'item' || write.kind !== 'item') return { ...before, ...write, id, base } as Entry;
  return {
    ...before,
    ...write,
    id,
    base,
    state: write.state ?? before.state,
    rating: write.rating ?? before.rating,
    notBefore: before.state ? before.notBefore : write.notBefore,
  };
}

/**
 * The write to send now: the first that waits, that is due, and before which nothing on the same record is stuck or
 * under way. Null while one is being sent: they go in order.
 */
export function nextToSend(queue: Queue, now: number): Entry | null {
  if (queue.some(({ status }) => status === 'sending')) return null;
  const held = new Set(queue.filter(({ status }) => status === 'stuck').map(recordOf));
  return (
    queue.find(
      (entry) =>
        entry.status === 'waiting' &&
        !held.has(recordOf(entry)) &&
        (entry.kind !== 'item' || entry.notBefore <= now),
    ) ?? null
  );
}

/** Milliseconds until something typed is due; null when nothing waits for that. */
export function dueIn(queue: Queue, now: number): number | null {
  const times = queue.flatMap((entry) =>
    entry.kind === 'item' && entry.status === 'waiting' && entry.notBefore > now
      ? [entry.notBefore - now]
      : [],
  );
  return times.length > 0 ? Math.min(...times) : null;
}

const changeOf = (queue: Queue, id: string, change: (entry: Entry) => Entry): Queue =>
  queue.map((entry) => (entry.id === id ? change(entry) : entry));

export function markSending(queue: Queue, id: string): Queue {
  return changeOf(queue, id, (entry) => ({ ...entry, status: 'sending' }));
}

/** It could not be sent: it waits, and everything behind it. */
export function markWaiting(queue: Queue, id: string): Queue {
  return changeOf(queue, id, (entry) => ({ ...entry, status: 'waiting' }));
}

/** What was typed while it was being sent goes with it from here: the later words, on the version both began from. */
export function markStuck(queue: Queue, id: string, stuck: Stuck): Queue {
  const entry = queue.find((candidate) => candidate.id === id);
  if (!entry) return queue;
  const later = queue.filter((other) => other.id !== id && isSame(other, entry));
  const whole = later.reduce((before, write) => merge(before, write), entry);
  return changeOf(
    queue.filter((other) => !later.includes(other)),
    id,
    () => ({ ...whole, id, status: 'stuck', stuck }),
  );
}

/** It was written: later words on the same record go on from the version that this made. */
export function markWritten(queue: Queue, id: string, version: number): Queue {
  const written = queue.find((entry) => entry.id === id);
  if (!written) return queue;
  return queue
    .filter((entry) => entry.id !== id)
    .map((entry) =>
      entry.kind !== 'decision' && isSame(entry, written) ? { ...entry, base: version } : entry,
    );
}

export function without(queue: Queue, id: string): Queue {
  return queue.filter((entry) => entry.id !== id);
}

/** Whether a conflict is about the colour of the action rather than about what was said of it in the meeting. */
export function isAboutColour({ values }: NonNullable<Problem['current']>): boolean {
  return 'declaredRag' in values;
}

/** The person, or their own earlier word, settled the conflict: it is sent again on the version as it is now. */
export function rebased(entry: Entry, current: NonNullable<Problem['current']>): Entry {
  const { stuck: _settled, ...rest } = entry;
  const waiting = { ...rest, status: 'waiting' } as Entry;
  if (waiting.kind === 'item' && isAboutColour(current)) {
    const { rating } = waiting;
    return { ...waiting, rating: rating ? { ...rating, actionVersion: current.version } : null };
  }
  return waiting.kind === 'decision' ? waiting : { ...waiting, base: current.version };
}

/** A stuck write as the person chose to send it again. */
export function unstuck(queue: Queue, id: string, choose: (entry: Entry) => Entry): Queue {
  return changeOf(queue, id, choose);
}

/** What was kept in this tab, after a reload: nobody knows whether what was under way arrived, so it is sent again. */
export function readKept(text: string): Queue {
  try {
    const kept = JSON.parse(text) as Entry[];
    return kept.map((entry) => (entry.status === 'sending' ? { ...entry, status: 'waiting' } : entry));
  } catch {
    return [];
  }
}

type Shown = { note: string; state: ReviewItemState; rag: string };

/** How an item stands on this screen: as the server has it, with what this person has said of it since. */
export function shownItem<T extends Shown>(item: T, said: readonly Entry[]): T {
  let shown = item;
  for (const entry of said) {
    if (entry.kind !== 'item') continue;
    shown = {
      ...shown,
      note: entry.note,
      state: entry.state ?? shown.state,
      rag: entry.rating?.rag ?? shown.rag,
    };
  }
  return shown;
}
