import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Signing, signingWith } from '@gt/api';

/** Where the private half of the key for packs is kept. Whoever has it can make packs in this installation's name. */
const FILE = 'pack-signing-key.pem';

/**
 * The key that signs this installation's packs: made at the first start and kept in the data folder, readable by the
 * server's user alone. The database knows the public half only, so that neither a query nor a dump can give it away.
 */
export function openSigningKey(dataDir: string): Signing {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) makeKey(path);
  chmodSync(path, 0o600);
  return signingWith(createPrivateKey(readFileSync(path, 'utf8')));
}

/** Of two processes that start at once, one makes the key and the other finds it. */
function makeKey(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}
