/** How often what changed is asked for, in milliseconds: while all is well, and while something is broken. */
const AT_LEISURE = 20_000;
const IN_HASTE = 1_000;

type PullerDeps = {
  /** Asks what changed and puts it in; throws when there is no answer. */
  ask: () => Promise<void>;
  /** Told when the connection is lost and when it is back. */
  onConnected: (isConnected: boolean) => void;
};

/**
 * Keeps a meeting in step: asks what changed whenever it is told that something did, never twice at once, and until
 * the stream that tells is whole again, of its own accord every second.
 */
export class ChangesPuller {
  readonly #deps: PullerDeps;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isWanted = false;
  #isStreamBroken = false;
  #isConnected = true;
  #isStopped = false;

  constructor(deps: PullerDeps) {
    this.#deps = deps;
    this.#wait();
  }

  /** Something changed, or may have: asked at once, or once more when an answer is on its way. */
  pull(): void {
    if (this.#isStopped) return;
    if (this.#isAsking) {
      this.#isWanted = true;
      return;
    }
    this.#isAsking = true;
    this.#isWanted = false;
    clearTimeout(this.#timer);
    void this.#deps.ask().then(
      () => this.#answered(true),
      () => this.#answered(false),
    );
  }

  streamBroke(): void {
    this.#isStreamBroken = true;
    this.pull();
  }

  streamIsBack(): void {
    this.#isStreamBroken = false;
    this.pull();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #answered(isConnected: boolean): void {
    this.#isAsking = false;
    if (this.#isStopped) return;
    if (isConnected !== this.#isConnected) {
      this.#isConnected = isConnected;
      this.#deps.onConnected(isConnected);
    }
    if (this.#isWanted && isConnected) this.pull();
    else this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const isWell = this.#isConnected && !this.#isStreamBroken;
    this.#timer = setTimeout(() => this.pull(), isWell ? AT_LEISURE : IN_HASTE);
  }
}
