import type { DeclarableRag, Problem, ReviewItemState } from '@gt/contracts/words';
import {
  dueIn,
  type Entry,
  markSending,
  markStuck,
  markWaiting,
  markWritten,
  nextToSend,
  put,
  type Queue,
  readKept,
  rebased,
  unstuck,
  type Write,
  without,
} from './write-queue.ts';

/** First and longest wait before a write that could not be sent is tried again, in milliseconds. */
const FIRST_WAIT = 400;
const LONGEST_WAIT = 2_000;
/** A server that only fails is asked so often; then the person is told. */
const MOST_FAILURES = 8;

type SenderDeps = {
  /** Sends one write; answers the version that it made, 0 where there is none. */
  send: (entry: Entry) => Promise<number>;
  /** What went wrong, in words. */
  problemOf: (error: unknown) => Problem;
  /** Keeps the queue in this tab as text; null when there is nothing to keep. */
  keep: (text: string | null) => void;
  /** What was kept, from before a reload. */
  kept: string | undefined;
  /** Who is writing: their own earlier word is no news to them. */
  userName: string;
  now: () => number;
};

export type SenderState = {
  queue: Queue;
  /** What is said of each item and not yet written, by item. */
  byItem: ReadonlyMap<string, readonly Entry[]>;
  /** Of these the state and the colour alone: the same object while only words change. */
  marks: Marks;
  /** Nothing can be sent at the moment. */
  isOffline: boolean;
  /** When something was last written, in milliseconds since 1970; 0 for never. */
  savedAt: number;
};

const SAME: readonly Entry[] = [];

type Mark = { state: ReviewItemState | null; rag: DeclarableRag | null; isStuck: boolean };
export type Marks = ReadonlyMap<string, Mark>;

/**
 * Keeps what is said in a meeting until the server has it: each write is kept in this tab before it is sent, they are
 * sent one at a time in their order, and those that cannot be sent are tried again until they can.
 */
export class QueueSender {
  readonly #deps: SenderDeps;
  readonly #listeners = new Set<() => void>();
  #state: SenderState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** After a failure nothing is tried before this, however much is typed meanwhile. */
  #restUntil = 0;
  #isStopped = true;

  constructor(deps: SenderDeps) {
    this.#deps = deps;
    const queue = deps.kept ? readKept(deps.kept) : [];
    const byItem = itemsOf(queue, new Map());
    this.#state = { queue, byItem, marks: marksOf(byItem, new Map()), isOffline: false, savedAt: 0 };
  }

  readonly state = (): SenderState => this.#state;

  /** What this person said of one item and the server does not have yet. */
  saidOf(itemId: string): readonly Entry[] {
    return this.#state.byItem.get(itemId) ?? SAME;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  put(write: Write): void {
    this.#set(put(this.#state.queue, write));
    this.#go();
  }

  /** Sends a stuck write again, as it was changed, or leaves it. */
  settle(id: string, change: ((entry: Entry) => Entry) | null): void {
    this.#set(change ? unstuck(this.#state.queue, id, change) : without(this.#state.queue, id));
    this.#go();
  }

  /** The connection may be back: what waits goes now. */
  hurry(): void {
    this.#restUntil = 0;
    this.#go();
  }

  /** Everything typed is due at once, as when the meeting ends. */
  flush(): void {
    this.#set(this.#state.queue.map((entry) => (entry.kind === 'item' ? { ...entry, notBefore: 0 } : entry)));
    this.#go();
  }

