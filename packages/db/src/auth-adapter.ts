import { prismaAdapter } from '@better-auth/prisma-adapter';
import type { Db } from './client.ts';

/** The database adapter that Better Auth is given, so that nothing outside this package names the ORM. */
export function authAdapter(db: Db): ReturnType<typeof prismaAdapter> {
  return prismaAdapter(db, { provider: 'postgresql', transaction: true });
}
