import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type Killable = { child: ChildProcess; url: string };

/** A real server process over a database that outlives it. `script` is relative to this folder. */
export async function startKillable(
  setting: { ownerUrl: string; dataDir: string; secret: string },
  script: string,
): Promise<Killable> {
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      GOLDEN_THREAD_MODE: 'empty',
      GOLDEN_THREAD_SECRET: setting.secret,
      DATABASE_URL: setting.ownerUrl,
      DATA_DIR: setting.dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'silent',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const health = await fetch(`${url}/health`).catch(() => null);
    if (health?.ok) return { child, url };
    await pause(50);
  }
  child.kill('SIGKILL');
  throw new Error('the server did not become healthy');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
