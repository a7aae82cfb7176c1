import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../core/audit.ts';

/** A secret for a one-time link, 256 bits, safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: enough to recognise it, never enough to use it. */
export function secretDigest(secret: string): string {
  return sha256Hex(secret);
}
