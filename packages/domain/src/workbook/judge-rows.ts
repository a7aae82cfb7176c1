import {
  formatDate,
  IMPORTED_OUTCOMES,
  type JudgedRow,
  type NameChoice,
  type NameFound,
  type RecommendationFound,
  ROW_OUTCOMES,
  type RowOutcome,
  type WorkbookChoices,
  type WorkbookPlan,
  type WorkbookRow,
} from '@gt/contracts/words';
import { actionReference, parseActionReference, validateAction } from '../action/index.ts';
import { becomesOf } from './becomes-of.ts';
import { detailOf } from './detail-of.ts';
import { findChanges, type WantedChange } from './find-changes.ts';
import { type Given, giveAction } from './give-action.ts';
import { matchNames, nameKey } from './match-names.ts';
import { matchRecommendations } from './match-recommendations.ts';
import type { PlanAction, PlanFacts } from './plan-facts.ts';

/** A row that is decided: what a person reads of it, and what is written for it. */
export type DecidedRow = JudgedRow & {
  source: WorkbookRow;
  given: Given | null;
  detail: string;
  /** The recommendation it stands under, by the key of its words; '' for the one chosen for others. */
  under: string;
  target: PlanAction | null;
  wanted: WantedChange;
};
export type Judgement = {
  rows: DecidedRow[];
  names: NameFound[];
  recommendations: RecommendationFound[];
  counts: Record<RowOutcome, number>;
  imported: number;
  explained: number;
  /** Why nothing may be brought in as it stands; '' when it may. */
  stop: string;
};

type Look = {
  choices: WorkbookChoices;
  facts: PlanFacts;
  names: ReadonlyMap<string, NameChoice>;
  under: ReadonlyMap<string, RecommendationFound>;
  byReference: ReadonlyMap<string, PlanAction>;
  /** Titles that the plan has, and those of rows above, by recommendation. */
  taken: Map<string, PlanAction | number>;
  /** Actions that a row above changes already. */
  changed: Map<string, number>;
};

export const rowKey = ({ sheet, row }: { sheet: string; row: number }) => `${sheet} ${row}`;

/**
 * What becomes of each row of a workbook in this plan with these choices. Pure: the same workbook, plan and choices
 * have the same outcome. Each row has one outcome, and every outcome that brings nothing in says why.
 */
export function judgeRows(plan: WorkbookPlan, choices: WorkbookChoices, facts: PlanFacts): Judgement {
  const names = matchNames(plan.rows, facts.directory, choices.names);
  const recommendations = matchRecommendations(plan.rows, facts.recommendations, choices.recommendations);
  const look: Look = {
    choices,
    facts,
    names: new Map(names.map(({ key, choice }) => [key, choice])),
    under: new Map(recommendations.map((one) => [one.key, one])),
    byReference: byReferenceOf(facts),
    taken: new Map(
      facts.actions.map((action) => [`${action.recommendationId} ${nameKey(action.title)}`, action]),
    ),
    changed: new Map(),
  };
  const rows = plan.rows.map((row) => judge(row, look));
  const counts = Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    RowOutcome,
    number
  >;
  for (const { outcome } of rows) counts[outcome] += 1;
  const imported = IMPORTED_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  const isStopped = choices.duplicates === 'STOP' && counts.DUPLICATE > 0;
  return {
    rows,
    names,
    recommendations,
    counts,
    imported,
    explained: plan.totals.rows - imported,
    stop: isStopped
      ? 'Some rows are in the plan already, and you chose to stop at that. Choose to skip or to update them.'
      : '',
  };
}

function byReferenceOf({ recommendations, actions }: PlanFacts): Map<string, PlanAction> {
  const numbers = new Map(recommendations.map(({ id, number }) => [id, number]));
  return new Map(
    actions.map((action) => [`${numbers.get(action.recommendationId)} ${action.number}`, action]),
  );
}

function judge(source: WorkbookRow, look: Look): DecidedRow {
  const base: DecidedRow = {
    sheet: source.sheet,
    row: source.row,
    outcome: 'EXPLAINED',
    cells: source.cells,
    becomes: [],
    changes: [],
    reference: null,
    reasons: source.reasons,
    source,
    given: null,
    detail: '',
    under: '',
    target: null,
    wanted: {},
  };
  const ends = (outcome: RowOutcome, ...reasons: string[]): DecidedRow => ({
    ...base,
    outcome,
    reasons: [...reasons, ...source.reasons],
  });
  if (look.choices.leftOut.includes(rowKey(source))) return ends('LEFT_OUT', 'You left this row out.');
  if (source.kind === 'RECOMMENDATION') return recommendationRow(base, look);
  if (source.kind === 'JOINED') return ends('JOINED');
  const { action } = source;
  if (!action) return ends('EXPLAINED');
  const problems = source.problems.map(({ message }) => message);
  if (problems.length > 0 && look.choices.problems === 'LEAVE_OUT') return ends('PROBLEM', ...problems);
  const given = giveAction(action, look.names, look.facts.directory);
  const left = source.problems.map(({ field, text }) => ({
    heading: field === 'dueDate' ? 'Due date' : 'Start date',
    text,
  }));
  const detail = detailOf(action, [...given.left, ...left]);
  const ready = {
    ...base,
    given,
    detail,
    under: nameKey(action.recommendation),
    reasons: [
      ...problems.map((problem) => `${problem} It comes in without a date; the words are kept.`),
      ...source.reasons,
    ],
  };
  const numbers = parseActionReference(action.reference);
  const target = numbers ? look.byReference.get(`${numbers.recommendation} ${numbers.action}`) : undefined;
  if (target) return updateRow({ ...ready, target }, look);
  if (numbers && action.version !== null) {
    return ends(
      'PROBLEM',
      `${action.reference} is not in this plan any more, so there is nothing to change.`,
    );
  }
  return createRow(ready, look);
}

