import { createPublicKey } from 'node:crypto';
import type { Db } from '@gt/db';
import { fingerprintOf } from '@gt/pack';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';

/** The row of the key that signs here; made when it signs its first pack. */
export async function recordSigningKey({ db, signing }: Pick<Context, 'db' | 'signing'>): Promise<string> {
  const { publicKey } = signing;
  const { id } = await db.signingKey.upsert({
    where: { publicKey },
    create: { publicKey },
    update: {},
    select: { id: true },
  });
  return id;
}

/** Public halves of every key that ever signed here, SPKI in base64: an old pack is checked with the key of its time. */
export async function signingKeys(db: Db, _scope: Scope): Promise<string[]> {
  const rows = await db.signingKey.findMany({ orderBy: { createdAt: 'desc' }, select: { publicKey: true } });
  return rows.map(({ publicKey }) => publicKey);
}

/** As other tools read it. */
export function pemOf(publicKey: string): string {
  return keyOf(publicKey).export({ type: 'spki', format: 'pem' }).toString();
}

/** What a manifest names it by. */
export function fingerprintOfKey(publicKey: string): string {
  return fingerprintOf(keyOf(publicKey));
}

const keyOf = (publicKey: string) =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
