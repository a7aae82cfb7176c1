import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import type { ReportContent, ReportFormat } from '@gt/contracts/words';
import type { Context } from '../../core/context.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import type { Harness, Person, PlanFixture } from '../../testing/harness.ts';
import { issueReport } from './issue-report.ts';
import { reportsFileRoutes } from './reports.files.ts';

/** An action with an owner and an update in words that a report prints; `more` are columns of the update. */
export async function aToldAction(
  { db, people, posts, teams, makeAction }: Harness,
  plan: PlanFixture,
  more: Record<string, unknown> = {},
) {
  const action = await makeAction(plan, {
    status: 'IN_PROGRESS',
    teamId: teams.fostering,
    ownerPostId: posts.headOfFostering,
    declaredRag: 'RED',
    ragReason: 'Two assessors have left.',
    ragDeclaredAt: new Date('2026-02-10T12:00:00Z'),
    lastUpdateAt: new Date('2026-03-10T12:00:00Z'),
    successMeasure: 'Twelve carers approved by panel',
  });
  const update = await db.progressUpdate.create({
    data: {
      actionId: action.id,
      authorId: people.manager.userId,
      whatHappened: 'Panel approved two carers.',
      difference: 'Brothers and sisters now live together near their school.',
      inTheWay: 'Medical reports take five weeks, because health has one doctor for them.',
      next: 'Ask for a second doctor.',
      rag: 'RED',
      ragReason: 'Two assessors have left.',
      percentComplete: 40,
      createdAt: new Date('2026-03-10T12:00:00Z'),
      ...more,
    },
    select: { id: true },
  });
  return { actionId: action.id, updateId: update.id };
}

/** Runs the job as the queue would. */
export function runIssue(
  ctx: Context,
  reportId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  return issueReport({ ...ctx, signedIn: null }, { reportId }, signal);
}

export function make(
  { callerAs, people }: Harness,
  planId: string,
  kind: 'BOARD_REPORT' | 'STATEMENT_OF_ACTION' = 'BOARD_REPORT',
) {
  return callerAs(people.lead).reports.make({ planId, kind, idempotencyKey: newId() });
}

/** A board report of a plan with one action that has something to tell. */
export async function aDraft(harness: Harness) {
  const plan = await harness.makePlan();
  const told = await aToldAction(harness, plan);
  const made = await make(harness, plan.planId);
  const draft = await harness.callerAs(harness.people.lead).reports.get({ reportId: made.id });
  return { plan, ...told, made, draft };
}

/** Wording of one block. */
export function said({ sections }: ReportContent, key: string): string | undefined {
  const block = sections.flatMap(({ blocks }) => blocks).find((one) => one.key === key);
  return block?.kind === 'WORDS' ? block.text : undefined;
}

/** What a page would send back that changed nothing yet. */
export function edits({ sections }: ReportContent) {
  return sections.map(({ key, heading, isIncluded }) => ({
    ...{ key, heading, isIncluded },
    words: [] as { key: string; text: string }[],
  }));
}

/** Makes a paper and issues it, files and all. */
export async function anIssuedReport(
  harness: Harness,
  planId: string,
  kind: 'BOARD_REPORT' | 'STATEMENT_OF_ACTION' = 'BOARD_REPORT',
) {
  return issue(harness, await make(harness, planId, kind));
}

/** Presses the button and lets the job run. */
export async function issue(harness: Harness, { id, version }: { id: string; version: number }) {
  const caller = harness.callerAs(harness.people.lead);
  await caller.reports.issue({ reportId: id, version });
  await runIssue(harness.ctxAs(harness.people.lead), id);
  return caller.reports.get({ reportId: id });
}

/** A file of a paper as a browser gets it. */
export async function download(harness: Harness, reportFileId: string, person: Person = harness.people.lead) {
  const [route] = reportsFileRoutes;
  if (!route) throw new Error('no route');
  const ctx = harness.ctxAs(person);
  const answer = await route.handle(ctx, guard(ctx, route.permission), {
    params: { reportFileId },
    query: {},
    headers: {},
    body: Readable.from([]),
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'file') throw new Error('not a file');
  return { ...answer, bytes: await buffer(answer.stream) };
}

type WithFiles = { files: { id: string; format: ReportFormat }[] };

export const fileOf = ({ files }: WithFiles, format: ReportFormat): string =>
  files.find((file) => file.format === format)?.id ?? '';

/** The words of a paper's Word document. */
export async function wordsOf(harness: Harness, report: WithFiles, person?: Person): Promise<string> {
  const { bytes } = await download(harness, fileOf(report, 'DOCX'), person);
  const xml = fileInZip(bytes, 'word/document.xml').toString('utf8');
  return xml.replace(/<\/w:p>|<w:br\/>/g, '\n').replace(/<[^>]+>/g, '');
}

const CENTRAL_ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');

/** One file of an archive, found in its table of contents (APPNOTE 4.3.12). */
function fileInZip(zip: Buffer, name: string): Buffer {
  let at = zip.indexOf(CENTRAL_ENTRY);
  while (at >= 0 && zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) !== name) {
    at = zip.indexOf(CENTRAL_ENTRY, at + 46);
  }
  if (at < 0) throw new Error(`no ${name} in the archive`);
  const [size, header] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return inflateRawSync(zip.subarray(start, start + size));
}
