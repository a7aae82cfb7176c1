import { router } from '../../core/trpc.ts';

export const packsRouter = router({});
