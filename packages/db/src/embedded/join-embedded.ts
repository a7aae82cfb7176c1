import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { APP_ROLE } from '../roles.ts';
import { serviceAccount } from './account.ts';
import { address } from './address.ts';
import { findPostmaster } from './postmaster.ts';
import { clusterFolder } from './shelter.ts';

/**
 * The application's address of an embedded server that somebody else keeps running on this folder, for a command
 * beside it; null when none runs. It is neither started nor stopped.
 */
export function joinEmbedded(dataDir: string): string | null {
  const folder = resolve(dataDir);
  const secret = join(folder, 'app.secret');
  if (!existsSync(secret)) return null;
  const running = findPostmaster(clusterFolder(folder, serviceAccount()));
  return running && address(APP_ROLE, readFileSync(secret, 'utf8').trim(), running.port);
}
