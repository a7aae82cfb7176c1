import type { RouterOutputs } from '@gt/api/types';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type Rooms = RouterOutputs['rooms']['list'];
export type RoomRow = Rooms['rooms'][number];
export type RoomPack = Rooms['packs'][number];
export type Room = RouterOutputs['rooms']['get'];
export type RoomVisitor = Room['visitors'][number];
export type MadeVisitor = RouterOutputs['rooms']['addVisitor'];

/** A visitor leaves lines in the log without anybody here doing anything, so it is asked for again. */
const ASK_EVERY = 30_000;

export const roomsQuery = (planId: string) => trpc.rooms.list.queryOptions({ planId });
export const roomQuery = (roomId: string) =>
  trpc.rooms.get.queryOptions({ roomId }, { refetchInterval: ASK_EVERY });

export const createRoomMutation = () => trpc.rooms.create.mutationOptions();
export const addVisitorMutation = () => trpc.rooms.addVisitor.mutationOptions();
export const renewVisitorMutation = () => trpc.rooms.renewVisitor.mutationOptions();
export const revokeVisitorMutation = () => trpc.rooms.revokeVisitor.mutationOptions();
export const putPackMutation = () => trpc.rooms.putPack.mutationOptions();
export const closeRoomMutation = () => trpc.rooms.close.mutationOptions();

export function refreshRooms(): Promise<void> {
  return queryClient.invalidateQueries(trpc.rooms.pathFilter());
}
