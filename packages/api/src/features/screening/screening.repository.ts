import type { ScreenedFile, ScreeningOfOut, ScreeningOpenOut } from '@gt/contracts/schemas';
import type { FileFinding, ScreeningAnswer, ScreeningOutcome } from '@gt/contracts/words';
import { type Db, sql } from '@gt/db';
import {
  canAddEvidenceVersion,
  canDownloadEvidence,
  canReadEvidence,
  type Decision,
  holds,
} from '@gt/domain/authz';
import { canCheckEvidence, evidenceReference } from '@gt/domain/evidence';
import { type Screened, screeningStanding, screeningWords } from '@gt/domain/screening';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type EvidenceFacts, loadEvidenceFacts } from '../evidence/evidence-facts.ts';
import { isVisibleEvidence } from '../evidence/evidence-rows.ts';

/** The most that is shown of what waits; more than this is never looked through at once. */
const OPEN_LIMIT = 200;

/** The newest result of a version, over `v` ("evidence_version"). */
const NEWEST = sql`LEFT JOIN LATERAL (SELECT * FROM "evidence_screening" ns
  WHERE ns."versionId" = v."id" ORDER BY ns."rules" DESC LIMIT 1) s ON true`;

type RawResult = {
  outcome: ScreeningOutcome | null;
  total: number;
  likely: number;
  unread: string[];
  answer: ScreeningAnswer;
};

const screenedOf = ({ outcome, ...raw }: RawResult): Screened | null =>
  outcome ? { outcome, ...raw } : null;

type RawFile = RawResult & {
  versionId: string;
  versionNumber: number;
  fileName: string;
  goneAt: Date | null;
  findings: FileFinding[] | null;
  notices: string[] | null;
  screenedAt: Date | null;
  justification: string | null;
  justifiedById: string | null;
  justifiedBy: string | null;
  justifiedAt: Date | null;
  decisionNote: string | null;
  decidedById: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  version: number | null;
  isWithdrawn: boolean;
};

/** What screening says of every file of an item, newest first. Throws NOT_FOUND. Two statements. */
export async function screeningOf(db: Db, scope: Scope, evidenceId: string): Promise<ScreeningOfOut> {
  const facts = (await loadEvidenceFacts(db, scope, [evidenceId])).get(evidenceId);
  if (!facts || !canReadEvidence(scope, facts.record).ok) throw notFound('evidence');
  const raw = await db.$queryRaw<RawFile[]>`
    SELECT v."id" AS "versionId", v."number" AS "versionNumber", v."fileName", v."redactedAt" AS "goneAt",
      s."outcome"::text, COALESCE(s."total", 0) AS "total", COALESCE(s."likely", 0) AS "likely",
      COALESCE(s."unread", '{}') AS "unread", COALESCE(s."answer"::text, 'NONE') AS "answer",
      s."findings", s."notices", s."screenedAt", s."justification", s."justifiedById", s."justifiedAt",
      s."decisionNote", s."decidedById", s."decidedAt", s."version",
      j."name" AS "justifiedBy", d."name" AS "decidedBy", e."state" = 'WITHDRAWN' AS "isWithdrawn"
    FROM "evidence_version" v JOIN "evidence" e ON e."id" = v."evidenceId" ${NEWEST}
    LEFT JOIN "user" j ON j."id" = s."justifiedById" LEFT JOIN "user" d ON d."id" = s."decidedById"
    WHERE v."evidenceId" = ${evidenceId} AND e."deletedAt" IS NULL ORDER BY v."number" DESC`;
  if (raw.length === 0) throw notFound('evidence');
  return { evidenceId, files: raw.map((file, index) => toFile(scope, facts, file, index === 0)) };
}

function toFile(scope: Scope, facts: EvidenceFacts, raw: RawFile, isNewest: boolean): ScreenedFile {
  const screened = screenedOf(raw);
  const isOpenable = canDownloadEvidence(scope, facts.record).ok;
  const person = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null);
  return {
    versionId: raw.versionId,
    versionNumber: raw.versionNumber,
    fileName: raw.fileName,
    standing: screeningStanding(screened),
    sentence: screeningWords(screened),
    // What is left of a masked number is for whoever may open the file anyway.
    findings: (raw.findings ?? []).map((found) => (isOpenable ? found : { ...found, masked: '' })),
    total: raw.total,
    likely: raw.likely,
    notices: raw.notices ?? [],
    unread: raw.unread,
    screenedAt: raw.screenedAt && toInstant(raw.screenedAt),
    justification: raw.justification ?? '',
    justifiedBy: person(raw.justifiedById, raw.justifiedBy),
    justifiedAt: raw.justifiedAt && toInstant(raw.justifiedAt),
    decisionNote: raw.decisionNote ?? '',
    decidedBy: person(raw.decidedById, raw.decidedBy),
    decidedAt: raw.decidedAt && toInstant(raw.decidedAt),
    redactedAt: raw.goneAt && toInstant(raw.goneAt),
    version: raw.version ?? 0,
    may: rightsOf(scope, facts, raw, isNewest),
  };
}