  start(): void {
    this.#isStopped = false;
    this.#go();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #set(queue: Queue, more: Partial<Pick<SenderState, 'isOffline' | 'savedAt'>> = {}): void {
    const byItem = itemsOf(queue, this.#state.byItem);
    this.#state = { ...this.#state, ...more, queue, byItem, marks: marksOf(byItem, this.#state.marks) };
    this.#deps.keep(queue.length > 0 ? JSON.stringify(queue) : null);
    for (const listener of this.#listeners) listener();
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#go(), wait);
  }

  #go(): void {
    if (this.#isStopped) return;
    const now = this.#deps.now();
    if (now < this.#restUntil) return;
    const entry = nextToSend(this.#state.queue, now);
    if (!entry) {
      const wait = dueIn(this.#state.queue, now);
      if (wait !== null) this.#later(wait);
      return;
    }
    clearTimeout(this.#timer);
    this.#set(markSending(this.#state.queue, entry.id));
    void this.#deps.send(entry).then(
      (version) => this.#written(entry, version),
      (error: unknown) => this.#failed(entry, this.#deps.problemOf(error)),
    );
  }

  #written(entry: Entry, version: number): void {
    this.#failures = 0;
    this.#set(markWritten(this.#state.queue, entry.id, version), {
      isOffline: false,
      savedAt: this.#deps.now(),
    });
    this.#go();
  }

  #failed(entry: Entry, { code, current, message }: Problem): void {
    const isPassing = code === 'UNAVAILABLE' || code === 'TOO_MANY_REQUESTS' || code === 'NOT_SIGNED_IN';
    if (isPassing || (code === 'INTERNAL' && this.#failures < MOST_FAILURES)) {
      this.#failures += 1;
      this.#set(markWaiting(this.#state.queue, entry.id), { isOffline: code !== 'NOT_SIGNED_IN' });
      const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#failures - 1));
      this.#restUntil = this.#deps.now() + wait;
      this.#later(wait);
      return;
    }
    const isConflict = code === 'CONFLICT' && current !== undefined && this.#failures < MOST_FAILURES;
    this.#failures = isConflict ? this.#failures + 1 : 0;
    const next = isConflict
      ? afterConflict(this.#state.queue, entry, current, this.#deps.userName)
      : markStuck(this.#state.queue, entry.id, { why: 'refused', message });
    this.#set(next, { isOffline: false });
    this.#go();
  }
}

/** The same list for an item of which nothing new is said, so that only what changed is drawn again. */
function itemsOf(queue: Queue, before: ReadonlyMap<string, readonly Entry[]>): Map<string, readonly Entry[]> {
  const lists = new Map<string, Entry[]>();
  for (const entry of queue) {
    if (entry.kind !== 'item') continue;
    const list = lists.get(entry.itemId) ?? [];
    lists.set(entry.itemId, list);
    list.push(entry);
  }
  return new Map(
    [...lists].map(([itemId, list]) => {
      const known = before.get(itemId);
      const isSame = known?.length === list.length && list.every((entry, index) => entry === known[index]);
      return [itemId, isSame ? known : list];
    }),
  );
}

/** How the items stand by what was said of them; the same as before when only words differ. */
function marksOf(byItem: ReadonlyMap<string, readonly Entry[]>, before: Marks): Marks {
  const marks = new Map<string, Mark>();
  for (const [itemId, entries] of byItem) {
    const mark: Mark = { state: null, rag: null, isStuck: false };
    for (const entry of entries) {
      if (entry.kind !== 'item') continue;
      mark.state = entry.state ?? mark.state;
      mark.rag = entry.rating?.rag ?? mark.rag;
      mark.isStuck ||= entry.status === 'stuck';
    }
    marks.set(itemId, mark);
  }
  const isSame =
    marks.size === before.size &&
    [...marks].every(([itemId, { state, rag, isStuck }]) => {
      const known = before.get(itemId);
      return known?.state === state && known.rag === rag && known.isStuck === isStuck;
    });
  return isSame ? before : marks;
}

/**
 * What becomes of a write that met a newer version. One's own earlier word, whose answer was lost on the way, is no
 * news: the write goes on from there, or is done when it said just that. Anybody else's is for the person to see.
 */
export function afterConflict(
  queue: Queue,
  entry: Entry,
  current: NonNullable<Problem['current']>,
  userName: string,
): Queue {
  if (current.changedBy !== userName) return markStuck(queue, entry.id, { why: 'conflict', current });
  if (isWrittenAlready(entry, current.values)) return markWritten(queue, entry.id, current.version);
  return unstuck(queue, entry.id, (known) => rebased(known, current));
}

function isWrittenAlready(entry: Entry, values: Record<string, unknown>): boolean {
  if (entry.kind === 'settle') return values.state === entry.state && values.settledNote === entry.note;
  // A colour is given again rather than taken for given: twice the same does no harm.
  if (entry.kind !== 'item' || entry.rating !== null) return false;
  const isSameState = entry.state === null || values.state === entry.state;
  return values.note === entry.note.trim() && isSameState;
}