function recommendationRow(base: DecidedRow, look: Look): DecidedRow {
  const found = look.under.get(nameKey(base.source.recommendation));
  const becomes = [{ label: 'Recommendation', text: base.source.recommendation }];
  if (found?.recommendationId) {
    const own = look.facts.recommendations.find(({ id }) => id === found.recommendationId);
    return {
      ...base,
      outcome: 'UNCHANGED',
      becomes,
      reasons: [`Is R${own?.number} of the plan. ${found.why}`],
    };
  }
  return {
    ...base,
    outcome: 'RECOMMENDATION',
    becomes,
    under: found?.key ?? '',
    reasons: ['Becomes a new recommendation.', ...base.reasons],
  };
}

function createRow(ready: DecidedRow, look: Look): DecidedRow {
  const action = ready.source.action;
  if (!action) return ready;
  const found = look.under.get(ready.under);
  const recommendationId = found ? found.recommendationId : look.choices.recommendationForOthers;
  if (!found && recommendationId === null) {
    const reason = 'The workbook names no recommendation for this row. Choose one for such rows.';
    return { ...ready, outcome: 'PROBLEM', reasons: [reason, ...ready.reasons] };
  }
  const place = `${recommendationId ?? ready.under} ${nameKey(action.title)}`;
  const same = look.taken.get(place);
  if (typeof same === 'number') {
    const reason = `Row ${same} says the same under the same recommendation.`;
    return { ...ready, outcome: 'DUPLICATE', reasons: [reason, ...ready.reasons] };
  }
  if (same && look.choices.duplicates === 'UPDATE') return updateRow({ ...ready, target: same }, look);
  if (same) {
    const reference = referenceOf(same, look);
    const reason = `${reference} has the same title under the same recommendation.`;
    return { ...ready, outcome: 'DUPLICATE', reference, reasons: [reason, ...ready.reasons] };
  }
  look.taken.set(place, ready.row);
  const facts = { title: action.title, detail: ready.detail, successMeasure: action.successMeasure };
  const wrong = validateAction({ ...facts, ...datesOf(ready) }).map(({ message }) => `${message}.`);
  if (wrong.length > 0) return { ...ready, outcome: 'PROBLEM', reasons: [...wrong, ...ready.reasons] };
  const becomes = becomesOf(action, {
    detail: ready.detail,
    given: ready.given,
    dates: datesOf(ready),
    facts: look.facts,
    found: found ?? null,
    recommendationId,
  });
  return { ...ready, outcome: 'CREATE', becomes };
}

/** Without the dates that are no days, or that stand in the wrong order. */
export function datesOf({ source }: Pick<DecidedRow, 'source'>) {
  const wrong = source.problems.map(({ field }) => field);
  return {
    startDate: wrong.includes('startDate') ? null : (source.action?.startDate ?? null),
    dueDate: wrong.includes('dueDate') ? null : (source.action?.dueDate ?? null),
  };
}

function updateRow(ready: DecidedRow, look: Look): DecidedRow {
  const { target, source, given } = ready;
  if (!target || !source.action || !given) return ready;
  const reference = referenceOf(target, look);
  const ends = (outcome: RowOutcome, reason: string) => ({
    ...ready,
    outcome,
    reference,
    reasons: [reason, ...ready.reasons],
  });
  const earlier = look.changed.get(target.id);
  if (earlier !== undefined) return ends('DUPLICATE', `Row ${earlier} is about ${reference} as well.`);
  look.changed.set(target.id, ready.row);
  const { changes, wanted } = findChanges({
    action: source.action,
    target,
    given,
    dates: datesOf(ready),
    choices: look.choices,
    facts: look.facts,
  });
  if (changes.length === 0)
    return ends('UNCHANGED', `Says the same as ${reference} in the fields that may change.`);
  if (source.action.version !== null && source.action.version !== target.version) {
    const { changedBy, changedOn } = target;
    const reason = `${reference} was changed by ${changedBy} on ${formatDate(changedOn)}, after this was exported. Export again and change that.`;
    return { ...ends('STALE', reason), changes };
  }
  const wrong = validateAction({
    ...wanted.facts,
    startDate: wanted.facts?.startDate === undefined ? target.startDate : wanted.facts.startDate,
    dueDate: wanted.dueDate ?? target.dueDate,
  }).map(({ message }) => `${message}.`);
  if (wrong.length > 0) return { ...ends('PROBLEM', wrong.join(' ')), changes };
  return { ...ready, outcome: 'UPDATE', reference, changes, wanted };
}

function referenceOf(action: PlanAction, look: Look): string {
  const number = look.facts.recommendations.find(({ id }) => id === action.recommendationId)?.number ?? 0;
  return actionReference(number, action.number);
}
