import type { Grade, InspectionKind, InspectionOutcome, WindowKind } from '@gt/contracts/words';

/** From when the months of a rule are counted. */
export type WindowAnchor = 'INSPECTION_END' | 'REPORT_RECEIVED' | 'ACTION_PLAN' | 'LAST_VISIT';

export type WindowRule = {
  key: string;
  kind: WindowKind;
  /** What would come, as a heading names it. */
  name: string;
  anchor: WindowAnchor;
  fromMonths: number;
  untilMonths: number;
  /** The interval in words, as an assumption. */
  words: string;
  /** Where the figures are from, with its edition. */
  source: string;
};

/** What is known of an inspection when its next one is asked about. */
export type Inspected = {
  kind: InspectionKind;
  outcome: InspectionOutcome | null;
  judgements: readonly { area: string; grade: Grade }[];
};

const OFSTED_2016 =
  'Ofsted, re-inspection of inadequate local authorities: consultation outcome report, May 2016 (160032), and Monitoring local authority children’s services judged inadequate, May 2016 (160035)';
const OFSTED_ILACS = 'Ofsted, Inspecting local authority children’s services (ILACS), April 2024 edition';
const AREA_SEND = 'Ofsted and CQC, Area SEND inspections: framework and handbook, June 2025 edition';

/**
 * When a monitoring visit or a re-inspection usually comes. Every figure is an assumption: the inspectorate gives no
 * date, and a person may set another window with a reason.
 *
 * What the sources say:
 * - Inadequate (Ofsted, May 2016, 160032 and 160035; kept when ILACS took over in 2018): monitoring visits are quarterly,
 *   not always evenly spaced; at least four come before the re-inspection, which usually falls within 24 months of the
 *   action plan. So a visit: three months after the last, with a month on either side that is our own margin; a
 *   re-inspection: from 12 months (four quarters) to 24.
 * - Requires improvement (ILACS): a standard inspection about every three years. Good or outstanding: a short one about
 *   every three years, with up to two focused visits between. "About" is not put into figures: half a year before the
 *   three years is our own margin.
 * - SEND areas (framework of 2023, edition of June 2025): a full inspection at least once in five years; after widespread
 *   or systemic failings a monitoring inspection usually about 18 months after the report was received (a margin of three
 *   months is our own) and a full one usually within three years.
 * - Joint targeted area inspections, peer reviews and internal audits have no cycle.
 */
const RULES = {
  INADEQUATE_VISIT: {
    key: 'INADEQUATE_VISIT',
    kind: 'MONITORING_VISIT',
    name: 'Monitoring visit',
    anchor: 'LAST_VISIT',
    fromMonths: 2,
    untilMonths: 4,
    words: 'Monitoring visits are usually quarterly while an area is inadequate.',
    source: OFSTED_2016,
  },
  INADEQUATE_REINSPECTION: {
    key: 'INADEQUATE_REINSPECTION',
    kind: 'REINSPECTION',
    name: 'Re-inspection',
    anchor: 'ACTION_PLAN',
    fromMonths: 12,
    untilMonths: 24,
    words: 'Usually after at least four quarterly visits, within 24 months of the action plan.',
    source: OFSTED_2016,
  },
  STANDARD: {
    key: 'STANDARD',
    kind: 'REINSPECTION',
    name: 'Standard inspection',
    anchor: 'INSPECTION_END',
    fromMonths: 30,
    untilMonths: 36,
    words: 'Usually about three years after the last inspection.',
    source: OFSTED_ILACS,
  },
  SHORT: {
    key: 'SHORT',
    kind: 'REINSPECTION',
    name: 'Short inspection',
    anchor: 'INSPECTION_END',
    fromMonths: 30,
    untilMonths: 36,
    words: 'Usually about three years after the last inspection; up to two focused visits may come between.',
    source: OFSTED_ILACS,
  },
  SEND_VISIT: {
    key: 'SEND_VISIT',
    kind: 'MONITORING_VISIT',
    name: 'Monitoring inspection',
    anchor: 'REPORT_RECEIVED',
    fromMonths: 15,
    untilMonths: 21,
    words: 'Usually about 18 months after the report was received.',
    source: AREA_SEND,
  },
  SEND_FULL_SOON: {
    key: 'SEND_FULL_SOON',
    kind: 'REINSPECTION',
    name: 'Full SEND area inspection',
    anchor: 'REPORT_RECEIVED',
    fromMonths: 30,
    untilMonths: 36,
    words: 'Usually within three years after widespread or systemic failings.',
    source: AREA_SEND,
  },
  SEND_FULL: {
    key: 'SEND_FULL',
    kind: 'REINSPECTION',
    name: 'Full SEND area inspection',
    anchor: 'REPORT_RECEIVED',
    fromMonths: 36,
    untilMonths: 60,
    words: 'Every local area is inspected at least once in five years.',
    source: AREA_SEND,
  },
} as const satisfies Record<string, WindowRule>;

export type WindowRules = { rules: readonly WindowRule[]; why: string };

/**
 * What may come after an inspection, or why nothing is foreseen.
 *
 * Frameworks before April 2026 give an overall grade, and it decides. Since then there is none: the lowest grade of an area
 * decides, so that one inadequate area is followed by monitoring visits. That reading is ours until a framework says
 * otherwise.
 * Example: ILACS, no overall grade, care leavers inadequate → monitoring visits and a re-inspection.
 */
export function windowRules(inspected: Inspected): WindowRules {
  const { kind } = inspected;
  if (kind === 'SEND_AREA') return sendRules(inspected.outcome);
  if (kind !== 'ILACS_STANDARD' && kind !== 'ILACS_SHORT' && kind !== 'SIF') {
    return { rules: [], why: 'No cycle of inspections follows from an inspection of this kind.' };
  }
  const grade = decidingGrade(inspected.judgements);
  if (grade === null) {
    return { rules: [], why: 'No grade is on record yet, so no usual interval is known.' };
  }
  if (grade === 'INADEQUATE')
    return { rules: [RULES.INADEQUATE_VISIT, RULES.INADEQUATE_REINSPECTION], why: '' };
  return { rules: [grade === 'REQUIRES_IMPROVEMENT' ? RULES.STANDARD : RULES.SHORT], why: '' };
}

function sendRules(outcome: InspectionOutcome | null): WindowRules {
  const rules =
    outcome === 'SEND_WIDESPREAD_FAILINGS' ? [RULES.SEND_VISIT, RULES.SEND_FULL_SOON] : [RULES.SEND_FULL];
  return { rules, why: '' };
}

const OVERALL: readonly string[] = ['overall_effectiveness', 'overall'];
const WORST_FIRST: readonly Grade[] = ['INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD', 'OUTSTANDING'];

/** The overall grade where a framework gave one, else the lowest of the areas; null without grades. */
function decidingGrade(judgements: Inspected['judgements']): Grade | null {
  const overall = judgements.find(({ area }) => OVERALL.includes(area));
  if (overall) return overall.grade;
  return WORST_FIRST.find((grade) => judgements.some((judgement) => judgement.grade === grade)) ?? null;
}
