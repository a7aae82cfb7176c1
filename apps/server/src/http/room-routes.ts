import {
  askInRoom,
  type Context,
  downloadRoomFile,
  downloadRoomPack,
  enterRoom,
  type FileAnswer,
  findVisit,
  leaveRoom,
  openRoom,
  previewRoomFile,
  previewRoomFilePage,
  readRoomPage,
  roomPackKey,
  roomStanding,
  type Visit,
} from '@gt/api';
import { roomEnterInput } from '@gt/contracts/schemas';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BACKGROUND_HEADER, systemContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { sendFile } from './file-routes.ts';
import { limitSecret, takeFromLimit } from './rate-limit.ts';
import { assertJson, assertOwnClient } from './request-guard.ts';

/** The cookie goes to the routes of the room and nowhere else, so that a visitor is nobody to the rest of the host. */
const COOKIE = 'gt_room';
const PATH = '/api/room';
/** Tries to enter from one place, and by one link: what locks a link is its wrong codes. */
const WRONG_AT_MOST = 60;
const TRIES_AT_MOST = 30;

type Params = Record<string, string>;
type Answer = { json: unknown } | { file: FileAnswer };
type RoomRoute = {
  method: 'GET' | 'POST';
  path: string;
  /** Nobody is signed in: the session of the visit is the right, asked anew each time. */
  permission: 'public';
  handle(ctx: Context, visit: Visit, params: Params, body: unknown): Promise<Answer>;
};

const json = async (value: Promise<unknown>): Promise<Answer> => ({ json: await value });
const file = async (value: Promise<FileAnswer>): Promise<Answer> => ({ file: await value });
const refIn = ({ ref }: Params) => (/^[A-Z]\d{1,6}$/.test(ref ?? '') ? (ref ?? '') : '');

/** Everything that a visitor may ask once they are in. */
export const roomRoutes: readonly RoomRoute[] = [
  {
    method: 'GET',
    path: PATH,
    permission: 'public',
    handle: (ctx, visit) => json(openRoom(ctx, visit)),
  },
  {
    method: 'GET',
    path: `${PATH}/standing`,
    permission: 'public',
    handle: (ctx, visit) => json(roomStanding(ctx, visit)),
  },
  {
    method: 'GET',
    path: `${PATH}/recommendations/:ref`,
    permission: 'public',
    handle: (ctx, visit, params) => json(readRoomPage(ctx, visit, refIn(params))),
  },
  {
    method: 'POST',
    path: `${PATH}/questions`,
    permission: 'public',
    handle: (ctx, visit, _params, body) => json(askInRoom(ctx, visit, body)),
  },
  {
    method: 'GET',
    path: `${PATH}/evidence/:ref/preview`,
    permission: 'public',
    handle: (ctx, visit, params) => json(previewRoomFile(ctx, visit, refIn(params))),
  },
  {
    method: 'GET',
    path: `${PATH}/evidence/:ref/pages/:page`,
    permission: 'public',
    handle: (ctx, visit, params) =>
      file(previewRoomFilePage(ctx, visit, { ref: refIn(params), page: Number(params.page) })),
  },
  {
    method: 'GET',
    path: `${PATH}/evidence/:ref/file`,
    permission: 'public',
    handle: (ctx, visit, params) => file(downloadRoomFile(ctx, visit, refIn(params))),
  },
  {
    method: 'GET',
    path: `${PATH}/pack`,
    permission: 'public',
    handle: (ctx, visit) => file(downloadRoomPack(ctx, visit)),
  },
  {
    method: 'GET',
    path: `${PATH}/pack/key`,
    permission: 'public',
    handle: (ctx, visit) => file(roomPackKey(ctx, visit)),
  },
];

/** Mounts the room: the way in and out, and what is asked inside. */
export function mountRoom(app: FastifyInstance, services: Services): void {
  mountDoor(app, services);
  for (const { method, path, handle } of roomRoutes) {
    app.route({
      method,
      url: path,
      onRequest: async (request) => {
        // Files and pictures are opened by the browser itself, which says that they come from our own page.
        assertOwnClient(request);
        assertJson(request);
      },
      handler: async (request, reply) => {
        const ctx = systemContext(services, { requestId: String(request.id) });
        const counts = request.headers[BACKGROUND_HEADER] === undefined;
        const visit = await findVisit(ctx, tokenOf(request), { counts });
        const limit = { key: `room:${visit.sessionId}`, cost: 1, max: 300, windowSeconds: 60 };
        await takeFromLimit(ctx.db, limit, ctx.now);
        reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow');
        const answer = await handle(ctx, visit, request.params as Params, request.body);
        return 'file' in answer ? sendFile(reply, answer.file) : reply.send(answer.json);
      },
    });
  }
}

function mountDoor(app: FastifyInstance, services: Services): void {
  const onRequest = async (request: FastifyRequest) => {
    assertOwnClient(request);
    assertJson(request);
  };
  app.post(`${PATH}/entrance`, { onRequest, bodyLimit: 16 * 1024 }, async (request, reply) => {
    const ctx = systemContext(services, { requestId: String(request.id) });
    const { token, endsAt } = await limited(ctx, request, () => enterRoom(ctx, request.body));
    setCookie(services, reply, token, Math.floor((endsAt.getTime() - ctx.now.getTime()) / 1000));
    return { ok: true };
  });
  app.post(`${PATH}/leave`, { onRequest, bodyLimit: 16 * 1024 }, async (request, reply) => {
    setCookie(services, reply, '', 0);
    await leaveRoom(systemContext(services, { requestId: String(request.id) }), tokenOf(request));
    return { ok: true };
  });
}

function setCookie({ https }: Services, reply: FastifyReply, token: string, seconds: number): void {
  const secure = https ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${COOKIE}=${token}; Path=${PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  );
}

function tokenOf(request: FastifyRequest): string | null {
  return /(?:^|;\s*)gt_room=([\w-]{43})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1] ?? null;
}

/** What has not even the shape of a secret is refused before anything is counted. */
function limited<T>(ctx: Context, request: FastifyRequest, work: () => Promise<T>): Promise<T> {
  const { secret } = roomEnterInput.parse(request.body);
  const limits = { guessesAtMost: WRONG_AT_MOST, usesAtMost: TRIES_AT_MOST };
  return limitSecret(
    ctx.db,
    { what: 'room-entrance', secret, ip: request.ip, ...limits, now: ctx.now },
    work,
  );
}
