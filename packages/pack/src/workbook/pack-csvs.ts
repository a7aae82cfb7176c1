import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  OMISSION_LABELS,
  PACK_SCREENING_LABELS,
} from '@gt/contracts/words';
import type { PackOutcome } from '../pack-outcome.ts';
import { csvFromRows } from './csv-from-rows.ts';
import type { Row } from './sheet-xml.ts';

/** Dates in these files are ISO 8601, for machines; the papers have them in words. */
const EVIDENCE_HEADERS =
  'evidence,title,kind,what it shows,shows difference for children,the difference for children,source,period from,period to,uploaded,uploader post,state,verification,verifier post,screening,sensitivity,note,recommendations,actions,in the pack,path,bytes,sha256';
const MEASURE_HEADERS =
  'measure,recommendation,title,definition,unit,baseline,target,distance from target,movement,date,value';
const OMISSION_HEADERS = 'reference,what,title,code,reason,explanation,recommendations';

export interface PackCsv {
  name: 'evidence.csv' | 'measures.csv' | 'OMISSIONS.csv';
  title: string;
  bytes: AsyncGenerator<Uint8Array>;
}

/** The flat files of a pack: text only, guarded against what a spreadsheet would run. */
export function packCsvs(outcome: PackOutcome): PackCsv[] {
  const file = (name: PackCsv['name'], title: string, headers: string, rows: Iterable<Row>): PackCsv => ({
    name,
    title,
    bytes: csvFromRows(headers.split(','), rows),
  });
  return [
    file('evidence.csv', 'Evidence, one row an item', evidenceHeaders(outcome), evidenceRows(outcome)),
    file('measures.csv', 'Measures, one row a figure', MEASURE_HEADERS, measureRows(outcome)),
    file('OMISSIONS.csv', 'What was left out, and why', OMISSION_HEADERS, omissionRows(outcome)),
  ];
}

/** A request frozen before packs told of the difference is printed with the columns it was asked with. */
const tellsOfDifference = ({ content }: PackOutcome) =>
  content.evidence.every(({ difference }) => difference !== undefined);

function evidenceHeaders(outcome: PackOutcome): string {
  return tellsOfDifference(outcome)
    ? EVIDENCE_HEADERS
    : EVIDENCE_HEADERS.replace(',the difference for children', '');
}

function* evidenceRows(outcome: PackOutcome): Generator<Row> {
  const { content, included } = outcome;
  const entries = new Map(included.map(({ ref, entry }) => [ref, entry]));
  const tells = tellsOfDifference(outcome);
  for (const item of content.evidence) {
    const entry = entries.get(item.ref);
    yield [
      item.ref,
      item.title,
      EVIDENCE_KIND_LABELS[item.kind],
      item.shows,
      item.showsImpact ? 'yes' : 'no',
      ...(tells ? [item.difference ?? ''] : []),
      item.source,
      item.periodFrom ?? '',
      item.periodTo ?? '',
      item.uploadedOn,
      item.uploaderPost,
      EVIDENCE_STATE_LABELS[item.state],
      item.verification,
      item.verifierPost,
      PACK_SCREENING_LABELS[item.screening],
      item.sensitivity,
      item.warning,
      item.recommendationRefs.join(' '),
      item.actionRefs.join(' '),
      entry ? 'yes' : 'no',
      entry?.name ?? '',
      String(item.size),
      item.sha256,
    ];
  }
}

/** A measure without figures has a row of its own, so that nobody takes it for forgotten. */
function* measureRows({ content }: PackOutcome): Generator<Row> {
  for (const { ref: recommendation, measures } of content.recommendations) {
    for (const measure of measures) {
      const { ref, title, definition, unit, baseline, target, distance, movement, figures } = measure;
      const facts = [ref, recommendation, title, definition, unit, baseline, target, distance, movement];
      if (figures.length === 0) yield [...facts, '', ''];
      for (const { on, value } of figures) yield [...facts, on, figureCell(value)];
    }
  }
}

/** A negative figure is a number, and no spreadsheet takes "−1.5" with a real minus for a formula. */
const figureCell = (value: number) => String(value).replace('-', '\u2212');

function* omissionRows({ omissions }: PackOutcome): Generator<Row> {
  for (const { ref, what, title, code, reason, recommendationRefs } of omissions) {
    const kind = what === 'EVIDENCE' ? 'evidence' : 'text';
    yield [ref, kind, title, code, OMISSION_LABELS[code], reason, recommendationRefs.join(' ')];
  }
}
