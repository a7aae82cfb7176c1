import { router } from '../../core/trpc.ts';

export const teamsRouter = router({});
