import type { Context } from '../../core/context.ts';

/** Prepares the reviews and boards that come next. */
export async function prepareReviews(_ctx: Context): Promise<void> {}
