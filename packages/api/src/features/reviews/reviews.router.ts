import { router } from '../../core/trpc.ts';

export const reviewsRouter = router({});
