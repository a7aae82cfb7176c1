import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { servingFrom, takeDataFolder } from './data-folder.mjs';
import { findPort } from './find-port.mjs';
import { readOptions } from './read-options.mjs';

const start = { mayBeEmpty: true, env: {} };

describe('options of npm start', () => {
  test('nothing said: port 3000 not insisted on, data in the checkout', () => {
    const options = readOptions([], start);
    expect(options).toMatchObject({ port: 3000, portWasAsked: false, empty: false });
    expect(options.data).toMatch(/\.data$/);
  });

  test('a port on the command line goes before PORT', () => {
    const options = readOptions(['--port', '4001'], { mayBeEmpty: true, env: { PORT: '4000' } });
    expect(options).toMatchObject({ port: 4001, portWasAsked: true });
  });

  test('a folder is meant from where the person stands', () => {
    const options = readOptions(['--data', 'here'], { mayBeEmpty: true, env: { INIT_CWD: '/somewhere' } });
    expect(options.data).toBe(join('/somewhere', 'here'));
  });

  test('a long list has a length', () => {
    expect(readOptions(['--actions', '2000'], start).actions).toBe(2000);
    expect(readOptions([], start).actions).toBeUndefined();
    for (const count of ['0', 'many', '2000001']) {
      expect(() => readOptions([`--actions=${count}`], start)).toThrow('is not a count');
    }
  });

  test.each(['0', '70000', 'web', '-1', '3000.5'])('%s is no port', (port) => {
    expect(() => readOptions([`--port=${port}`], start)).toThrow('is not a port');
  });

  test('an unknown word is named, and production has no --empty', () => {
    expect(() => readOptions(['--emty'], start)).toThrow('"--emty" is not understood');
    expect(() => readOptions(['--empty'], { mayBeEmpty: false, env: {} })).toThrow('not understood');
  });
});

describe('port', () => {
  const hosts = ['127.0.0.1'];
  let taken = 0;
  const holder = createServer();
  beforeEach(async () => {
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const address = holder.address();
    taken = typeof address === 'object' && address ? address.port : 0;
  });
  afterEach(() => new Promise((resolve) => holder.close(resolve)));

  test('asked for and in use: the words name the port and a free one', async () => {
    await expect(findPort({ port: taken, portWasAsked: true, command: 'npm start', hosts })).rejects.toThrow(
      new RegExp(
        `^Port ${taken} is in use by another program. Start on another port: npm start -- --port \\d+$`,
      ),
    );
  });

  test('not asked for and in use: the next free one', async () => {
    const port = await findPort({ port: taken, portWasAsked: false, command: 'npm start', hosts });
    expect(port).toBeGreaterThan(taken);
  });
});

describe('data folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-thread-data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('a second start learns where the first one serves, until that ends', async () => {
    const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'main.ts']);
    try {
      const first = takeDataFolder(folder, 'http://localhost:3000');
      if (first.taken) first.servingAs(server.pid);
      const second = takeDataFolder(folder, 'http://localhost:3001');
      expect(second).toEqual({ taken: false, pid: server.pid, url: 'http://localhost:3000' });
      expect(servingFrom(folder)?.url).toBe('http://localhost:3000');
    } finally {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    expect(servingFrom(folder)).toBeUndefined();
  });

  test.each(['{"pid":999999999,"url":"http://localhost:3000"}', '{"pid":', ''])(
    'a record of a server that is gone is taken over: %s',
    (record) => {
      writeFileSync(join(folder, 'serving.json'), record);
      expect(takeDataFolder(folder, 'http://localhost:3001').taken).toBe(true);
    },
  );
});
