import {
  burnUpInput,
  burnUpOut,
  longRedInput,
  longRedOut,
  movementOut,
  snapshotCompareInput,
  snapshotIdInput,
  snapshotListInput,
  snapshotListOut,
  snapshotOpenInput,
  snapshotOpenOut,
  snapshotOut,
  snapshotTakeInput,
  snapshotTaken,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import { openSnapshot } from './open-snapshot.ts';
import { readBurnUp } from './read-burn-up.ts';
import { readLongRed } from './read-long-red.ts';
import { getSnapshot, listSnapshots } from './snapshots.repository.ts';
import { takeByHand } from './take-by-hand.ts';

export const snapshotsRouter = router({
  list: procedure
    .meta({ permission: 'review.read' })
    .input(snapshotListInput)
    .output(snapshotListOut)
    .query(({ ctx, input }) => listSnapshots(ctx.db, ctx.scope, input)),
  get: procedure
    .meta({ permission: 'review.read' })
    .input(snapshotIdInput)
    .output(snapshotOut)
    .query(({ ctx, input }) => getSnapshot(ctx.db, ctx.scope, input.snapshotId)),
  open: procedure
    .meta({ permission: 'review.read' })
    .input(snapshotOpenInput)
    .output(snapshotOpenOut)
    .query(({ ctx, input }) => openSnapshot(ctx.db, ctx.scope, input)),
  compare: procedure
    .meta({ permission: 'review.read' })
    .input(snapshotCompareInput)
    .output(movementOut)
    .query(({ ctx, input }) => compareSnapshots(ctx.db, ctx.scope, input)),
  burnUp: procedure
    .meta({ permission: 'review.read' })
    .input(burnUpInput)
    .output(burnUpOut)
    .query(({ ctx, input }) => readBurnUp(ctx.db, ctx.scope, input.planId)),
  longRed: procedure
    .meta({ permission: 'review.read' })
    .input(longRedInput)
    .output(longRedOut)
    .query(({ ctx, input }) => readLongRed(ctx.db, ctx.scope, input)),
  take: procedure
    .meta({ permission: 'review.run' })
    .input(snapshotTakeInput)
    .output(snapshotTaken)
    .mutation(({ ctx, input }) => takeByHand(ctx, ctx.scope, input)),
});
