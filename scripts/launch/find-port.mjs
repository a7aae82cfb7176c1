import { createServer } from 'node:net';
import { Problem } from '../prepare/problem.mjs';
import { note } from '../prepare/progress.mjs';

/** Tries to listen for a moment. @returns {Promise<'free' | 'taken' | 'forbidden'>} */
function probe(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (error.code === 'EACCES') resolve('forbidden');
      else resolve('free'); // this machine has no such address, so nobody is listening there
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

/** "localhost" may lead a browser to either loopback address, so both must be free. */
async function portState(port, hosts) {
  for (const host of hosts) {
    const state = await probe(port, host);
    if (state !== 'free') return state;
  }
  return 'free';
}

/**
 * The port to serve on: the one asked for, or the next free one when nobody asked.
 * @param {{ port: number, portWasAsked: boolean, command: string, hosts?: string[] }} wish
 *   command: as the person types it, for the advice
 */
export async function findPort({ port, portWasAsked, command, hosts = ['127.0.0.1', '::1', '0.0.0.0'] }) {
  const state = await portState(port, hosts);
  if (state === 'free') return port;
  if (state === 'forbidden') {
    throw new Problem(
      `This account may not open port ${port}. Choose a port above 1023: ${command} -- --port 3001`,
    );
  }
  if (portWasAsked) {
    throw new Problem(
      `Port ${port} is in use by another program. Start on another port: ${command} -- --port ${await nextFree(port + 1, hosts)}`,
    );
  }
  const free = await nextFree(port + 1, hosts);
  note(`Port ${port} is in use by another program, so this one uses ${free}`);
  return free;
}

async function nextFree(from, hosts) {
  for (let port = from; port < from + 100 && port <= 65_535; port += 1) {
    if ((await portState(port, hosts)) === 'free') return port;
  }
  throw new Problem(`No free port was found between ${from} and ${from + 99}. Choose one with --port.`);
}
