import { formatDate, type IsoDate, PLAN_DATE_KIND_LABELS, type PlanDateKind } from '@gt/contracts/words';
import type { PlanDate } from './queries.ts';

export type PlanDateFacts = {
  kind: PlanDateKind;
  title: string;
  fromDate: IsoDate;
  untilDate: IsoDate;
  isFirm: boolean;
  note: string;
};

/** The fields as typed; a last day that is left empty is the first. */
export type PlanDateForm = Omit<PlanDateFacts, 'fromDate' | 'untilDate'> & {
  fromDate: IsoDate | null;
  untilDate: IsoDate | null;
  version: number;
};

export function formOf(date: PlanDate | null, fromDate: IsoDate): PlanDateForm {
  if (!date) {
    return {
      ...{ kind: 'MONITORING_VISIT', title: '', fromDate, untilDate: null, isFirm: false, note: '' },
      version: 0,
    };
  }
  const { kind, title, isFirm, note, version } = date;
  const untilDate = date.untilDate === date.fromDate ? null : date.untilDate;
  return { kind, title, fromDate: date.fromDate, untilDate, isFirm, note, version };
}

export function factsFrom({
  fromDate,
  untilDate,
  version: _version,
  ...rest
}: PlanDateForm): PlanDateFacts | null {
  if (fromDate === null) return null;
  return {
    ...rest,
    title: rest.title.trim(),
    note: rest.note.trim(),
    fromDate,
    untilDate: untilDate ?? fromDate,
  };
}

const said = (value: unknown) => String(value ?? '');
const day = (value: unknown) => (value ? formatDate(String(value)) : '');

/** The fields as they are set side by side after a conflict. */
export const COMPARED = [
  {
    name: 'kind',
    label: 'What it is',
    show: (value: unknown) => PLAN_DATE_KIND_LABELS[value as PlanDateKind],
  },
  { name: 'title', label: 'Name', show: said },
  { name: 'fromDate', label: 'First day', show: day },
  { name: 'untilDate', label: 'Last day', show: day },
  { name: 'isFirm', label: 'How sure it is', show: (value: unknown) => (value ? 'Firm' : 'Expected') },
  { name: 'note', label: 'Note', show: said },
];
