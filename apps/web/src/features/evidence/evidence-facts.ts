import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  type EvidenceKind,
  formatDate,
  formatShortDate,
  type IsoDate,
  SENSITIVITY_LABELS,
  type Sensitivity,
} from '@gt/contracts/words';

/** What a person says about a file, as the form holds it. */
export type EvidenceFacts = {
  title: string;
  /** Empty until a kind is chosen. */
  kind: EvidenceKind | '';
  shows: string;
  showsImpact: boolean;
  /** What is different for children. */
  difference: string;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  source: string;
  authorPost: string;
  sensitivity: Sensitivity;
  validUntil: IsoDate | null;
};

export const FACT_NAMES = [
  'title',
  'kind',
  'shows',
  'showsImpact',
  'difference',
  'periodFrom',
  'periodTo',
  'source',
  'authorPost',
  'sensitivity',
  'validUntil',
] as const satisfies readonly (keyof EvidenceFacts)[];

/** An untouched form. */
export const NO_FACTS: EvidenceFacts = {
  title: '',
  kind: '',
  shows: '',
  showsImpact: false,
  difference: '',
  periodFrom: null,
  periodTo: null,
  source: '',
  authorPost: '',
  sensitivity: 'OFFICIAL',
  validUntil: null,
};

/** An untouched form for a file: its name without the ending is the first guess at a title. */
export function factsFor(fileName: string): EvidenceFacts {
  return { ...NO_FACTS, title: titleFrom(fileName) };
}

/** The facts alone, of whatever holds more than them. */
export function pickFacts(from: EvidenceFacts): EvidenceFacts {
  const { title, kind, shows, showsImpact, difference, periodFrom, periodTo } = from;
  const { source, authorPost, sensitivity, validUntil } = from;
  return {
    title,
    kind,
    shows,
    showsImpact,
    difference,
    periodFrom,
    periodTo,
    source,
    authorPost,
    sensitivity,
    validUntil,
  };
}

/** "panel_minutes-2026.final.docx" → "panel minutes-2026.final". */
export function titleFrom(fileName: string): string {
  const bare = fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  return bare.replace(/_+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 200);
}

type Period = { periodFrom: IsoDate | null; periodTo: IsoDate | null };

/** "1 January 2026 to 28 February 2026"; empty when nothing is said. */
export function periodWords({ periodFrom, periodTo }: Period, short = false): string {
  const day = short ? formatShortDate : formatDate;
  if (periodFrom && periodTo) {
    return periodFrom === periodTo ? day(periodFrom) : `${day(periodFrom)} to ${day(periodTo)}`;
  }
  if (periodFrom) return `from ${day(periodFrom)}`;
  return periodTo ? `to ${day(periodTo)}` : '';
}

const words = (value: unknown) => (value === null || value === undefined ? '' : String(value));
const date = (value: unknown) => (value ? formatDate(String(value)) : '');
const label = (labels: Record<string, string>) => (value: unknown) => labels[String(value)] ?? '';

/** How each fact is named and shown where two versions of it are compared. */
export const COMPARED_FACTS = [
  { name: 'title', label: 'Title', show: words },
  { name: 'kind', label: 'Kind', show: label(EVIDENCE_KIND_LABELS) },
  { name: 'shows', label: 'What it shows', show: words },
  {
    name: 'showsImpact',
    label: 'Shows a difference for children',
    show: (value: unknown) => (value ? 'Yes' : 'No'),
  },
  { name: 'difference', label: 'Difference for children', show: words },
  { name: 'periodFrom', label: 'Period from', show: date },
  { name: 'periodTo', label: 'Period to', show: date },
  { name: 'source', label: 'Source', show: words },
  { name: 'authorPost', label: 'Author (post)', show: words },
  { name: 'sensitivity', label: 'Sensitivity', show: label(SENSITIVITY_LABELS) },
  { name: 'validUntil', label: 'Valid until', show: date },
];

/** "State" as a conflict shows it. */
export const stateWords = label(EVIDENCE_STATE_LABELS);
