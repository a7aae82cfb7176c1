import type { Context } from '../../core/context.ts';

/** Makes the files of a paper that is being issued. */
export async function issueReport(_ctx: Context): Promise<void> {}
