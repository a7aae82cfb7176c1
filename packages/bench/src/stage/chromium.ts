import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A page of a browser that is already running, so that its start does not count. */
export type Tab = {
  /** One command of the browser's own protocol, to this page. */
  send(method: string, params?: object): Promise<Record<string, unknown>>;
  /** Runs a script in the page and answers what it, or its promise, comes to. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
};

export type Printer = {
  /** Prints a page of this machine to PDF and answers how many bytes it came to. */
  print(url: string): Promise<number>;
  close(): Promise<void>;
};

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--remote-debugging-port=0',
];

/** Starts a browser and opens one page in it, driven over the browser's own protocol. */
export async function openTab(executable: string): Promise<Tab> {
  const profile = await mkdtemp(join(tmpdir(), 'golden-thread-chromium-'));
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.once('error', reject).once('exit', () => reject(new Error(`Chromium ended:\n${output}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    });
  });
  const call = await protocol(address);
  const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
  const send: Tab['send'] = (method, params = {}) => call(method, params, sessionId);
  return {
    send,
    async evaluate<T>(expression: string) {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const { exceptionDetails, result } = answer as {
        exceptionDetails?: unknown;
        result?: { value?: unknown };
      };
      if (exceptionDetails) throw new Error(`The page threw: ${JSON.stringify(exceptionDetails)}`);
      return result?.value as T;
    },
    async close() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      // Its helpers write to the last moment.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Prints pages, one after the other, in a browser that is already running. */
export async function openPrinter(executable: string): Promise<Printer> {
  const tab = await openTab(executable);
  return {
    async print(url) {
      await tab.send('Page.navigate', { url });
      await tab.evaluate(LOADED);
      const { data } = await tab.send('Page.printToPDF', { generateTaggedPDF: true });
      return Buffer.from(String(data), 'base64').length;
    },
    close: tab.close,
  };
}

const LOADED =
  "new Promise((done) => document.readyState === 'complete' ? done(1) : addEventListener('load', () => done(1)))";

type Call = (method: string, params: object, sessionId?: unknown) => Promise<Record<string, unknown>>;

async function protocol(address: string): Promise<Call> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: Answer) => void>();
  type Answer = { id?: number; result?: Record<string, unknown>; error?: { message: string } };
  socket.addEventListener('message', (event) => {
    const message = JSON.parse(String(event.data)) as Answer;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Chromium did not take the connection')));
  });
  let last = 0;
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
}
