import type { IsoDate } from './ids.ts';
import type { InspectionKind } from './tuples.ts';

/**
 * Inspection frameworks as data: for which kinds of inspection, when they were in force, and which areas they judge.
 * From 1 April 2026 there is no overall grade, so none is ever required. A new framework is one more row. A framework
 * without areas judges none: what it says of the whole, and what it calls an item, is in domain/inspection.
 */
export type JudgementArea = string;
export type Framework = {
  key: string;
  label: string;
  from: IsoDate;
  until: IsoDate | null;
  kinds: readonly InspectionKind[];
  areas: readonly JudgementArea[];
};

export const JUDGEMENT_AREA_LABELS: Record<JudgementArea, string> = {
  impact_of_leaders: 'Impact of leaders',
  help_and_protection: 'Help and protection',
  children_in_care: 'Children in care',
  care_leavers: 'Care leavers',
  children_in_care_and_care_leavers: 'Children in care and care leavers',
  overall_effectiveness: 'Overall effectiveness',
  overall: 'Overall',
  looked_after_and_permanence: 'Children looked after and achieving permanence',
  adoption_performance: 'Adoption performance',
  leadership_management_governance: 'Leadership, management and governance',
};

const date = (value: string) => value as IsoDate;
/** A joint inspection judges nothing: what it recommends is filed under the areas of its day. */
const OF_ILACS: readonly InspectionKind[] = [
  'ILACS_STANDARD',
  'ILACS_SHORT',
  'FOCUSED_VISIT',
  'MONITORING_VISIT',
  'JTAI',
];

export const FRAMEWORKS: readonly Framework[] = [
  {
    key: 'SIF',
    label: 'Single inspection framework (2013 to 2017)',
    from: date('2013-11-01'),
    until: date('2017-12-31'),
    kinds: ['SIF', 'MONITORING_VISIT', 'JTAI'],
    areas: [
      'overall',
      'help_and_protection',
      'looked_after_and_permanence',
      'adoption_performance',
      'care_leavers',
      'leadership_management_governance',
    ],
  },
  {
    key: 'ILACS_2018',
    label: 'ILACS 2018 to 2022',
    from: date('2018-01-01'),
    until: date('2022-12-31'),
    kinds: OF_ILACS,
    areas: [
      'impact_of_leaders',
      'help_and_protection',
      'children_in_care_and_care_leavers',
      'overall_effectiveness',
    ],
  },
  {
    key: 'ILACS_2023',
    label: 'ILACS January 2023 to March 2026',
    from: date('2023-01-01'),
    until: date('2026-03-31'),
    kinds: OF_ILACS,
    areas: [
      'impact_of_leaders',
      'help_and_protection',
      'children_in_care',
      'care_leavers',
      'overall_effectiveness',
    ],
  },
  {
    key: 'ILACS_2026',
    label: 'ILACS from April 2026',
    from: date('2026-04-01'),
    until: null,
    kinds: OF_ILACS,
    areas: ['impact_of_leaders', 'help_and_protection', 'children_in_care', 'care_leavers'],
  },
  {
    key: 'SEND_AREA_2016',
    label: 'Local area SEND inspections (2016 to 2022)',
    from: date('2016-05-01'),
    until: date('2022-12-31'),
    kinds: ['SEND_AREA'],
    areas: [],
  },
  {
    key: 'SEND_AREA_2023',
    label: 'Area SEND inspections from January 2023',
    from: date('2023-01-01'),
    until: null,
    kinds: ['SEND_AREA'],
    areas: [],
  },
  {
    key: 'PEER_REVIEW',
    label: 'Sector-led peer review',
    from: date('2011-01-01'),
    until: null,
    kinds: ['PEER_REVIEW'],
    areas: [],
  },
  {
    key: 'INTERNAL_AUDIT',
    label: 'Internal audit in the public sector',
    from: date('2013-04-01'),
    until: null,
    kinds: ['INTERNAL_AUDIT'],
    areas: [],
  },
];