const no = (sentence: string) => ({ ok: false as const, sentence });
const asked = (decision: Decision) => (decision.ok ? { ok: true as const } : no(decision.reason));

function rightsOf(scope: Scope, facts: EvidenceFacts, raw: RawFile, isNewest: boolean): ScreenedFile['may'] {
  if (raw.goneAt) return all(no('This file was destroyed.'));
  if (raw.isWithdrawn) return all(no('This evidence was withdrawn.'));
  const replaces = asked(canAddEvidenceVersion(scope, facts.record));
  if (!isNewest) {
    const older = no('There is a newer file, so this one is not used.');
    return { justify: older, decide: older, again: replaces };
  }
  return { justify: replaces, decide: mayDecide(scope, facts, raw.justifiedById), again: replaces };
}

const all = (sentence: ReturnType<typeof no>) => ({ justify: sentence, decide: sentence, again: sentence });

function mayDecide(scope: Scope, { independence }: EvidenceFacts, justifiedById: string | null) {
  if (!holds(scope.roles, 'evidence.check')) return no('Only a verifier or the programme lead decides.');
  if (justifiedById === scope.userId) return no('You justified this file, so somebody else must decide.');
  const independent = canCheckEvidence(independence);
  return independent.ok ? { ok: true as const } : no(independent.sentence);
}

type RawOpen = RawResult & {
  evidenceId: string;
  number: number;
  title: string;
  fileName: string;
  justifiedById: string | null;
};

/** What is to be settled in a plan's newest files, and what is to be decided, as far as it is this person's. */
export async function listOpenScreenings(db: Db, scope: Scope, planId: string): Promise<ScreeningOpenOut> {
  const raw = await db.$queryRaw<RawOpen[]>`
    SELECT e."id" AS "evidenceId", e."number", e."title", v."fileName", s."outcome"::text, s."total", s."likely",
      COALESCE(s."unread", '{}') AS "unread", s."answer"::text, s."justifiedById"
    FROM "evidence" e
    JOIN LATERAL (SELECT nv.* FROM "evidence_version" nv WHERE nv."evidenceId" = e."id"
      ORDER BY nv."number" DESC LIMIT 1) v ON true ${NEWEST}
    WHERE e."planId" = ${planId} AND e."state" <> 'WITHDRAWN' AND e."redactedAt" IS NULL
      AND v."redactedAt" IS NULL AND ${isVisibleEvidence(scope)} AND s."answer" <> 'ALLOWED'
      AND (s."likely" > 0 OR s."outcome" = 'COULD_NOT_SCREEN' OR cardinality(s."unread") > 0)
    ORDER BY s."screenedAt", e."number" LIMIT ${OPEN_LIMIT}`;
  const facts = await loadEvidenceFacts(
    db,
    scope,
    raw.map((row) => row.evidenceId),
  );
  const rows = raw.flatMap((row) => {
    const deed = deedOf(scope, facts.get(row.evidenceId), row);
    return deed ? [toOpen(row, deed)] : [];
  });
  return { rows, total: raw.length };
}

function deedOf(scope: Scope, facts: EvidenceFacts | undefined, row: RawOpen): 'SETTLE' | 'DECIDE' | null {
  if (!facts) return null;
  if (row.answer === 'JUSTIFIED') return mayDecide(scope, facts, row.justifiedById).ok ? 'DECIDE' : null;
  return canAddEvidenceVersion(scope, facts.record).ok ? 'SETTLE' : null;
}

function toOpen(row: RawOpen, deed: 'SETTLE' | 'DECIDE'): ScreeningOpenOut['rows'][number] {
  const screened = screenedOf(row);
  return {
    evidenceId: row.evidenceId,
    reference: evidenceReference(row.number),
    title: row.title,
    fileName: row.fileName,
    standing: screeningStanding(screened),
    sentence: screeningWords(screened),
    deed,
  };
}
