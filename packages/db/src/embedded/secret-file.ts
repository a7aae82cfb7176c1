import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { systemCode } from './embedded-error.ts';

/** The secret kept in a file only its owner may read; made on first use. */
export function secretFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  const secret = randomBytes(24).toString('base64url');
  writeFileSync(`${file}.unfinished`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
  return secret;
}
