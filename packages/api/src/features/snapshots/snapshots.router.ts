import { router } from '../../core/trpc.ts';

export const snapshotsRouter = router({});
