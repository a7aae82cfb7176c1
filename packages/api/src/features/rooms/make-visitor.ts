import { randomInt } from 'node:crypto';
import type { MadeVisitor } from '@gt/contracts/schemas';
import { groupedCode, ROOM_CODE } from '@gt/domain/room';
import type { Context } from '../../core/context.ts';
import { newSecret, secretDigest } from '../people/secret-link.ts';

/** Link and code of one visitor, and what is kept of them. */
export function newKeys({ settings }: Pick<Context, 'settings'>): {
  shown: Pick<MadeVisitor, 'link' | 'code'>;
  kept: { tokenDigest: string; codeDigest: string };
} {
  const secret = newSecret();
  const code = Array.from({ length: ROOM_CODE.length }, oneLetter).join('');
  return {
    shown: { link: `${settings.publicUrl}/room#${secret}`, code: groupedCode(code) },
    kept: { tokenDigest: secretDigest(secret), codeDigest: codeDigest(secret, code) },
  };
}

/**
 * Of a code that can be read out. It is short, so its digest takes in the secret of the link, which is kept nowhere:
 * whoever has the database can try every code and learns nothing.
 */
export function codeDigest(secret: string, code: string): string {
  return secretDigest(`${secret} ${code}`);
}

const oneLetter = () => ROOM_CODE.letters.charAt(randomInt(ROOM_CODE.letters.length));
