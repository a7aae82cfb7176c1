import type { Db, Tx } from './client.ts';

/**
 * Tells every listening process something short (under 8,000 bytes). Inside a transaction it is told when, and only
 * if, the transaction is kept.
 */
export async function notify(db: Db | Tx, channel: string, payload: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}
