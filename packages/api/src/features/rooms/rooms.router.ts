import {
  madeRoom,
  madeVisitor,
  planIdInput,
  roomCloseInput,
  roomCreateInput,
  roomIdInput,
  roomListOut,
  roomOut,
  roomPackInput,
  roomWritten,
  visitorAddInput,
  visitorIdInput,
  visitorRenewInput,
  visitorWritten,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { addVisitor } from './add-visitor.ts';
import { closeRoom } from './close-room.ts';
import { createRoom } from './create-room.ts';
import { putPack } from './put-pack.ts';
import { renewVisitor } from './renew-visitor.ts';
import { revokeVisitor } from './revoke-visitor.ts';
import { getRoom, listRooms } from './rooms.repository.ts';

/** Inspector rooms as the programme lead runs them. What a visitor asks is no procedure: nobody is signed in there. */
export const roomsRouter = router({
  list: procedure
    .meta({ permission: 'room.manage' })
    .input(planIdInput)
    .output(roomListOut)
    .query(({ ctx, input }) => listRooms(ctx.db, ctx.scope, input.planId)),
  get: procedure
    .meta({ permission: 'room.manage' })
    .input(roomIdInput)
    .output(roomOut)
    .query(({ ctx, input }) => getRoom(ctx.db, ctx.scope, input.roomId)),
  create: procedure
    .meta({ permission: 'room.manage' })
    .input(roomCreateInput)
    .output(madeRoom)
    .mutation(({ ctx, input }) => createRoom(ctx, ctx.scope, input)),
  addVisitor: procedure
    .meta({ permission: 'room.manage' })
    .input(visitorAddInput)
    .output(madeVisitor)
    .mutation(({ ctx, input }) => addVisitor(ctx, ctx.scope, input)),
  renewVisitor: procedure
    .meta({ permission: 'room.manage' })
    .input(visitorRenewInput)
    .output(madeVisitor)
    .mutation(({ ctx, input }) => renewVisitor(ctx, ctx.scope, input)),
  revokeVisitor: procedure
    .meta({ permission: 'room.manage' })
    .input(visitorIdInput)
    .output(visitorWritten)
    .mutation(({ ctx, input }) => revokeVisitor(ctx, ctx.scope, input)),
  putPack: procedure
    .meta({ permission: 'room.manage' })
    .input(roomPackInput)
    .output(roomWritten)
    .mutation(({ ctx, input }) => putPack(ctx, ctx.scope, input)),
  close: procedure
    .meta({ permission: 'room.manage' })
    .input(roomCloseInput)
    .output(roomWritten)
    .mutation(({ ctx, input }) => closeRoom(ctx, ctx.scope, input)),
});
