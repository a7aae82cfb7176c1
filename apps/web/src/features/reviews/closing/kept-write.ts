import type { Problem } from '@gt/contracts/words';

type KeptWriteDeps<T> = {
  /** Writes the value at the version; answers the version after it. */
  save: (value: T, version: number) => Promise<number>;
  /** The review as the server has it now: its version, and this part of it. */
  fetch: () => Promise<{ version: number; value: T }>;
  problemOf: (error: unknown) => Problem;
  isSame: (one: T, other: T) => boolean;
  onState: (state: KeptState<T>) => void;
};
export type KeptState<T> = {
  value: T;
  status: 'saved' | 'saving' | 'offline' | 'conflict' | 'refused';
  /** What somebody else made of it meanwhile. */
  theirs?: T;
  message?: string;
};

const PAUSE_MS = 500;
const AGAIN_MS = 1_500;

/**
 * One part of a review that is written whole each time it changes: who was there, the closing words. Written when
 * changes pause, one after the other, and again until it is. That something else about the review changed is no
 * conflict; that this part did is for the person to see.
 */
export class KeptWrite<T> {
  readonly #deps: KeptWriteDeps<T>;
  /** What the server had when this was last in step with it. */
  #base: T;
  #version: number;
  #state: KeptState<T>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;

  constructor(deps: KeptWriteDeps<T>, first: { value: T; version: number }) {
    this.#deps = deps;
    this.#base = first.value;
    this.#version = first.version;
    this.#state = { value: first.value, status: 'saved' };
  }

  change(value: T): void {
    this.#set({ value, status: 'saving' });
    this.#later(PAUSE_MS);
  }

  /** What others made of it, taken over while nothing of one's own waits. */
  take(value: T, version: number): void {
    if (this.#state.status !== 'saved' || this.#isSaving || version <= this.#version) return;
    this.#base = value;
    this.#version = version;
    if (!this.#deps.isSame(value, this.#state.value)) this.#set({ value, status: 'saved' });
  }

  /** After a conflict: this is what it shall be. */
  choose(value: T): void {
    this.change(value);
  }

  /** Writes now what waits; true once the server has it. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#state.status === 'saving' || this.#state.status === 'offline') await this.#save();
    return this.#state.status === 'saved';
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #set(state: KeptState<T>): void {
    this.#state = state;
    this.#deps.onState(state);
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  async #save(): Promise<void> {
    if (this.#isSaving) {
      this.#later(PAUSE_MS);
      return;
    }
    this.#isSaving = true;
    const { value } = this.#state;
    try {
      this.#version = await this.#deps.save(value, this.#version);
      this.#base = value;
      this.#isSaving = false;
      if (this.#deps.isSame(value, this.#state.value)) this.#set({ value, status: 'saved' });
      else await this.#save();
    } catch (error) {
      this.#isSaving = false;
      await this.#failed(this.#deps.problemOf(error));
    }
  }

  async #failed({ code, message }: Problem): Promise<void> {
    const { value } = this.#state;
    if (code === 'UNAVAILABLE' || code === 'INTERNAL' || code === 'TOO_MANY_REQUESTS') {
      this.#set({ value, status: 'offline' });
      this.#later(AGAIN_MS);
      return;
    }
    if (code !== 'CONFLICT') {
      this.#set({ value, status: 'refused', message });
      return;
    }
    const now = await this.#deps.fetch().catch(() => null);
    if (now === null) {
      this.#later(AGAIN_MS);
      return;
    }
    const isOther = !this.#deps.isSame(now.value, this.#base) && !this.#deps.isSame(now.value, value);
    this.#version = now.version;
    this.#base = now.value;
    if (isOther) this.#set({ value, status: 'conflict', theirs: now.value });
    else await this.#save();
  }
}
