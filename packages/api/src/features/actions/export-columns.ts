import type { ActionRow, ExportColumn } from '@gt/contracts/schemas';
import {
  ACCEPTANCE_LABELS,
  DELIVERY_STATUS_LABELS,
  formatDate,
  KNOT_LABELS,
  MEASURE_MOVEMENT_LABELS,
  PRIORITY_LABELS,
  RAG_LABELS,
  RAG_LETTERS,
  type Rag,
} from '@gt/contracts/words';
import { tallyWords } from '@gt/domain/evidence';
import { referenceAcross } from '@gt/domain/plan';
import { listWords, timesWords } from '@gt/domain/wording';
import type { Column } from '@gt/pack';
import { londonDate } from '../../core/dates.ts';

/** A row of the list with the texts that only an export shows. */
export type ExportRow = ActionRow & { detail: string; successMeasure: string; quote: string };

type Written = Column & { of: (row: ExportRow) => string };

const date = (value: string | null) => (value ? formatDate(value) : '');
const day = (instant: string | null) => (instant ? formatDate(londonDate(new Date(instant))) : '');
/** "R off track": letter and word. */
const rag = (value: Rag) =>
  value === 'NONE' ? RAG_LABELS.NONE : `${RAG_LETTERS[value]} ${RAG_LABELS[value].toLowerCase()}`;
const write = (header: string, width: number, of: Written['of']): Written => ({ header, width, of });

/** What each column of the table becomes: what stands in one cell on screen may be two beside each other here. */
const COLUMNS: Record<ExportColumn, readonly Written[]> = {
  reference: [write('Ref', 10, (row) => row.reference)],
  version: [write('Version', 9, (row) => String(row.version))],
  title: [
    write('Action', 50, (row) => (row.redactedAt ? `Words destroyed on ${day(row.redactedAt)}` : row.title)),
  ],
  detail: [write('Detail', 50, (row) => row.detail)],
  recommendation: [
    write('Recommendation', 50, (row) => `R${row.recommendationNumber} ${row.quote}`),
    write('Also answers', 24, (row) =>
      row.alsoServes.map(({ number, ofPlan }) => referenceAcross(`R${number}`, ofPlan)).join(', '),
    ),
  ],
  team: [write('Team', 22, (row) => row.team?.name ?? '')],
  owner: [
    write('Owner (post)', 28, (row) => row.ownerPost?.title ?? ''),
    write('Holder today', 28, (row) => row.ownerUser?.name ?? row.ownerPost?.holder ?? ''),
  ],
  leadPost: [write('Accountable lead', 28, (row) => row.leadPost?.title ?? '')],
  partner: [write('Partner agency', 20, (row) => row.partnerTeam?.name ?? '')],
  supportingTeams: [
    write('Supporting teams', 28, (row) => listWords(row.supportingTeams.map(({ name }) => name))),
  ],
  acceptance: [write('Accepted', 22, (row) => ACCEPTANCE_LABELS[row.acceptance])],
  startDate: [write('Start', 18, (row) => date(row.startDate))],
  dueDate: [
    write('Due', 18, (row) => date(row.dueDate)),
    write('Days overdue', 9, (row) => (row.daysOverdue > 0 ? String(row.daysOverdue) : '')),
  ],
  originalDueDate: [write('Original date', 18, (row) => date(row.originalDueDate))],
  timesMoved: [write('Date moved', 10, (row) => timesWords(row.timesMoved))],
  status: [write('Status', 24, (row) => DELIVERY_STATUS_LABELS[row.status])],
  priority: [write('Priority', 10, (row) => PRIORITY_LABELS[row.priority])],
  percentComplete: [write('Percent', 9, (row) => `${row.percentComplete}%`)],
  rag: [
    write('RAG declared', 16, (row) => rag(row.declaredRag)),
    write('RAG by rule', 16, (row) => rag(row.calculatedRag)),
    write('Why they differ', 32, (row) => {
      if (!row.mismatch) return '';
      return row.mismatchReason === '' ? 'Nobody has said' : row.mismatchReason;
    }),
  ],
  ragReason: [write('Reason declared', 32, (row) => row.ragReason)],
  calculatedReasons: [write('Reasons by rule', 32, (row) => row.calculatedReasons.join('; '))],
  milestones: [
    write('Milestones', 16, ({ milestones: { total, done, late } }) =>
      total === 0 ? '' : `${done} of ${total} done${late > 0 ? `, ${late} late` : ''}`,
    ),
  ],
  waitsFor: [
    write('Waits for', 18, (row) =>
      row.waitsFor.map(({ reference, isLate }) => (isLate ? `${reference} (late)` : reference)).join(', '),
    ),
  ],
  measures: [
    write('Measures', 32, (row) =>
      row.measures
        .map(({ name, movement }) => `${name}: ${MEASURE_MOVEMENT_LABELS[movement].toLowerCase()}`)
        .join('; '),
    ),
  ],
  successMeasure: [write('Success measure', 36, (row) => row.successMeasure)],
  evidence: [write('Evidence', 18, ({ evidence }) => tallyWords(evidence))],
  thread: [
    write('Thread', 36, (row) =>
      row.knots.map(({ knot, words }) => `${KNOT_LABELS[knot]}: ${words}`).join('; '),
    ),
  ],
  lastUpdateAt: [write('Updated', 18, (row) => day(row.lastUpdateAt))],
  reviewMarkedAt: [write('For review since', 18, (row) => day(row.reviewMarkedAt))],
  commentCount: [write('Comments', 9, (row) => String(row.commentCount))],
};

/** The columns as they are written, in the order asked for; all of them when none is named. */
export function exportColumns(names: readonly ExportColumn[]): Written[] {
  const asked = names.length > 0 ? [...new Set(names)] : (Object.keys(COLUMNS) as ExportColumn[]);
  return asked.flatMap((name) => COLUMNS[name]);
}
