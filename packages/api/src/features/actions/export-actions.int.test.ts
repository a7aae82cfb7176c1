import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { fromIsoDate } from '../../core/dates.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { actionsFileRoutes } from './actions.files.ts';

let h: Harness;
let plan: PlanFixture;
const ROWS = 2300;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  await h.db.action.createMany({
    data: Array.from({ length: ROWS }, (_, n) => ({
      id: newId(),
      planId: plan.planId,
      recommendationId: plan.recommendationIds[n % 2] ?? '',
      number: n + 1,
      title: n === 0 ? '=HYPERLINK("http://x")' : `Recruit carers, part ${n}`,
      teamId: n % 2 === 0 ? h.teams.fostering : h.teams.police,
      dueDate: fromIsoDate(TODAY),
      createdById: h.people.lead.userId,
      changedById: h.people.lead.userId,
    })),
  });
});

async function taken(query: Record<string, string>, person: Person = h.people.lead, planId = plan.planId) {
  const [route] = actionsFileRoutes;
  if (!route) throw new Error('no route');
  const ctx = h.ctxAs(person);
  const answer = await route.handle(ctx, guard(ctx, route.permission), {
    params: { planId },
    query,
    headers: {},
    body: Readable.from([]),
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'file') throw new Error('no file');
  return { ...answer, bytes: await buffer(answer.stream) };
}

async function csv(query: Record<string, string>, person?: Person) {
  const { bytes, fileName } = await taken({ format: 'csv', ...query }, person);
  const lines = bytes.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
  return { fileName, header: lines[0], lines: lines.slice(1) };
}

function parts(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error);
      const found = new Map<string, string>();
      zip.on('end', () => resolve(found));
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, async (problem, stream) => {
          if (problem || !stream) return reject(problem);
          found.set(entry.fileName, (await buffer(stream)).toString('utf8'));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

describe('taking the list away', () => {
  it('takes all of its rows, in its order, with the columns asked for in theirs', async () => {
    const list = JSON.stringify({
      filter: { teamIds: [h.teams.fostering] },
      sort: { by: 'reference', descending: true },
    });
    const { fileName, header, lines } = await csv({ list, columns: 'team,reference,select,title' });
    expect(header).toBe('Team,Ref,Action');
    expect(lines).toHaveLength(ROWS / 2);
    expect(lines[0]).toBe('Fostering,R1.A2299,"Recruit carers, part 2298"');
    expect(fileName).toBe(
      'Northmoor ILACS plan, 1,150 actions, Team is Fostering, 12 March 2026, OFFICIAL-SENSITIVE.csv',
    );
    const told = await h.db.auditEvent.findFirst({
      where: { action: 'plan.export' },
      orderBy: { id: 'desc' },
      select: { entityId: true, payload: { select: { body: true } } },
    });
    expect(told).toMatchObject({
      entityId: plan.planId,
      payload: { body: { after: { format: 'csv', count: 1150, columns: ['Team', 'Ref', 'Action'] } } },
    });
  });

  it('as a workbook is text alone, and says on a second sheet what it is', async () => {
    const list = JSON.stringify({ filter: { due: 'DUE_14', q: 'carers' }, groupBy: 'team' });
    const { bytes, fileName } = await taken({ format: 'xlsx', list, columns: 'reference,title' });
    const files = await parts(bytes);
    const data = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(data.match(/<row /g)).toHaveLength(ROWS - 1 + 1);
    expect(data).not.toMatch(/<f[\s>/]/);
    const about = files.get('xl/worksheets/sheet2.xml') ?? '';
    for (const words of [
      'OFFICIAL-SENSITIVE',
      'Northmoor ILACS plan',
      '2,299',
      'Due in 14 days; words “carers”',
    ]) {
      expect(about).toContain(words);
    }
    expect(about).toContain('gathered by team');
    expect(files.get('xl/workbook.xml')).not.toMatch(/hidden/i);
    expect(fileName).toMatch(/\.xlsx$/);
  });

  it('writes nothing that a spreadsheet would run', async () => {
    const { lines } = await csv({ columns: 'title', list: '{}' });
    expect(lines).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('has all columns when none is chosen', async () => {
    const { header } = await csv({ list: JSON.stringify({ filter: { q: 'R1.A1' } }) });
    expect(header?.split(',').length).toBeGreaterThan(30);
  });

  it('gives a partner their own actions, and a stranger nothing', async () => {
    const { lines } = await csv({ columns: 'team' }, h.people.partner);
    expect(new Set(lines)).toEqual(new Set(['Police']));
    const other = await h.makePlan();
    expect((await problemOf(taken({ format: 'csv' }, h.people.partner, other.planId))).code).toBe(
      'NOT_FOUND',
    );
    expect((await csv({ columns: 'team' }, h.people.viewer)).lines).toHaveLength(ROWS);
  });

  it('refuses a broken link in words', async () => {
    const broken: Record<string, string>[] = [
      { list: '{' },
      { list: '7' },
      { format: 'pdf' },
      { list: '{"filter":{"due":"NEVER"}}' },
    ];
    for (const query of broken) {
      const problem = await problemOf(taken(query));
      expect(problem.code).toBe('INVALID');
    }
    expect((await problemOf(taken({}, h.people.lead, newId()))).code).toBe('NOT_FOUND');
  });
});
