import {
  DELIVERY_STATUS_LABELS,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  PACK_SCREENING_LABELS,
  type PackAction,
  type PackRecommendation,
  PRIORITY_LABELS,
} from '@gt/contracts/words';
import type { PackOutcome } from '../pack-outcome.ts';
import { isInAppendix } from '../paper/evidence-paths.ts';
import { ragHistoryWords } from '../paper/rag-history.ts';
import { dateWords, periodWords, ragDiffers, ragWords, sizeWords } from '../paper/words.ts';
import type { Column, Row, Sheet } from './sheet-xml.ts';

/** The workbook of the pack: Actions, Updates, Evidence, Dates ledger, Left out. All of it as text. */
export function packSheets(outcome: PackOutcome): Sheet[] {
  const { recommendations } = outcome.content;
  return [
    sheet('Actions', ACTION_COLUMNS, actionRows(recommendations)),
    sheet('Updates', UPDATE_COLUMNS, updateRows(recommendations)),
    sheet('Evidence', EVIDENCE_COLUMNS, evidenceRows(outcome)),
    sheet('Dates ledger', DATE_COLUMNS, dateRows(recommendations)),
    sheet('Left out', OMISSION_COLUMNS, omissionRows(outcome)),
  ];
}

const ACTION_COLUMNS =
  'Recommendation:14|Recommendation text:50|Action:10|Title:40|Detail:50|Team:22|Owner:28|Owner post:28|Partner:20|Priority:10|Status:22|Status reason:28|Start:16|Original due:16|Current due:16|Times moved:9|Closed:16|RAG declared:15|Reason declared:32|RAG calculated:15|Reason calculated:32|Declared and calculated:14|RAG history:50|Percent:9|Success measure:36|Updates:9|Last update:16';
const UPDATE_COLUMNS =
  'Action:10|Date:16|By:30|What happened:50|Difference for children:50|In the way:36|Next:36|RAG:15|Reason:32|Percent:9';
const EVIDENCE_COLUMNS =
  'Evidence:10|Title:40|Kind:18|What it shows:50|Source:24|Period covered:26|State:18|Verification:36|Uploader post:28|Verifier post:28|Screening:28|Note:36|Sensitivity:20|Recommendations:18|Actions:18|In the pack:16|Path in the pack:60|Size:10|SHA-256:68|Original file name:36';
const DATE_COLUMNS = 'Action:10|Title:40|Move:8|From:16|To:16|Moved on:16|Agreed by:30|Reason:50';
const OMISSION_COLUMNS = 'Reference:12|What:14|Title:40|Why it was left out:60|Recommendations:20';

function sheet(name: string, columns: string, rows: Iterable<Row>): Sheet {
  const parsed: Column[] = columns.split('|').map((column) => {
    const [header = '', width] = column.split(':');
    return { header, width: Number(width) };
  });
  return { name, columns: parsed, rows };
}

function* actionRows(recommendations: PackRecommendation[]): Generator<Row> {
  for (const recommendation of recommendations) {
    for (const action of recommendation.actions) yield actionRow(recommendation, action);
  }
}

function actionRow({ ref, quote }: PackRecommendation, action: PackAction): Row {
  const { rag } = action;
  return [
    ref,
    quote,
    action.ref,
    action.title,
    action.detail,
    action.team,
    action.owner,
    action.ownerPost,
    action.partner,
    PRIORITY_LABELS[action.priority],
    DELIVERY_STATUS_LABELS[action.status],
    action.statusReason,
    dateWords(action.startOn, ''),
    dateWords(action.originalDueOn, ''),
    dateWords(action.dueOn, ''),
    String(action.revisions.length),
    dateWords(action.closedOn, ''),
    ragWords(rag.declared),
    rag.declaredReason,
    ragWords(rag.calculated),
    rag.calculatedReason,
    ragDiffers(rag) ? 'Different' : 'Same',
    ragHistoryWords(action),
    percentWords(action.percent),
    action.successMeasure,
    String(action.updates.length),
    dateWords(action.updates[0]?.on ?? null, ''),
  ];
}

function* updateRows(recommendations: PackRecommendation[]): Generator<Row> {
  for (const action of recommendations.flatMap((recommendation) => recommendation.actions)) {
    for (const update of action.updates) {
      yield [
        action.ref,
        dateWords(update.on),
        update.by,
        update.happened,
        update.difference,
        update.inTheWay,
        update.next,
        ragWords(update.rag),
        update.ragReason,
        percentWords(update.percent),
      ];
    }
  }
}

function* evidenceRows({ content, included }: PackOutcome): Generator<Row> {
  const paths = new Map(included.map(({ ref, entry }) => [ref, entry.name]));
  for (const item of content.evidence) {
    const path = paths.get(item.ref);
    yield [
      item.ref,
      item.title,
      EVIDENCE_KIND_LABELS[item.kind],
      item.shows,
      item.source,
      periodWords(item.periodFrom, item.periodTo),
      EVIDENCE_STATE_LABELS[item.state],
      item.verification,
      item.uploaderPost,
      item.verifierPost,
      PACK_SCREENING_LABELS[item.screening],
      item.warning,
      item.sensitivity,
      item.recommendationRefs.join(', '),
      item.actionRefs.join(', '),
      inPackWords(path),
      path ?? '',
      sizeWords(item.size),
      item.sha256,
      item.fileName,
    ];
  }
}

function* dateRows(recommendations: PackRecommendation[]): Generator<Row> {
  for (const action of recommendations.flatMap((recommendation) => recommendation.actions)) {
    for (const [index, move] of action.revisions.entries()) {
      const dates = [dateWords(move.from), dateWords(move.to), dateWords(move.on)];
      yield [action.ref, action.title, String(index + 1), ...dates, move.by, move.reason];
    }
  }
}

function* omissionRows({ omissions }: PackOutcome): Generator<Row> {
  for (const { ref, what, title, reason, recommendationRefs } of omissions) {
    yield [ref, what === 'EVIDENCE' ? 'Evidence' : 'Text', title, reason, recommendationRefs.join(', ')];
  }
}

function inPackWords(path: string | undefined): string {
  if (!path) return 'No';
  return isInAppendix(path) ? 'In the appendix' : 'Yes';
}

const percentWords = (percent: number | null) => (percent === null ? '' : `${percent}%`);
