import type { InspectionKind, InspectionOutcome, ItemCategory } from '@gt/contracts/words';

/** What a kind of inspection says and asks: it decides what the forms ask, and what an item is called. */
export type InspectionShape = {
  /** Areas are graded. */
  hasGrades: boolean;
  /** What may be said of the whole, best first; none when nothing is. */
  outcomes: readonly InspectionOutcome[];
  /** What such an outcome is called. */
  outcomeLabel: string;
  /** What the report calls an item, most pressing first; none when it does not tell items apart. */
  categories: readonly ItemCategory[];
  item: { one: string; many: string };
  /** Management answers each item. */
  hasResponse: boolean;
  /** Who answers beside the council, as the form asks for it; null when the council answers alone. */
  answersWith: string | null;
};

const GRADED: InspectionShape = {
  hasGrades: true,
  outcomes: [],
  outcomeLabel: 'Outcome',
  categories: [],
  item: { one: 'recommendation', many: 'recommendations' },
  hasResponse: false,
  answersWith: null,
};
const VISIT: InspectionShape = { ...GRADED, hasGrades: false };
const AREAS: readonly ItemCategory[] = ['PRIORITY_ACTION', 'IMPROVEMENT'];

/**
 * Each kind of inspection in its own shape.
 *
 * | kind | grades | of the whole | an item is |
 * |---|---|---|---|
 * | ILACS, SIF | by area; no overall grade since 1 April 2026 | – | a recommendation |
 * | focused visit | none | – | an area for priority action or for improvement |
 * | monitoring visit | none | – | a recommendation |
 * | JTAI | none | – | an area for priority action or for improvement; agencies answer together |
 * | SEND area | none | one of three outcomes | an area for priority action or for improvement; council and ICB answer |
 * | peer review | none | – | an area for consideration |
 * | internal audit | none | an opinion | a finding of high, medium or low priority, with management's response |
 *
 * Sources: Ofsted, Inspecting local authority children's services (no overall effectiveness grade from April 2026;
 * focused visits have no graded judgement). Children Act 2004 (Joint Area Reviews) Regulations 2015, S.I. 2015/1792,
 * reg. 3: a narrative report, and whoever is named in it answers. Ofsted and CQC, Area SEND inspections: framework and
 * handbook (2023, updated 6 June 2025): three outcomes, responsible bodies are the council and the integrated care
 * board. LGA peer challenge: no grades, areas for consideration. CIPFA, Internal audit engagement opinions: setting
 * common definitions (2020): substantial, reasonable, limited, no assurance. Auditors who say "moderate" mean
 * reasonable (Chartered IIA, Assurance definitions: there is no set terminology).
 */
export const INSPECTION_SHAPES: Readonly<Record<InspectionKind, InspectionShape>> = {
  ILACS_STANDARD: GRADED,
  ILACS_SHORT: GRADED,
  SIF: GRADED,
  FOCUSED_VISIT: { ...VISIT, categories: AREAS },
  MONITORING_VISIT: VISIT,
  JTAI: {
    ...VISIT,
    categories: AREAS,
    item: { one: 'area for improvement', many: 'areas for improvement' },
    answersWith: 'Agencies that answer with the council',
  },
  SEND_AREA: {
    ...VISIT,
    outcomes: ['SEND_POSITIVE', 'SEND_INCONSISTENT', 'SEND_WIDESPREAD_FAILINGS'],
    outcomeLabel: 'Inspection outcome',
    categories: AREAS,
    item: { one: 'area for improvement', many: 'areas for improvement' },
    answersWith: 'Integrated care board that answers with the council',
  },
  PEER_REVIEW: {
    ...VISIT,
    categories: ['CONSIDERATION'],
    item: { one: 'area for consideration', many: 'areas for consideration' },
  },
  INTERNAL_AUDIT: {
    ...VISIT,
    outcomes: ['ASSURANCE_SUBSTANTIAL', 'ASSURANCE_REASONABLE', 'ASSURANCE_LIMITED', 'ASSURANCE_NONE'],
    outcomeLabel: 'Assurance opinion',
    categories: ['HIGH', 'MEDIUM', 'LOW'],
    item: { one: 'finding', many: 'findings' },
    hasResponse: true,
  },
};
