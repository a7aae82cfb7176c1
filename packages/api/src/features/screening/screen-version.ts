import type { Readable } from 'node:stream';
import type { FileFinding, ScreeningResult } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { SCREENING_RULES, type ScreeningOptions, screeningStanding } from '@gt/domain/screening';
import { screenStream } from '@gt/intake';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { liveRecord } from '../../core/live.ts';
import { screeningOptions } from './screening-options.ts';
import { tellOfFindings } from './tell-of-screening.ts';

/** Looks bytes through: in a watched process of its own, unless they are known to be harmless. */
export type Screener = (
  open: () => Promise<Readable>,
  of: { fileName: string; size: number; options: ScreeningOptions },
) => Promise<ScreeningResult>;

/** Nobody pressed a button for it: the history says that the product did. */
const WHO = { userId: null, userName: 'Golden Thread' };

/**
 * Screens one version of a file and keeps what came of it. A version that was screened by the rules of today is left
 * alone unless `again`; one that was destroyed, too. Run twice it has one effect. Throws what the queue should try
 * again: a store or a database that does not answer.
 */
export async function screenVersion(
  ctx: Context,
  versionId: string,
  { again = false, screen = screenStream }: { again?: boolean; screen?: Screener } = {},
): Promise<void> {
  const version = await ctx.db.evidenceVersion.findFirst({
    where: { id: versionId, redactedAt: null, evidence: { deletedAt: null } },
    select: {
      fileName: true,
      sha256: true,
      size: true,
      screenings: { where: { rules: SCREENING_RULES }, select: { id: true } },
    },
  });
  if (!version || (version.screenings.length > 0 && !again)) return;
  const options = await screeningOptions(ctx.db, ctx.today);
  const result = await resultOf(ctx, version, options, screen);
  await inTransaction(ctx.db, (tx) => keepResult(ctx, tx, versionId, { result, again }));
}

async function resultOf(
  { store }: Context,
  { sha256, fileName, size }: { sha256: string; fileName: string; size: bigint },
  options: ScreeningOptions,
  screen: Screener,
): Promise<ScreeningResult> {
  if ((await store.stat(sha256)) === null) {
    const sentence = 'Its bytes are not in the store. Tell your administrator.';
    return {
      outcome: 'COULD_NOT_SCREEN',
      findings: [],
      total: 0,
      likely: 0,
      notices: [],
      unread: [sentence],
    };
  }
  const open = async () => {
    const stream = await store.open(sha256);
    if (!stream) throw new Error('a stored file went while it was screened');
    return stream;
  };
  return screen(open, { fileName, size: Number(size), options });
}

type Kept = { result: ScreeningResult; again: boolean };

async function keepResult(ctx: Context, tx: Tx, versionId: string, { result, again }: Kept): Promise<void> {
  // Two jobs for one version take turns here; the second finds the result of the first.
  const [version] = await tx.$queryRaw<{ evidenceId: string; planId: string; number: number }[]>`
    SELECT v."evidenceId", v."number", e."planId" FROM "evidence_version" v
    JOIN "evidence" e ON e."id" = v."evidenceId"
    WHERE v."id" = ${versionId} AND v."redactedAt" IS NULL AND e."deletedAt" IS NULL FOR UPDATE OF v`;
  if (!version) return;
  const before = await newestResult(tx, versionId);
  if (before?.rules === SCREENING_RULES && !again) return;
  const found = columnsOf(result);
  const isSame = before !== null && sameFindings(before, found);
  const answers = isSame ? answersOf(before) : NO_ANSWER;
  const data = { ...found, ...answers, screenedAt: ctx.now };
  await tx.evidenceScreening.upsert({
    where: { versionId_rules: { versionId, rules: SCREENING_RULES } },
    create: { versionId, rules: SCREENING_RULES, ...data },
    update: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  const who = { ...WHO, now: ctx.now, requestId: ctx.requestId };
  const { outcome, total, likely } = found;
  await recordAudit(tx, who, {
    action: 'screening.screen',
    entityType: 'EVIDENCE_VERSION',
    entityId: versionId,
    planId: version.planId,
    after: { versionNumber: version.number, outcome, total, likely, rules: SCREENING_RULES },
  });
  const { evidenceId, planId } = version;
  await liveRecord(tx, {
    planId,
    actorId: null,
    actorName: WHO.userName,
    entityType: 'EVIDENCE',
    entityId: evidenceId,
  });
  const standing = screeningStanding({ ...found, answer: answers.answer });
  if (standing === 'TO_SETTLE' && !isSame) await tellOfFindings(tx, who, { versionId, planId });
}

const columnsOf = (result: ScreeningResult) => ({ ...result, findings: result.findings as object[] });

const ANSWER_SELECT = {
  answer: true,
  justification: true,
  justifiedById: true,
  justifiedAt: true,
  decisionNote: true,
  decidedById: true,
  decidedAt: true,
} as const;

function newestResult(tx: Tx, versionId: string) {
  return tx.evidenceScreening.findFirst({
    where: { versionId },
    orderBy: { rules: 'desc' },
    select: { rules: true, outcome: true, findings: true, total: true, unread: true, ...ANSWER_SELECT },
  });
}
type Row = NonNullable<Awaited<ReturnType<typeof newestResult>>>;

/** Whether two screenings found the same: then what people answered to the first is an answer to the second. */
function sameFindings(before: Row, now: ReturnType<typeof columnsOf>): boolean {
  const signs = (findings: unknown) =>
    (findings as FileFinding[])
      .map(({ kind, level, masked, place }) => [kind, level, masked, place].join('\u0001'))
      .sort()
      .join('\u0002');
  return (
    before.outcome === now.outcome &&
    before.total === now.total &&
    signs(before.findings) === signs(now.findings) &&
    before.unread.join() === now.unread.join()
  );
}

const NO_ANSWER = {
  answer: 'NONE',
  justification: '',
  justifiedById: null,
  justifiedAt: null,
  decisionNote: '',
  decidedById: null,
  decidedAt: null,
} as const;

function answersOf(before: Row) {
  const { answer, justification, justifiedById, justifiedAt, decisionNote, decidedById, decidedAt } = before;
  return { answer, justification, justifiedById, justifiedAt, decisionNote, decidedById, decidedAt };
}
