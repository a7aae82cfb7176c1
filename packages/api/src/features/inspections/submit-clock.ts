import type { Readable } from 'node:stream';
import { type ClockOut, clockSubmitInput } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { validateSubmission } from '@gt/domain/inspection';
import { acceptEvidence, cleanFileName } from '@gt/storage';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { CLOCK_SELECT, clockOf } from './clock-of.ts';

/** Largest statement of action kept with its clock, in bytes. */
export const SUBMISSION_MAX_BYTES = 100 * 1024 * 1024;

export type Submission = {
  clockId: string;
  submittedOn: string | undefined;
  version: string | undefined;
  fileName: string;
  body: Readable;
  signal: AbortSignal;
};

/** Stops a statutory clock: the written statement as it was sent, and the day it went. Bytes first, row second. */
export async function submitClock(ctx: Context, scope: Scope, submission: Submission): Promise<ClockOut> {
  const { clockId, submittedOn, version } = clockSubmitInput.parse({
    clockId: submission.clockId,
    submittedOn: submission.submittedOn,
    version: Number(submission.version),
  });
  // Decided before the bytes are taken, so that a wrong date does not cost an upload; and again in the transaction.
  await decide(ctx.db, scope, clockId, submittedOn);
  const fileName = cleanFileName(submission.fileName);
  const stored = await ctx.store.put(submission.body, {
    maxBytes: SUBMISSION_MAX_BYTES,
    signal: submission.signal,
    accept: acceptEvidence(fileName),
  });
  if (!stored.ok) {
    const code = stored.reason === 'TOO_LARGE' ? 'TOO_LARGE' : 'RULE';
    throw new DomainError(code, stored.message, { fields: [{ field: 'file', message: stored.message }] });
  }
  const file = {
    fileName,
    sha256: stored.sha256,
    mediaType: stored.value?.mime ?? 'application/octet-stream',
  };
  return inTransaction(ctx.db, async (tx) => {
    await settleClock(tx, scope, { clockId, version, submittedOn, file });
    const after = await tx.statutoryClock.findUniqueOrThrow({ where: { id: clockId }, select: CLOCK_SELECT });
    return clockOf(after, scope.today);
  });
}

/**
 * Stops a clock with a statement that is in the store, in the caller's transaction. Throws NOT_FOUND, INVALID for a day
 * that cannot be, and CONFLICT when somebody was quicker.
 */
export async function settleClock(
  tx: Tx,
  scope: Scope,
  settled: {
    clockId: string;
    version: number;
    submittedOn: IsoDate;
    file: { fileName: string; sha256: string; mediaType: string };
  },
): Promise<void> {
  const { clockId, version, submittedOn, file } = settled;
  const before = await decide(tx, scope, clockId, submittedOn);
  const written = await tx.statutoryClock.updateMany({
    where: { id: clockId, version },
    data: {
      submittedOn: fromIsoDate(submittedOn),
      submittedFileName: file.fileName,
      submittedSha256: file.sha256,
      submittedMediaType: file.mediaType,
      submittedById: scope.userId,
      version: { increment: 1 },
    },
  });
  if (written.count === 0) throw await stale(tx, clockId, before);
  await recordAudit(tx, scope, {
    action: 'clock.submit',
    entityType: 'STATUTORY_CLOCK',
    entityId: clockId,
    planId: before.planId,
    before: {
      submittedOn: toIsoDateOrNull(before.submittedOn),
      submittedFileName: before.submittedFileName,
    },
    after: { submittedOn, submittedFileName: file.fileName, submittedSha256: file.sha256 },
  });
}

async function decide(db: Pick<Tx, 'statutoryClock'>, scope: Scope, clockId: string, submittedOn: IsoDate) {
  const clock = await db.statutoryClock.findFirst({
    where: { id: clockId, plan: { deletedAt: null } },
    select: { ...CLOCK_SELECT, planId: true },
  });
  if (!clock) throw notFound('clock');
  const receivedDate = toIsoDate(clock.receivedDate);
  const problems = validateSubmission({ receivedDate }, submittedOn, scope.today);
  if (problems.length > 0) throw invalid(problems);
  return clock;
}

function stale(
  tx: Tx,
  clockId: string,
  row: { version: number; submittedOn: Date | null; submittedFileName: string | null },
) {
  return staleWrite(tx, 'STATUTORY_CLOCK', clockId, row.version, {
    submittedOn: toIsoDateOrNull(row.submittedOn),
    submittedFileName: row.submittedFileName,
  });
}
