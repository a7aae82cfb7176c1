import { Readable } from 'node:stream';
import type { FileRequest } from '../../core/file-route.ts';
import { guard } from '../../core/guard.ts';
import { problemFrom } from '../../core/problem.ts';
import { fileRoutes } from '../../file-routes.ts';
import { appRouter } from '../../root-router.ts';
import type { Person } from '../harness.ts';
import { COLUMNS, type Column, type FileRow, type ProcedureRow, type RowRules } from './matrix-row.ts';
import type { On } from './on.ts';
import type { World } from './world.ts';

type Definition = {
  _def: { type: 'query' | 'mutation'; meta?: { permission?: string }; output?: unknown };
};
export const PROCEDURES = appRouter._def.procedures as unknown as Record<string, Definition>;

/** How a call ended: done, or the code of its refusal; an error nobody meant keeps its sentence. */
export type Ending = string;

export async function callProcedure(
  world: World,
  person: Person | null,
  path: string,
  input: unknown,
): Promise<{ ending: Ending; answer: unknown }> {
  let step: unknown = world.callerAs(person);
  for (const name of path.split('.')) step = (step as Record<string, unknown>)[name];
  const call = step as (input: unknown) => Promise<unknown>;
  return endingOf(() => call(input));
}

/** Calls a file route through the same guard as the host, and reads an answered file to its end. */
export async function callFileRoute(
  world: World,
  person: Person | null,
  path: string,
  request: Partial<FileRequest>,
): Promise<{ ending: Ending; answer: unknown }> {
  const route = fileRoutes.find((item) => `${item.method} ${item.path}` === path);
  if (!route) throw new Error(`no file route ${path}`);
  return endingOf(async () => {
    const ctx = world.ctxAs(person);
    const answer = await route.handle(ctx, guard(ctx, route.permission), {
      params: {},
      query: {},
      headers: {},
      body: Readable.from([]),
      signal: new AbortController().signal,
      ...request,
    });
    if (answer.kind === 'json') return answer.body;
    const chunks: Buffer[] = [];
    for await (const chunk of answer.stream) chunks.push(chunk as Buffer);
    return { fileName: answer.fileName, text: Buffer.concat(chunks).toString('utf8') };
  });
}

async function endingOf(run: () => Promise<unknown>): Promise<{ ending: Ending; answer: unknown }> {
  try {
    return { ending: 'done', answer: await run() };
  } catch (error) {
    const { code, message } = problemFrom(error, 'matrix');
    const isRefusal = ['NOT_SIGNED_IN', 'NOT_ALLOWED', 'NOT_FOUND'].includes(code);
    const why = code === 'INTERNAL' && error instanceof Error ? error.message : message;
    return { ending: isRefusal ? code : `${code}: ${why}`, answer: null };
  }
}

/** Who may, as found by calling, and every cell that ended in neither way. */
export type Found = { may: Partial<Record<On, Column[]>>; strange: string[] };

/** Calls one row as everybody on every kind of record, each with fresh records. */
export async function tryRow(world: World, row: ProcedureRow | FileRow, isWrite: boolean): Promise<Found> {
  const found: Found = { may: {}, strange: [] };
  for (const on of Object.keys(row.may) as On[]) {
    const allowed: Column[] = [];
    for (const column of COLUMNS) {
      const cell = await tryCell(world, row, on, world.people[column], isWrite);
      if (cell.isAllowed) allowed.push(column);
      if (cell.strange) found.strange.push(`${column} on ${on}: ${cell.strange}`);
    }
    const nobody = await tryCell(world, row, on, world.noRole, isWrite);
    if (nobody.isAllowed || nobody.strange)
      found.strange.push(`no role on ${on}: ${nobody.strange ?? 'done'}`);
    const out = await call(world, row, on, world.people.lead, null);
    if (out.ending !== 'NOT_SIGNED_IN') found.strange.push(`signed out on ${on}: ${out.ending}`);
    found.may[on] = allowed;
  }
  return found;
}

async function call(world: World, row: ProcedureRow | FileRow, on: On, asked: Person, person: Person | null) {
  if ('request' in row) {
    const request = await row.request({ world, on, person: asked });
    return callFileRoute(world, person, row.path, request);
  }
  return callProcedure(world, person, row.path, await row.input({ world, on, person: asked }));
}

async function tryCell(
  world: World,
  row: ProcedureRow | FileRow,
  on: On,
  person: Person,
  isWrite: boolean,
): Promise<{ isAllowed: boolean; strange?: string }> {
  const prepared =
    'request' in row ? await row.request({ world, on, person }) : await row.input({ world, on, person });
  const last = await world.db.auditEvent.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  const { ending } =
    'request' in row
      ? await callFileRoute(world, person, row.path, prepared as Partial<FileRequest>)
      : await callProcedure(world, person, row.path, prepared);
  const written = await world.db.auditEvent.count({ where: { id: { gt: last?.id ?? 0n } } });
  if (ending === 'done') {
    if (isWrite && written === 0 && !row.leavesNoAudit)
      return { isAllowed: true, strange: 'no row in the audit' };
    if (!isWrite && written > 0) return { isAllowed: true, strange: 'a reading call wrote' };
    return { isAllowed: true };
  }
  if (written > 0) return { isAllowed: false, strange: `refused (${ending}) and yet wrote` };
  return isRefusal(row, on, ending) ? { isAllowed: false } : { isAllowed: false, strange: ending };
}

function isRefusal(row: RowRules, on: On, ending: Ending): boolean {
  if (ending === 'NOT_ALLOWED' || ending === 'NOT_FOUND') return true;
  return ending.startsWith('RULE:') && (row.refusedByRule?.includes(on) ?? false);
}
