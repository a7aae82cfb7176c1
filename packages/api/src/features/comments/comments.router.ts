import { router } from '../../core/trpc.ts';

export const commentsRouter = router({});
