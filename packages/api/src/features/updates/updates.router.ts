import { router } from '../../core/trpc.ts';

export const updatesRouter = router({});
