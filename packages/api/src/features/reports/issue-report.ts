import { translateDatabaseError } from '@gt/db';
import { issueProblem, lengthProblem } from '@gt/domain/report';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { systemScope } from '../../core/guard.ts';
import type { JobHandler } from '../../core/job-handler.ts';
import type { Scope } from '../../core/scope.ts';
import { StoreRefused } from '../packs/store-pack.ts';
import { findingsOf } from './find-in-report.ts';
import { failIssue, finishIssue, loadIssuing } from './issuing.ts';
import type { Issuing, StoredReportFile } from './issuing-report.ts';
import { makeReportFiles } from './make-report-files.ts';

/**
 * Makes the files of a paper that is being issued: both are written and stored first, then the paper is ISSUED with
 * them, its rows, its history and the mails to members in one transaction. Run again after a crash it starts over; a
 * paper that was issued is left alone. What a person can mend ends as FAILED with a sentence, its words kept. Throws
 * what the queue should try again.
 */
export const issueReport: JobHandler = async (ctx, data, signal) => {
  const report = await loadIssuing(ctx.db, data.reportId ?? '');
  if (!report) return;
  const scope = await scopeOf(ctx, report);
  try {
    const files = await filesOf(ctx, report);
    signal.throwIfAborted();
    // Bytes whose row is not written stay for the sweeper: the commit may have gone through.
    const end = await finishIssue(ctx, scope, report, files);
    if (end === 'CHANGED') throw new ReportChanged();
  } catch (error) {
    if (signal.aborted || error instanceof ReportChanged || isUnavailable(error)) throw error;
    await failIssue(ctx.db, scope, report, failureWords(error, ctx));
    // What a person can mend was said to them; anything else must reach whoever looks after the server.
    if (!(error instanceof StoreRefused || error instanceof DomainError)) throw error;
  }
};

/** The job acts for whoever issued the paper. */
async function scopeOf(ctx: Context, { issuedById }: Issuing): Promise<Scope> {
  const userId = issuedById ?? '';
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { name: true } });
  return systemScope({ userId, userName: user?.name ?? '' }, ctx);
}

async function filesOf(ctx: Context, report: Issuing): Promise<StoredReportFile[]> {
  const findings = report.edition === 'PUBLIC' ? await findingsOf(ctx.db, ctx.today, report) : [];
  const problem = issueProblem({ ...report, findings });
  if (problem) throw new DomainError('RULE', problem);
  const { files, pages } = await makeReportFiles(ctx, report);
  const tooLong = lengthProblem(report.kind, pages);
  if (tooLong) throw new DomainError('RULE', tooLong);
  return files;
}

class ReportChanged extends Error {
  constructor() {
    super('something in the paper was destroyed while its files were made; they are made again without it');
    this.name = 'ReportChanged';
  }
}

function isUnavailable(error: unknown): boolean {
  const kind = translateDatabaseError(error)?.kind;
  return kind === 'unavailable' || kind === 'timeout' || kind === 'serialization';
}

function failureWords(error: unknown, ctx: Context): string {
  if (error instanceof DomainError) return error.message;
  if (error instanceof StoreRefused) {
    return 'The server has no room left for its files. The words are kept. Tell your administrator, then issue it again.';
  }
  return `Its files could not be written: a part of it is missing or cannot be read. The words are kept. Write it afresh and issue it again; if it happens again, tell your administrator and quote ${ctx.requestId}.`;
}
