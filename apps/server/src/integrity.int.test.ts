import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { withTestDatabase } from '@gt/db/testing';
import { type EvidenceStore, localEvidenceStore } from '@gt/storage';
import { afterAll, beforeAll, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('./integrity-command.ts', import.meta.url));
const DAY = 24 * 60 * 60 * 1000;
const database = await withTestDatabase();
let dataDir: string;
let store: EvidenceStore;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'golden-thread-integrity-'));
  await mkdir(join(dataDir, 'files'));
  store = await localEvidenceStore(join(dataDir, 'files'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

type Ending = { code: number; out: string; err: string };

function command(args: string[] = [], env: Record<string, string> = {}): Promise<Ending> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', COMMAND, ...args],
      { env: { ...process.env, DATABASE_URL: database.ownerUrl, DATA_DIR: dataDir, ...env } },
      (error, out, err) => done({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

async function stored(text: string): Promise<{ sha256: string; size: number }> {
  const put = await store.put(Readable.from([Buffer.from(text)]), { maxBytes: 100 });
  if (!put.ok) throw new Error(put.message);
  const then = new Date(Date.now() - 2 * DAY);
  const { sha256, size } = put;
  await utimes(join(dataDir, 'files/files', sha256.slice(0, 2), sha256.slice(2, 4), sha256), then, then);
  return { sha256, size };
}

it('says that all is whole, then what is wrong, and removes only when told', async () => {
  const user = { name: 'Programme Lead, holder 1', email: 'lead@trust.example' };
  const { id: createdById } = await database.db.user.create({ data: user, select: { id: true } });
  const file = await stored('report');
  const run = { createdById, fileName: 'report.pdf', draft: {}, sha256: file.sha256, size: 6n };
  await database.db.importRun.create({ data: run, select: { id: true } });
  const whole = await command();
  expect(whole).toMatchObject({ code: 0, err: '' });
  expect(whole.out).toContain('Every record has its file, and every file its record.');

  const orphan = await stored('left over');
  await store.remove(file.sha256);
  const dry = await command();
  expect(dry.code).toBe(1);
  expect(dry.out).toContain(`On record, and not in the store: ${file.sha256} (Report that is being read)`);
  expect(dry.out).toContain(`In the store, and named by no record: ${orphan.sha256}`);
  expect(dry.out).toContain('Would be removed with --remove: 1 file that');
  expect(await store.stat(orphan.sha256), 'nothing is removed by itself').not.toBeNull();

  const removed = await command(['--json', '--remove']);
  expect(removed.code).toBe(1);
  expect(JSON.parse(removed.out)).toMatchObject({ total: 2, swept: { orphans: [orphan.sha256] } });
  expect(await store.stat(orphan.sha256)).toBeNull();
  expect(await database.db.auditEvent.count({ where: { action: 'files.check' } })).toBe(3);
});

it('cannot be made without the folder of the server, and says so', async () => {
  const ending = await command([], { DATA_DIR: join(dataDir, 'elsewhere') });
  expect(ending).toMatchObject({ code: 2, out: '' });
  expect(ending.err).toMatch(/There is no data folder .*elsewhere/);
});
