import { router } from '../../core/trpc.ts';

export const notificationsRouter = router({});
