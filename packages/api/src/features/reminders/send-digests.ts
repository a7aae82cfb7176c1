import type { Context } from '../../core/context.ts';

/** Writes the mails of those whose digest is due now. */
export async function sendDigests(_ctx: Context): Promise<void> {}
