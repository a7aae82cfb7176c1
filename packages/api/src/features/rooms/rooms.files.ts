import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { exportRoomLog } from './export-room-log.ts';

export const roomsFileRoutes: FileRoute[] = [
  {
    method: 'GET',
    path: '/files/rooms/:roomId/log',
    permission: 'room.manage',
    async handle(ctx, scope, { params }) {
      return exportRoomLog(ctx, scope, pathId(params.roomId));
    },
  },
];
