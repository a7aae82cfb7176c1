import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAction } from '../testing/make-action.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let cookie: string;
let at: { planId: string; actionId: string };

beforeAll(async () => {
  server = await startTestServer();
  const { userId } = await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD']);
  cookie = await server.signIn('lead@trust.example');
  at = await makeAction(server.db, userId);
});

function headers(details: Record<string, unknown> = {}, fileName = 'Panel “minutes” – März.txt') {
  const said = {
    planId: at.planId,
    actionIds: [at.actionId],
    title: 'Minutes',
    kind: 'MINUTES',
    shows: 'Who',
  };
  return {
    'x-file-name': encodeURIComponent(fileName),
    'x-idempotency-key': randomUUID(),
    'x-evidence': encodeURIComponent(JSON.stringify({ ...said, ...details })),
  };
}

describe('evidence over HTTP', () => {
  it('arrives, and comes back as an attachment that harms nobody', async () => {
    const sent = await server.call('/files/evidence', { cookie, body: 'Minutes', headers: headers() });
    expect(sent.status).toBe(201);
    const { versionId } = await sent.json();
    const file = await server.call(`/files/evidence-versions/${versionId}`, { cookie });
    expect(await file.text()).toBe('Minutes');
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; .*filename\*=UTF-8''Panel%20%E2%80%9Cminutes%E2%80%9D%20%E2%80%93%20M%C3%A4rz\.txt$/,
    );
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-security-policy')).toMatch(/sandbox/);
    expect(file.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect((await server.call(`/files/evidence-versions/${versionId}`)).status).toBe(401);
  });

  it('may say as much as the rules allow, in any script', async () => {
    const long = { shows: '児'.repeat(4000), source: '童'.repeat(500), title: '記'.repeat(200) };
    const sent = await server.call('/files/evidence', { cookie, body: 'long words', headers: headers(long) });
    expect(sent.status).toBe(201);
  });

  it('of a forbidden type is answered with the sentence', async () => {
    const sent = await server.call('/files/evidence', { cookie, body: 'x', headers: headers({}, 'run.exe') });
    expect(sent.status).toBe(400);
    expect((await sent.json()).error.problem.message).toMatch(/A \.exe file cannot be evidence/);
  });

  it('over the limit without an announced length is answered, not cut off', async () => {
    await server.db.installation.update({
      where: { id: 1 },
      data: { uploadMaxBytes: 100_000n },
      select: { id: true },
    });
    const answer = await new Promise<{ status: number; body: string }>((done, fail) => {
      const sending = request(`${server.url}/files/evidence`, {
        method: 'POST',
        headers: { ...headers(), cookie, 'x-golden-thread': '1', 'transfer-encoding': 'chunked' },
      });
      sending.on('error', fail).on('response', (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, body }));
      });
      for (let chunk = 0; chunk < 40; chunk += 1) sending.write('x'.repeat(50_000));
      sending.end();
    });
    expect(answer.status).toBe(413);
    expect(answer.body).toMatch(/larger than the limit of 97\.7 KB/);
    expect(await server.db.evidenceVersion.count({ where: { size: { gt: 100_000n } } })).toBe(0);
  });
});
