import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import {
  FRAMEWORKS,
  type Grade,
  type InspectionKind,
  type InspectionOutcome,
  type IsoDate,
  type ItemCategory,
  type JudgementArea,
  type PlanKind,
} from '@gt/contracts/words';
import { checkCategory, frameworkFor, INSPECTION_SHAPES, validateInspection } from '@gt/domain/inspection';
import { validatePlan } from '@gt/domain/plan';
import { validateRecommendation } from '@gt/domain/recommendation';

type Content = Omit<RouterInputs['imports']['confirm'], 'importId'>;
type Proposal = NonNullable<RouterOutputs['imports']['get']['reading']>['proposal'];

/** Errors by the id of their field, as the fields take them. */
export type FieldErrors = Readonly<Record<string, string>>;

export type JudgementField = { area: JudgementArea; grade: Grade | null; page: number | null };
export type RecommendationField = {
  /** Stays with the item through splitting and moving; never sent. */
  key: string;
  quote: string;
  leadIn: string | null;
  page: number | null;
  category: ItemCategory | null;
  response: string;
  judgementAreas: JudgementArea[];
  frameworkRefs: string[];
  paragraphs: { number: number; sharedWords: string[] }[];
};

/** What the form holds: as the schema asks, with null where nothing was chosen yet. */
export type PlanFormState = {
  plan: { name: string; kind: PlanKind; councilName: string; trustName: string };
  inspection: {
    kind: InspectionKind | null;
    frameworkKey: string | null;
    authority: string;
    inspectionDateText: string;
    startDate: IsoDate | null;
    endDate: IsoDate | null;
    publicationDate: IsoDate | null;
    /** Asked, never guessed: no form opens with one. */
    receivedDate: IsoDate | null;
    leadInspector: string;
    urn: string;
    outcome: InspectionOutcome | null;
    answersWith: string;
    judgements: JudgementField[];
  };
  hasAreaForPriorityAction: boolean;
  recommendations: RecommendationField[];
};

let made = 0;
/** A key for an item of the list, unlike any other in this page's life and in its drafts. */
function newKey(): string {
  made += 1;
  return `${Date.now().toString(36)}-${made}`;
}

export function emptyRecommendation(): RecommendationField {
  return {
    key: newKey(),
    quote: '',
    leadIn: null,
    page: null,
    category: null,
    response: '',
    judgementAreas: [],
    frameworkRefs: [],
    paragraphs: [],
  };
}

export function emptyPlan(): PlanFormState {
  return {
    plan: { name: '', kind: 'INSPECTION', councilName: '', trustName: '' },
    inspection: {
      kind: null,
      frameworkKey: null,
      authority: '',
      inspectionDateText: '',
      startDate: null,
      endDate: null,
      publicationDate: null,
      receivedDate: null,
      leadInspector: '',
      urn: '',
      outcome: null,
      answersWith: '',
      judgements: [],
    },
    hasAreaForPriorityAction: false,
    recommendations: [emptyRecommendation()],
  };
}

/** The form as the reader proposes it; a report without a list begins with one empty recommendation. */
export function fromProposal(proposal: Proposal): PlanFormState {
  const { plan, inspection, recommendations, hasAreaForPriorityAction } = proposal;
  const items = recommendations.map((item) => ({ ...item, key: newKey() }));
  return {
    plan: { ...plan },
    inspection: {
      ...inspection,
      receivedDate: null,
      leadInspector: inspection.leadInspector ?? '',
      urn: inspection.urn ?? '',
      outcome: null,
      answersWith: '',
      judgements: judgementsOf(inspection),
    },
    hasAreaForPriorityAction: asksForPriority(inspection.kind) && hasAreaForPriorityAction,
    recommendations: items.length > 0 ? items : [emptyRecommendation()],
  };
}

/**
 * One line for each area that the framework judges, keeping the grades already there. A grade that was read for an
 * area the framework does not judge stays at the end, to be seen and put to "Not judged": nothing goes unseen.
 */
export function withEveryArea(
  frameworkKey: string | null,
  judgements: readonly JudgementField[],
): JudgementField[] {
  const areas = FRAMEWORKS.find(({ key }) => key === frameworkKey)?.areas ?? [];
  const known = new Map(judgements.map((judgement) => [judgement.area, judgement]));
  const others = judgements.filter(({ area, grade }) => grade !== null && !areas.includes(area));
  return [...areas.map((area) => known.get(area) ?? { area, grade: null, page: null }), ...others];
}

type Judged = {
  kind: InspectionKind | null;
  frameworkKey: string | null;
  judgements: readonly JudgementField[];
};

/** The lines of the grades; where the kind gives none, only what was read all the same, to be put to "Not judged". */
function judgementsOf({ kind, frameworkKey, judgements }: Judged): JudgementField[] {
  const hasGrades = kind === null || INSPECTION_SHAPES[kind].hasGrades;
  return withEveryArea(hasGrades ? frameworkKey : null, judgements);
}

/** Whether the form asks if an area for priority action is named: it starts a shorter clock, or starts one at all. */
export function asksForPriority(kind: InspectionKind | null): boolean {
  return kind === 'FOCUSED_VISIT';
}

