import { router } from '../../core/trpc.ts';

export const actionsRouter = router({});
