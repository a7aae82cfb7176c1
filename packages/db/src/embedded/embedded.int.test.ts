import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './start-embedded.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function newFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'gt-embedded-'));
  cleanUps.push(async () => {
    const left = findPostmaster(join(dataDir, 'cluster'));
    if (left !== null) await stopPostmaster(left.mark);
    rmSync(dataDir, { recursive: true, force: true });
  });
  return dataDir;
}

async function start(options: EmbeddedOptions): Promise<Embedded> {
  const server = await startEmbedded({ durable: false, ...options });
  cleanUps.push(() => server.stop());
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the database from another process, which is then killed the hard way. */
async function startAndKill(dataDir: string): Promise<{ pid: number; port: number }> {
  const entry = fileURLToPath(new URL('./index.ts', import.meta.url));
  const script = `
    const { startEmbedded } = await import(process.argv[1]);
    const server = await startEmbedded({ dataDir: process.argv[2], durable: false });
    console.log(JSON.stringify({ pid: server.pid, port: server.port }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, entry, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  return JSON.parse(String(line));
}

describe('the embedded database', () => {
  it('starts on an empty folder, keeps what was written, port and passwords over a restart', async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir });
    expect(first.adopted).toBe(false);
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS value');
    await first.stop();
    await first.stop();
    await expect(query(first.ownerUrl, 'SELECT 1')).rejects.toThrow();
    const second = await start({ dataDir });
    expect([second.url, second.ownerUrl, second.adopted]).toEqual([first.url, first.ownerUrl, false]);
    expect(await query(second.ownerUrl, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
  });

  it('listens on this machine only, wants the password, and hides it from other users', async () => {
    const dataDir = newFolder();
    const server = await start({ dataDir });
    expect(await query(server.ownerUrl, 'SHOW listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
    await expect(query(server.ownerUrl.replace(/:[^:@/]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    });
    for (const name of ['owner.secret', 'app.secret'])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
  });

  it('serves with a role that is neither owner nor superuser', async () => {
    const server = await start({ dataDir: newFolder() });
    expect(
      await query(
        server.url,
        'SELECT rolname, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user',
      ),
    ).toEqual([{ rolname: 'golden_thread_app', rolsuper: false, rolcreaterole: false }]);
  });

  it('orders text as people expect it', async () => {
    const server = await start({ dataDir: newFolder() });
    const rows = await query(
      server.url,
      `SELECT t FROM (VALUES ('b'), ('É'), ('a'), ('C'), ('f')) v(t) ORDER BY t`,
    );
    expect(rows).toEqual(['a', 'b', 'C', 'É', 'f'].map((t) => ({ t })));
  });

  it('takes over the server that a killed process left behind', async () => {
    const dataDir = newFolder();
    const killed = await startAndKill(dataDir);
    const server = await start({ dataDir });
    expect(server).toMatchObject({ adopted: true, pid: killed.pid, port: killed.port });
    await query(server.url, 'SELECT 1');
    await server.stop();
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false);
  });

  it('restarts a server left behind when another port is wanted', async () => {
    const dataDir = newFolder();
    const killed = await startAndKill(dataDir);
    const port = await freePort();
    const server = await start({ dataDir, port });
    expect(server).toMatchObject({ adopted: false, port });
    expect(server.pid).not.toBe(killed.pid);
  });

  it('recovers after server and parent were both killed', async () => {
    const dataDir = newFolder();
    const killed = await startAndKill(dataDir);
    process.kill(killed.pid, 'SIGKILL');
    const server = await start({ dataDir });
    expect(server.adopted).toBe(false);
    await query(server.url, 'SELECT 1');
  });

  it('does not mistake another process with the same number for its server', async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir });
    await first.stop();
    const stale = `${process.pid}\n${join(dataDir, 'cluster')}\n1\n${first.port}\n\n127.0.0.1\n\nready   \n`;
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), stale);
    const server = await start({ dataDir });
    expect(server.adopted).toBe(false);
  });

  it('refuses a second start on the same folder, and only then', async () => {
    const dataDir = newFolder();
    const both = await Promise.allSettled([start({ dataDir }), start({ dataDir })]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      problem: 'alreadyRunning',
      message: expect.stringContaining(`Process ${process.pid} is already running Golden Thread`),
    });
  });

  it('picks another port when the remembered one is taken, and refuses when the port was asked for', async () => {
    const dataDir = newFolder();
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    cleanUps.push(() => blocker.close());
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    writeFileSync(join(dataDir, 'port'), String(port));
    const server = await start({ dataDir });
    expect(server.port).not.toBe(port);
    expect(readFileSync(join(dataDir, 'port'), 'utf8').trim()).toBe(String(server.port));
    await server.stop();
    await expect(start({ dataDir, port })).rejects.toMatchObject({
      problem: 'portTaken',
      message: expect.stringContaining(`Port ${port}`),
    });
  });

  it('refuses a folder of another PostgreSQL version, one without its password, and a file', async () => {
    const dataDir = newFolder();
    const server = await start({ dataDir });
    await server.stop();
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '17\n');
    await expect(start({ dataDir })).rejects.toMatchObject({
      problem: 'otherVersion',
      message: expect.stringContaining('PostgreSQL 17'),
    });
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '18\n');
    rmSync(join(dataDir, 'owner.secret'));
    await expect(start({ dataDir })).rejects.toMatchObject({ problem: 'notOurs' });
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    await expect(start({ dataDir: file })).rejects.toMatchObject({ problem: 'folderNotWritable' });
  });

  it('starts again where making the database was cut off', async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir });
    await first.stop();
    renameSync(join(dataDir, 'cluster'), join(dataDir, 'cluster.unfinished'));
    const server = await start({ dataDir });
    await query(server.url, 'SELECT 1');
    expect(existsSync(join(dataDir, 'cluster.unfinished'))).toBe(false);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
