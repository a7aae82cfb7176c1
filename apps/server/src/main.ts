import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { APP_ROLE, createDatabase, withRole } from '@gt/db';
import { EmbeddedError, startEmbedded } from '@gt/db/embedded';
import { MigrationError, migrate } from '@gt/db/migrate';
import { localEvidenceStore } from '@gt/storage';
import { createAuth } from './auth/create-auth.ts';
import { hashPassword } from './auth/hash-password.ts';
import { passwordProblem } from './auth/password-rules.ts';
import { type Env, EnvProblem, readEnv } from './env.ts';
import { openInstallation } from './installation.ts';
import { startQueue } from './jobs/queue.ts';
import { createLiveHub } from './live/live-hub.ts';
import { sendOutbox } from './mail/send-outbox.ts';
import { systemContext } from './request-context.ts';
import { buildServer } from './server.ts';
import type { Services } from './services.ts';
import { openSigningKey } from './signing-key.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

type DatabaseAddress = { url: string; ownerUrl: string; stop: () => Promise<void> };

async function openDatabase(env: Env): Promise<DatabaseAddress> {
  if (env.databaseUrl) {
    return {
      url: withRole(env.databaseUrl, APP_ROLE),
      ownerUrl: env.databaseUrl,
      stop: async () => undefined,
    };
  }
  const embedded = await startEmbedded({ dataDir: join(env.dataDir, 'database') });
  if (embedded.adopted) say('Found the database of an earlier run still working, and took it over.');
  return embedded;
}

/** Outside production the secret is made once and kept beside the data, readable by this user alone. */
function secretOf(env: Env): string {
  if (env.secret) return env.secret;
  const file = join(env.dataDir, 'secret');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

/** The scenarios run as a process of their own: the server does not import sample data. */
async function loadSample(database: DatabaseAddress, env: Env): Promise<void> {
  say('Loading the sample plan …');
  const seed = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'prisma/seed/seed.ts')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, SEED_DATABASE_URL: database.url, SEED_FILES_DIR: join(env.dataDir, 'files') },
    },
  );
  const code = await new Promise<number | null>((done, fail) => seed.once('error', fail).once('exit', done));
  if (code !== 0)
    throw new EnvProblem('The sample plan could not be loaded. Begin again with another data folder.');
}

async function start(): Promise<void> {
  const env = readEnv(process.env, join(ROOT, 'apps/web/dist'));
  env.dataDir = resolve(env.dataDir);
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const address = await openDatabase(env);
  await migrate(address.ownerUrl);
  const database = createDatabase(address.url, { poolSize: 10 });
  const closers: (() => Promise<unknown>)[] = [() => database.close(), () => address.stop()];
  try {
    const { mode, loadSample: isNewSample } = await openInstallation(database.db, env.mode);
    if (isNewSample) await loadSample(address, env);
    const queue = await startQueue(address.url, (error) => console.error('jobs:', error.message));
    closers.unshift(() => queue.stop());
    const publicUrl =
      env.publicUrl || `http://${env.host === '0.0.0.0' ? 'localhost' : env.host}:${env.port}`;
    const https = publicUrl.startsWith('https:');
    const services: Services = {
      db: database.db,
      auth: createAuth(database.db, { secret: secretOf(env), publicUrl, secureCookies: https }),
      store: await localEvidenceStore(join(env.dataDir, 'files')),
      jobs: queue.jobs,
      accounts: { hashPassword, passwordProblem },
      settings: { publicUrl, mailIsSetUp: env.smtpUrl !== undefined },
      signing: openSigningKey(env.dataDir),
      live: createLiveHub({
        db: database.db,
        url: address.url,
        onError: (error) => console.error('live:', (error as Error).message),
      }),
      mode,
      setUpCode: randomBytes(9).toString('base64url'),
      https,
    };
    const app = buildServer(services, {
      webDir: env.webDir,
      logLevel: env.logLevel,
      trustProxy: env.trustProxy,
    });
    closers.unshift(() => app.close());
    await app.listen({ host: env.host, port: env.port });
    const { smtpUrl, mailFrom } = env;
    await queue.work(() => systemContext(services), {
      ...(smtpUrl
        ? {
            'mail.send': async ({ db, store }, _data, signal) =>
              void (await sendOutbox(db, { smtpUrl, mailFrom, store, signal })),
          }
        : {}),
    });
    await announce(services, publicUrl);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
  stopOnSignal(closers);
}

async function announce(services: Services, publicUrl: string): Promise<void> {
  say(`\nGolden Thread is ready:  ${publicUrl}`);
  if (services.mode === 'SAMPLE') {
    const { SAMPLE_PASSWORD } = await import('@gt/contracts/words');
    const users = await services.db.user.findMany({
      where: { isSample: true, deactivatedAt: null },
      select: { email: true, name: true },
      orderBy: { createdAt: 'asc' },
      take: 20,
    });
    say(`\nSample accounts, all with the password "${SAMPLE_PASSWORD}":`);
    for (const user of users) say(`  ${user.email.padEnd(44)} ${user.name}`);
  } else if ((await services.db.user.findFirst({ select: { id: true } })) === null) {
    say(`\nFirst administrator: open ${publicUrl}/set-up?code=${services.setUpCode}`);
  }
  say('\nStop with Ctrl C.');
}

async function closeAll(closers: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closers) await close().catch(() => undefined);
}

function stopOnSignal(closers: (() => Promise<unknown>)[]): void {
  let stoppingSince = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A whole process group is often signalled twice at once; only a later repeat is impatience.
      if (stoppingSince > 0) {
        if (Date.now() - stoppingSince > 1000) process.exit(1);
        return;
      }
      stoppingSince = Date.now();
      void closeAll(closers).then(() => process.exit(0));
    });
  }
}

start().catch((error: unknown) => {
  const known =
    error instanceof EnvProblem || error instanceof EmbeddedError || error instanceof MigrationError;
  const inUse = (error as { code?: string }).code === 'EADDRINUSE';
  if (known) console.error(`\nThere is a problem. ${(error as Error).message}`);
  else if (inUse)
    console.error(
      '\nThere is a problem. The port is in use by another program. Choose another: npm start -- --port 3001',
    );
  else console.error('\nThe server could not start.', error);
  process.exit(1);
});
