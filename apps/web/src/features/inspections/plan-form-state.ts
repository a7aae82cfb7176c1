import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import {
  FRAMEWORKS,
  type Grade,
  type InspectionKind,
  type IsoDate,
  type JudgementArea,
  type PlanKind,
} from '@gt/contracts/words';
import { validateInspection } from '@gt/domain/inspection';
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
      judgements: [],
    },
    hasAreaForPriorityAction: false,
    recommendations: [emptyRecommendation()],
  };
}

/** The form as the reader proposes it; a report without a list begins with one empty recommendation. */
export function fromProposal(proposal: Proposal): PlanFormState {
  const { plan, inspection, recommendations } = proposal;
  const items = recommendations.map((item) => ({ ...item, key: newKey() }));
  return {
    plan: { ...plan },
    inspection: {
      ...inspection,
      receivedDate: null,
      leadInspector: inspection.leadInspector ?? '',
      urn: inspection.urn ?? '',
      judgements: withEveryArea(inspection.frameworkKey, inspection.judgements),
    },
    hasAreaForPriorityAction: false,
    recommendations: items.length > 0 ? items : [emptyRecommendation()],
  };
}

/** One line for each area that the framework judges, keeping the grades already there. */
export function withEveryArea(
  frameworkKey: string | null,
  judgements: readonly JudgementField[],
): JudgementField[] {
  const areas = FRAMEWORKS.find(({ key }) => key === frameworkKey)?.areas ?? [];
  const known = new Map(judgements.map((judgement) => [judgement.area, judgement]));
  return areas.map((area) => known.get(area) ?? { area, grade: null, page: null });
}

/** The plan's kind that fits the kind of inspection. */
export function planKindOf(kind: InspectionKind | null): PlanKind {
  if (kind === 'SEND_AREA' || kind === 'JTAI' || kind === 'PEER_REVIEW' || kind === 'INTERNAL_AUDIT')
    return kind;
  return 'INSPECTION';
}

export type Checked =
  | { ok: true; content: Content }
  | { ok: false; errors: { fieldId: string; message: string }[] };

/** The form as the server wants it, or what stands in the way, by the same rules as the server's. */
export function checkPlanForm(state: PlanFormState, today: IsoDate): Checked {
  const { plan, inspection } = state;
  const judgements = inspection.judgements.flatMap(({ area, grade, page }) =>
    grade === null ? [] : [{ area, grade, page }],
  );
  const errors = [
    ...validatePlan(plan).map(({ field, message }) => ({ fieldId: `plan.${field}`, message })),
    ...validateInspection(
      {
        ...inspection,
        kind: inspection.kind ?? '',
        frameworkKey: inspection.frameworkKey ?? '',
        judgements,
      },
      today,
    ).map(({ field, message }) => ({ fieldId: `inspection.${field}`, message })),
    ...state.recommendations.flatMap(({ quote, leadIn, page }, index) =>
      validateRecommendation({ quote, leadIn, page }).map(({ field, message }) => ({
        fieldId: `recommendations.${index}.${field}`,
        message: `R${index + 1}: ${message}`,
      })),
    ),
  ];
  const { kind, frameworkKey, receivedDate } = inspection;
  if (errors.length > 0 || kind === null || frameworkKey === null || receivedDate === null)
    return { ok: false, errors };
  return {
    ok: true,
    content: {
      plan: { ...plan, kind: planKindOf(kind) },
      inspection: {
        ...inspection,
        kind,
        frameworkKey,
        receivedDate,
        leadInspector: inspection.leadInspector.trim() || null,
        urn: inspection.urn.trim() || null,
        judgements,
      },
      hasAreaForPriorityAction: kind === 'FOCUSED_VISIT' && state.hasAreaForPriorityAction,
      recommendations: state.recommendations.map(({ key: _key, ...item }) => item),
    },
  };
}
