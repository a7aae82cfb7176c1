import { randomUUID } from 'node:crypto';
import { beforeEach } from 'vitest';
import { type AgencyPlan, MARK, makeAgency, makeLink } from './make-agency.ts';
import { type Answer, type CallOptions, startTestServer } from './start-test-server.ts';

type Link = { plan: AgencyPlan; secret: string; linkId: string };

/** A server with a lead, and before each test a plan on which Police works, with a link of its own. */
export async function startLinkServer() {
  const server = await startTestServer();
  const { db } = server;
  const lead = await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD']);
  const cookie = await server.signIn('lead@trust.example');
  await db.user.update({ where: { id: lead.userId }, data: { name: MARK }, select: { id: true } });
  const at = {} as Link;

  beforeEach(async () => {
    await db.rateLimit.deleteMany();
    // The names of teams are taken once.
    for (const team of await db.team.findMany({ select: { id: true } })) {
      const data = { name: `${team.id} ${MARK}` };
      await db.team.update({ where: { id: team.id }, data, select: { id: true } });
    }
    const plan = await makeAgency(db, lead.userId);
    Object.assign(at, { plan, ...(await makeLink(server, cookie, plan)) });
  });

  const post = (path: string, json: unknown, more: CallOptions = {}) => server.call(path, { json, ...more });
  const versionOf = async (id: string) =>
    (await db.action.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
  /** An update of an action as the page behind the link sends it. */
  const words = async (actionId: string, more: Record<string, unknown> = {}) => ({
    secret: at.secret,
    actionId,
    version: await versionOf(actionId),
    writtenBy: 'Duty Sergeant',
    nothingChanged: false,
    whatHappened: 'Nine of ten discussions were answered within a day',
    difference: 'Plans are made while the children are still safe',
    inTheWay: '',
    next: 'A second officer from January',
    rag: 'GREEN',
    ragReason: '',
    percentComplete: 60,
    idempotencyKey: randomUUID(),
    ...more,
  });
  return {
    server,
    db,
    lead,
    cookie,
    /** Of the present test. */
    at,
    post,
    words,
    versionOf,
    open: (more: CallOptions = {}) => post('/api/update-link', { secret: at.secret }, more),
    send: async (actionId: string, more: Record<string, unknown> = {}) =>
      post('/api/update-link/updates', await words(actionId, more)),
    problemIn: async (answer: Answer) => (await answer.json()).error.problem,
    updatesOf: (actionId: string) =>
      db.progressUpdate.findMany({
        where: { actionId, linkId: { not: null } },
        orderBy: { createdAt: 'asc' },
      }),
  };
}
