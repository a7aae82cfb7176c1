import pg from 'pg';
import { CONNECT_TIMEOUT_MS } from './pool-config.ts';

export interface Listening {
  close(): Promise<void>;
}

export interface ListenOptions {
  /** Lower-case name of the channel. */
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  /** Called after a lost connection was made again: messages may have been missed, so everything may be stale. */
  readonly onGap: () => void;
}

/**
 * Hears what any process tells the channel with `notify`. The connection is made again when it is lost. Messages
 * are hints, never the truth: they are lost while disconnected.
 */
export function listen(url: string, options: ListenOptions): Listening {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let attempts = 0;
  let wasConnected = false;

  const retry = (): void => {
    if (closed || timer !== undefined) return;
    attempts += 1;
    timer = setTimeout(
      () => {
        timer = undefined;
        void connect();
      },
      Math.min(10_000, 100 * 2 ** attempts),
    );
    timer.unref();
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: 'golden-thread-live',
      keepAlive: true,
    });
    client = next;
    next.on('error', () => undefined);
    next.once('end', retry);
    next.on('notification', (message) => options.onMessage(message.payload ?? ''));
    try {
      await next.connect();
      await next.query(`LISTEN ${next.escapeIdentifier(options.channel)}`);
      if (wasConnected) options.onGap();
      wasConnected = true;
      attempts = 0;
    } catch {
      await next.end().catch(() => undefined);
      retry();
    }
  };

  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
