import { hashPassword as scryptHash } from 'better-auth/crypto';

/** The hash that sign-in compares with: scrypt with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return scryptHash(password);
}
