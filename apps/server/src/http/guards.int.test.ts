import { appRouter, fileRoutes } from '@gt/api';
import { createDatabase } from '@gt/db';
import { describe, expect, test } from 'vitest';
import { authRoutes } from '../auth/auth-routes.ts';
import { startTestServer } from '../testing/start-test-server.ts';
import { roomRoutes } from './room-routes.ts';
import { updateLinkRoutes } from './update-link-routes.ts';

const server = await startTestServer();
await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD', 'ADMINISTRATOR']);
const cookie = await server.signIn('lead@trust.example');

async function withOwner(statement: string): Promise<void> {
  const owner = createDatabase(server.ownerUrl, { poolSize: 1 });
  await owner.db.$executeRawUnsafe(statement);
  await owner.close();
}

describe('requests that another site could cause', () => {
  test('a form post to a mutation without input is refused before it runs', async () => {
    const form = new FormData();
    form.set('a', 'b');
    const answer = await fetch(`${server.url}/trpc/audit.verify`, {
      method: 'POST',
      body: form,
      headers: { cookie, 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
    const typed = await fetch(`${server.url}/trpc/audit.verify`, {
      method: 'POST',
      body: form,
      headers: { cookie, 'x-golden-thread': '1' },
    });
    expect(typed.status).toBe(400);
    expect(await server.db.auditSeal.count()).toBe(0);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''])(
    'a body of type "%s" is refused',
    async (type) => {
      const headers = { cookie, 'x-golden-thread': '1', ...(type ? { 'content-type': type } : {}) };
      const answer = await fetch(`${server.url}/trpc/audit.verify`, { method: 'POST', body: '{}', headers });
      expect(answer.status).toBe(400);
    },
  );

  test('reading needs our own client as well', async () => {
    const answer = await fetch(`${server.url}/trpc/plans.list`, { headers: { cookie } });
    expect(answer.status).toBe(403);
  });
});

describe('limits', () => {
  test('eleven calls in one batch are refused, ten are answered', async () => {
    const batch = (n: number) =>
      server.call(`/trpc/${Array(n).fill('plans.list').join(',')}?batch=1&input={}`, { cookie });
    expect((await batch(10)).status).toBe(200);
    expect((await batch(11)).status).toBe(400);
  });

  test('a body over 256 kB is refused with the limit', async () => {
    const answer = await server.call('/trpc/audit.verify', { cookie, json: { a: 'x'.repeat(300_000) } });
    expect(answer.status).toBe(413);
    expect((await answer.json()).error.problem.message).toContain('256 kB');
  });
});

describe('what an error tells', () => {
  test('an internal error has fixed words and a reference, and nothing of the database', async () => {
    // Sabotage that the product cannot foresee: a column goes missing under the running server.
    await withOwner('ALTER TABLE "team" RENAME COLUMN "name" TO "planted_secret_column"');
    const answer = await server.call('/trpc/teams.list', { cookie });
    await withOwner('ALTER TABLE "team" RENAME COLUMN "planted_secret_column" TO "name"');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/prisma|column|planted|stack|node_modules|at \w+ \(/i);
    expect(JSON.parse(text).error.data.problem).toMatchObject({
      code: 'INTERNAL',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('an unknown address says so in JSON, without naming what exists', async () => {
    const answer = await server.call('/api/nothing', { cookie });
    expect(answer.status).toBe(404);
    expect((await answer.json()).error.problem.code).toBe('NOT_FOUND');
  });
});

test('every answer carries the security headers', async () => {
  for (const path of ['/health', '/api/session', '/trpc/plans.list', '/nowhere']) {
    const { headers } = await server.call(path, { cookie });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(headers.get('x-frame-options')).toBe('DENY');
  }
});

describe('census', () => {
  test('every procedure, file route and sign-in route declares who may call it', () => {
    const procedures = Object.entries(
      appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { permission?: string } } }>,
    );
    expect(procedures.length).toBeGreaterThan(30);
    expect(procedures.filter(([, procedure]) => !procedure._def.meta?.permission)).toEqual([]);
    for (const route of [...fileRoutes, ...authRoutes, ...updateLinkRoutes, ...roomRoutes]) {
      expect(route.permission, route.path).toBeTruthy();
    }
  });

  test('nothing but declared routes is mounted', () => {
    const declared = [...fileRoutes, ...authRoutes].map((route) => `${route.method} ${route.path}`);
    for (const route of declared) {
      const [method, url] = route.split(' ') as ['GET' | 'POST', string];
      expect(server.app.hasRoute({ method, url }), route).toBe(true);
    }
    // By hand: what stands beside the api and the files, each with the reason that it needs no permission.
    expect(mounted().filter((line) => !/^\/(trpc|files)\//.test(line))).toEqual([
      '/api/auth/change-password (POST)', // a permission of its own
      '/api/auth/sign-in/email (POST)',
      '/api/auth/sign-out (POST)',
      '/api/invitations/:token (GET, HEAD, POST)', // the secret is the right
      '/api/live (GET, HEAD)', // asks for a session
      // In an inspector room the session of the visit is the right; on the way in link and code are.
      '/api/room (GET, HEAD)',
      '/api/room/entrance (POST)',
      '/api/room/evidence/:ref/file (GET, HEAD)',
      '/api/room/evidence/:ref/pages/:page (GET, HEAD)',
      '/api/room/evidence/:ref/preview (GET, HEAD)',
      '/api/room/leave (POST)',
      '/api/room/pack (GET, HEAD)',
      '/api/room/pack/key (GET, HEAD)',
      '/api/room/questions (POST)',
      '/api/room/recommendations/:ref (GET, HEAD)',
      '/api/room/standing (GET, HEAD)',
      '/api/sample-accounts (GET, HEAD)', // empty but in sample mode
      '/api/session (GET, HEAD)',
      '/api/set-up (POST)', // a code from where the server was started
      '/api/update-link (POST)', // the secret is the right
      '/api/update-link/updates (POST)', // the secret is the right
      '/calendar/:secret.ics (GET, HEAD)', // the secret is the right
      '/health (GET, HEAD)',
    ]);
  });

  test('signed out, every declared route that is not public answers 401', async () => {
    for (const route of [...fileRoutes, ...authRoutes]) {
      if (route.permission === 'public') continue;
      const answer = await server.call(
        route.path.replace(/:\w+/g, 'x'),
        route.method === 'POST' ? { json: {} } : {},
      );
      expect(answer.status, route.path).toBe(401);
    }
  });
});

/** "/api/update-link/updates (POST)": whole addresses, put together from the tree that the host prints. */
function mounted(): string[] {
  const above: string[] = [];
  return server.app
    .printRoutes({ commonPrefix: false, includeMeta: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line);
      if (!found) return [];
      const [, indent = '', part = '', methods] = found;
      const depth = indent.length / 4;
      above.splice(depth, above.length, part);
      return methods ? [`${above.slice(0, depth + 1).join('')} (${methods})`] : [];
    })
    .sort();
}
