import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_KINDS,
  type FieldProblem,
  IMPACT_EVIDENCE_KINDS,
  type IsoDate,
  isIsoDate,
  SENSITIVITIES,
} from '@gt/contracts/words';
import { checkText, listWords } from '../wording/index.ts';

/** Longest texts of an item of evidence, in characters. */
export const EVIDENCE_LIMITS = {
  title: 200,
  shows: 4_000,
  difference: 1_000,
  source: 500,
  authorPost: 200,
  fileName: 200,
} as const;

/** What a person says about a file; absent fields are not checked, so that one can be edited alone. */
export type EvidenceInput = {
  title?: string;
  kind?: string;
  shows?: string;
  showsImpact?: boolean;
  /** What is different for children, when it shows that. */
  difference?: string;
  periodFrom?: IsoDate | null;
  periodTo?: IsoDate | null;
  source?: string;
  /** Post of whoever wrote or gathered it. */
  authorPost?: string;
  sensitivity?: string;
  /** The last day on which it says how things are. */
  validUntil?: IsoDate | null;
};

/**
 * Everything wrong with an item of evidence as typed. The period may be left open at either end, is in order, and
 * does not reach into the future: nothing can show what has not happened.
 * Source: evidence is a record, not an attachment: kind, what it shows, period covered, source, sensitivity.
 * Example: minutes marked as showing impact → "“Minutes” shows activity rather than a difference for children …".
 */
export function validateEvidence(input: EvidenceInput, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.title !== undefined) {
    const rule = { label: 'The title', enter: 'Enter a title', max: EVIDENCE_LIMITS.title };
    problems.push(...checkText('title', input.title, rule));
  }
  if (input.shows !== undefined) {
    const rule = {
      label: 'What it shows',
      enter: 'Enter what the evidence shows',
      max: EVIDENCE_LIMITS.shows,
    };
    problems.push(...checkText('shows', input.shows, rule));
  }
  problems.push(...checkText('source', input.source, { label: 'The source', max: EVIDENCE_LIMITS.source }));
  const post = { label: 'The author’s post', max: EVIDENCE_LIMITS.authorPost };
  problems.push(...checkText('authorPost', input.authorPost, post));
  problems.push(...checkKind(input), ...checkDifference(input), ...checkPeriod(input, today));
  problems.push(...checkValidUntil(input));
  if (input.sensitivity !== undefined && !SENSITIVITIES.some((known) => known === input.sensitivity)) {
    problems.push({ field: 'sensitivity', message: 'Choose OFFICIAL or OFFICIAL-SENSITIVE' });
  }
  return problems;
}

function checkKind({ kind, showsImpact }: EvidenceInput): FieldProblem[] {
  if (kind === undefined) return [];
  const known = EVIDENCE_KINDS.find((candidate) => candidate === kind);
  if (!known) return [{ field: 'kind', message: 'Choose the kind of evidence' }];
  if (!showsImpact || IMPACT_EVIDENCE_KINDS.includes(known)) return [];
  const kinds = listWords(IMPACT_EVIDENCE_KINDS.map((able) => EVIDENCE_KIND_LABELS[able].toLowerCase()));
  const message =
    `“${EVIDENCE_KIND_LABELS[known]}” shows activity rather than a difference for children. ` +
    `Kinds that can show a difference are ${kinds}.`;
  return [{ field: 'showsImpact', message }];
}

/** Whoever says that it shows a difference says which. */
function checkDifference({ showsImpact, difference }: EvidenceInput): FieldProblem[] {
  if (difference === undefined) return [];
  const rule = { label: 'The difference for children', max: EVIDENCE_LIMITS.difference };
  const enter = 'Enter what is different for children, or untick that it shows a difference';
  return checkText('difference', difference, showsImpact ? { ...rule, enter } : rule);
}

/** It may lie in the past: what is brought late has its use as a record of then. */
function checkValidUntil({ validUntil, periodFrom, periodTo }: EvidenceInput): FieldProblem[] {
  if (!validUntil) return [];
  const problem = (message: string) => [{ field: 'validUntil', message }];
  if (!isIsoDate(validUntil)) return problem('Valid until must be a real date, such as 12 March 2026');
  const covered = periodTo ?? periodFrom;
  return covered && isIsoDate(covered) && validUntil < covered
    ? problem('Valid until must be the same as or after the end of the period')
    : [];
}

function checkPeriod({ periodFrom, periodTo }: EvidenceInput, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const check = (field: 'periodFrom' | 'periodTo', date: IsoDate | null | undefined, name: string) => {
    if (!date) return;
    if (!isIsoDate(date))
      problems.push({ field, message: `${name} must be a real date, such as 12 March 2026` });
    else if (date > today) problems.push({ field, message: `${name} must be today or in the past` });
  };
  check('periodFrom', periodFrom, 'The start of the period');
  check('periodTo', periodTo, 'The end of the period');
  if (problems.length === 0 && periodFrom && periodTo && periodTo < periodFrom) {
    problems.push({
      field: 'periodTo',
      message: 'The end of the period must be the same as or after its start',
    });
  }
  return problems;
}
