import { Readable } from 'node:stream';
import { newId } from '@gt/api';
import { EVIDENCE_KINDS, type EvidenceState, type Rag } from '@gt/contracts/words';
import { SCREENING_RULES } from '@gt/domain/screening';
import type { ImportedPlan } from '../stage/import-report.ts';
import type { Stage } from '../stage/stage.ts';

/** An action of the long list as it was written. */
export type OneOfMany = {
  id: string;
  recommendationId: string;
  title: string;
  status: string;
  declaredRag: Rag;
  percentComplete: number;
  dueDate: Date;
  createdAt: Date;
  lastUpdateAt: Date | null;
};
type Parts = { stage: Stage; plan: ImportedPlan; authorId: string };

const BATCH = 2_000;
const DAY = 86_400_000;
const WORDS = [
  'Panel approved two more carers; five are booked for the next round.',
  'The audit tool was tried on thirty files and corrected.',
  'Partners agreed who chairs, and when.',
  'Every team has had the briefing; two repeat it in supervision.',
];
const STATES: readonly EvidenceState[] = ['SUBMITTED', 'ACCEPTED', 'ACCEPTED', 'RETURNED'];

/**
 * What hangs on the actions of the long list: one to three updates of every action that has begun, evidence of every
 * second one, milestones of every fifth, and every ninth waits for the one before it.
 */
export async function addParts(parts: Parts, rows: readonly OneOfMany[]): Promise<void> {
  const { db } = parts.stage;
  const updates = rows.flatMap((row, index) => updatesOf(parts, row, index));
  await inBatches(updates, (data) => db.progressUpdate.createMany({ data }));
  await addEvidence(parts, rows);
  const by = { createdById: parts.authorId, changedById: parts.authorId };
  const milestones = rows.flatMap((row, index) =>
    index % 5 === 0
      ? [-21, -7].map((days, place) => ({
          actionId: row.id,
          title: ['First round done', 'Second round done'][place] ?? '',
          dueDate: new Date(row.dueDate.getTime() + days * DAY),
          doneOn: place === 0 && row.lastUpdateAt ? new Date(row.dueDate.getTime() + days * DAY) : null,
          ...by,
        }))
      : [],
  );
  await inBatches(milestones, (data) => db.milestone.createMany({ data }));
  const waits = rows.flatMap((row, index) => {
    const before = rows[index - 1];
    return index % 9 === 8 && before
      ? [{ predecessorId: before.id, successorId: row.id, createdById: parts.authorId }]
      : [];
  });
  await inBatches(waits, (data) => db.actionDependency.createMany({ data }));
}

/** The newest is the action's last update; those before it a week apart. */
function updatesOf({ authorId }: Parts, row: OneOfMany, index: number) {
  const { lastUpdateAt } = row;
  if (!lastUpdateAt) return [];
  return Array.from({ length: 1 + (index % 3) }, (_, back) => ({
    actionId: row.id,
    authorId,
    whatHappened: WORDS[(index + back) % WORDS.length] ?? '',
    difference: back === 0 ? 'Children meet their worker within five days.' : '',
    inTheWay: index % 4 === 0 ? 'Medical reports take five weeks.' : '',
    next: 'Report to the next board.',
    rag: row.declaredRag === 'BLUE' || row.declaredRag === 'NONE' ? ('GREEN' as const) : row.declaredRag,
    ragReason: 'As last said.',
    percentComplete: Math.max(0, row.percentComplete - back * 10),
    createdAt: new Date(Math.max(row.createdAt.getTime(), lastUpdateAt.getTime() - back * 7 * DAY)),
  }));
}

/** All with the same file, which the store keeps once. */
async function addEvidence({ stage, plan, authorId }: Parts, rows: readonly OneOfMany[]): Promise<void> {
  const { db } = stage;
  const bytes = Buffer.from('A sample of thirty files was read. Supervision was monthly in twenty-seven.\n');
  const file = await stage
    .ctxAs(null, { ago: 1, minute: 0 })
    .store.put(Readable.from([bytes]), { maxBytes: bytes.length });
  if (!file.ok) throw new Error('The file of the made-up evidence was not stored.');
  const proved = rows.filter((row, index) => row.lastUpdateAt !== null && index % 2 === 0);
  const items = proved.map((row, index) => ({
    action: row,
    data: {
      id: newId(),
      planId: plan.planId,
      number: index + 1,
      title: `Audit of ${row.title.charAt(0).toLowerCase()}${row.title.slice(1)}`,
      kind: EVIDENCE_KINDS[index % EVIDENCE_KINDS.length] ?? ('AUDIT' as const),
      shows: 'Supervision was monthly in 27 of 30 files.',
      showsImpact: index % 3 === 0,
      state: STATES[index % STATES.length] ?? ('SUBMITTED' as const),
      uploadedById: authorId,
      changedById: authorId,
      createdAt: row.createdAt,
      changedAt: row.createdAt,
    },
  }));
  await inBatches(items, (batch) => db.evidence.createMany({ data: batch.map(({ data }) => data) }));
  const versions = items.map(({ data }) => ({
    id: newId(),
    evidenceId: data.id,
    number: 1,
    fileName: 'audit.txt',
    mediaType: 'text/plain',
    size: bytes.length,
    sha256: file.sha256,
    uploadedById: authorId,
    uploadedAt: data.createdAt,
  }));
  await inBatches(versions, (data) => db.evidenceVersion.createMany({ data }));
  const screenings = versions.map(({ id, uploadedAt }) => ({
    versionId: id,
    rules: SCREENING_RULES,
    outcome: 'NOTHING_FOUND' as const,
    findings: [],
    notices: [],
    unread: [],
    total: 0,
    screenedAt: uploadedAt,
  }));
  await inBatches(screenings, (data) => db.evidenceScreening.createMany({ data }));
  const links = items.map(({ action, data }) => ({
    evidenceId: data.id,
    actionId: action.id,
    recommendationId: action.recommendationId,
    linkedById: authorId,
    linkedAt: data.createdAt,
  }));
  await inBatches(links, (data) => db.evidenceLink.createMany({ data }));
  await db.plan.update({
    where: { id: plan.planId },
    data: { nextEvidenceNumber: items.length + 1 },
    select: { id: true },
  });
}

async function inBatches<T>(rows: readonly T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await write(rows.slice(from, from + BATCH));
}