/** The form after another kind was chosen: its own framework, and nothing left that it does not have. */
export function ofKind(state: PlanFormState, kind: InspectionKind | null): PlanFormState {
  const { inspection } = state;
  if (kind === null) return { ...state, inspection: { ...inspection, kind } };
  const shape = INSPECTION_SHAPES[kind];
  const fitting = FRAMEWORKS.filter(({ kinds }) => kinds.includes(kind));
  const inForce = frameworkFor(inspection, kind);
  const kept = fitting.find(({ key }) => key === inspection.frameworkKey);
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const framework = kept ?? (inForce.ok ? inForce.framework : only);
  const frameworkKey = framework?.key ?? null;
  const areas = framework?.areas ?? [];
  const { outcome } = inspection;
  return {
    ...state,
    inspection: {
      ...inspection,
      kind,
      frameworkKey,
      outcome: outcome !== null && shape.outcomes.includes(outcome) ? outcome : null,
      answersWith: shape.answersWith === null ? '' : inspection.answersWith,
      judgements: judgementsOf({ kind, frameworkKey, judgements: inspection.judgements }),
    },
    recommendations: state.recommendations.map((item) => ({
      ...item,
      category:
        item.category !== null && shape.categories.includes(item.category)
          ? item.category
          : shape.categories.length === 1
            ? (shape.categories[0] ?? null)
            : null,
      judgementAreas: item.judgementAreas.filter((area) => areas.includes(area)),
    })),
  };
}

/** The plan's kind that fits the kind of inspection. */
export function planKindOf(kind: InspectionKind | null): PlanKind {
  if (kind === 'SEND_AREA' || kind === 'JTAI' || kind === 'PEER_REVIEW' || kind === 'INTERNAL_AUDIT')
    return kind;
  return 'INSPECTION';
}

export type InspectionRow = RouterOutputs['plans']['get']['inspections'][number];

/** The form around an inspection that is on record already; only its `inspection` is used. */
export function inspectionState(row: InspectionRow): PlanFormState {
  const { kind, frameworkKey, authority, inspectionDateText, startDate, endDate, publicationDate } = row;
  return {
    ...emptyPlan(),
    inspection: {
      kind,
      frameworkKey,
      authority,
      inspectionDateText,
      startDate,
      endDate,
      publicationDate,
      receivedDate: row.receivedDate,
      leadInspector: row.leadInspector ?? '',
      urn: row.urn ?? '',
      outcome: row.outcome,
      answersWith: row.answersWith,
      judgements: judgementsOf({ kind, frameworkKey, judgements: row.judgements }),
    },
  };
}

type Facts = Content['inspection'];
export type CheckedInspection =
  | { ok: true; facts: Facts }
  | { ok: false; errors: { fieldId: string; message: string }[] };

/** The facts of the inspection as the server wants them, or what stands in the way. Grades left open are not sent. */
export function checkInspection(inspection: PlanFormState['inspection'], today: IsoDate): CheckedInspection {
  const { kind, frameworkKey, receivedDate } = inspection;
  const judgements = inspection.judgements.flatMap(({ area, grade, page }) =>
    grade === null ? [] : [{ area, grade, page }],
  );
  const draft = { ...inspection, kind: kind ?? '', frameworkKey: frameworkKey ?? '', judgements };
  const errors = validateInspection(draft, today).map(({ field, message }) => ({
    fieldId: `inspection.${field}`,
    message,
  }));
  if (errors.length > 0 || kind === null || frameworkKey === null || receivedDate === null)
    return { ok: false, errors };
  const leadInspector = inspection.leadInspector?.trim() || null;
  const urn = inspection.urn?.trim() || null;
  return {
    ok: true,
    facts: { ...inspection, kind, frameworkKey, receivedDate, leadInspector, urn, judgements },
  };
}

export type Checked =
  | { ok: true; content: Content }
  | { ok: false; errors: { fieldId: string; message: string }[] };

/**
 * The form as the server wants it, or what stands in the way, by the same rules as the server's. A further inspection
 * of a plan that is there asks nothing of the plan.
 */
export function checkPlanForm(state: PlanFormState, today: IsoDate, isFurther = false): Checked {
  const { plan } = state;
  const inspection = checkInspection(state.inspection, today);
  const { kind } = state.inspection;
  const ofPlan = isFurther ? [] : validatePlan(plan);
  const errors = [
    ...ofPlan.map(({ field, message }) => ({ fieldId: `plan.${field}`, message })),
    ...(inspection.ok ? [] : inspection.errors),
    ...state.recommendations.flatMap(({ quote, leadIn, page, response, category }, index) => {
      const wrong = checkCategory(kind ?? undefined, category);
      return [
        ...validateRecommendation({ quote, leadIn, page, response }),
        ...(wrong ? [{ field: 'category', message: wrong }] : []),
      ].map(({ field, message }) => ({
        fieldId: `recommendations.${index}.${field}`,
        message: `R${index + 1}: ${message}`,
      }));
    }),
  ];
  if (errors.length > 0 || !inspection.ok) return { ok: false, errors };
  const { facts } = inspection;
  return {
    ok: true,
    content: {
      plan: { ...plan, kind: planKindOf(facts.kind) },
      inspection: facts,
      hasAreaForPriorityAction: asksForPriority(facts.kind) && namesPriority(state),
      recommendations: state.recommendations.map(({ key: _key, ...item }) => item),
    },
  };
}

/** An area for priority action is named: as ticked, or as one of the items is called. */
export function namesPriority(state: PlanFormState): boolean {
  return (
    state.hasAreaForPriorityAction ||
    state.recommendations.some(({ category }) => category === 'PRIORITY_ACTION')
  );
}
