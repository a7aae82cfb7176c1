import { router } from '../../core/trpc.ts';

export const peopleRouter = router({});
