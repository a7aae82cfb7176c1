import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** A browser that is already running, so that its start does not count, driven over its own protocol. */
export async function openPrinter(executable: string): Promise<Printer> {
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
  return {
    async print(url) {
      await call('Page.navigate', { url }, sessionId);
      const loaded = { expression: LOADED, awaitPromise: true };
      await call('Runtime.evaluate', loaded, sessionId);
      const { data } = await call('Page.printToPDF', { generateTaggedPDF: true }, sessionId);
      return Buffer.from(String(data), 'base64').length;
    },
    async close() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(profile, { recursive: true, force: true });
    },
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
