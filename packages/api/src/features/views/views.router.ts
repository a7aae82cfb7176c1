import { router } from '../../core/trpc.ts';

export const viewsRouter = router({});
