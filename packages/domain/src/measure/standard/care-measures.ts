import { type StandardMeasure, standard } from './standard-measure.ts';

const CARE = 'Children in care';
const HOMES = 'Homes and fostering';
const PERMANENCE = 'Adoption and permanence';
const MISSING = 'Missing';
const RETURN_903 = 'Children looked after return, SSDA903 (Department for Education)';
const CARE_PLANNING = 'Care planning, placement and case review (England) regulations 2010';
const FOSTERING = 'Fostering return (Ofsted)';
const SCORECARDS = 'Adoption scorecards (Department for Education)';
const LOCAL = 'Counted locally; no national return';

/**
 * Definitions of children in care, their homes, and permanence, in our own words.
 * Sources: Department for Education, "Children looked after by local authorities: guide to the SSDA903 collection"
 * (placements, distance, missing); "Adoption scorecards: methodology and guidance" (A1, A2, A10, and the thresholds of
 * 14 and 4 months); the Care Planning, Placement and Case Review (England) Regulations 2010 (visits, regulation 28;
 * reviews, regulation 33); the Fostering Services (England) Regulations 2011, regulation 28; Ofsted, "Fostering in
 * England" (households); "Children who run away or go missing from home or care" (2014); Children Act 1989, section 32.
 */
export const CARE_MEASURES: readonly StandardMeasure[] = [
  standard(CARE, {
    key: 'cla-visits-in-time',
    name: 'Visits to children in care in time',
    counted:
      'Children in care whose latest visit by their social worker was within the interval that applies',
    outOf: 'all children in care on the last day of the period',
    limit:
      'Within a week of moving in, then at most six weeks apart; three months where the placement is to last until 18',
    source: CARE_PLANNING,
    words: 'looked after visit statutory visit children in care seen',
  }),
  standard(CARE, {
    key: 'cla-reviews-in-time',
    name: 'Reviews of children in care in time',
    counted: 'Children in care all of whose reviews in the last 12 months were held in time',
    outOf: 'all children in care on the last day of the period who were due a review',
    limit: 'Within 20 working days, then three months, then at most six months apart',
    source: CARE_PLANNING,
    words: 'looked after review iro independent reviewing officer care plan',
  }),
  standard(CARE, {
    key: 'cla-taking-part',
    name: 'Children taking part in their reviews',
    counted: 'Children aged four or over who spoke, wrote or were spoken for at their review',
    outOf: 'all children aged four or over whose review was held in the period',
    source: LOCAL,
    words: 'voice of the child participation review children in care views advocacy',
  }),
  standard(HOMES, {
    key: 'three-placements',
    name: 'Three or more placements in the year',
    counted: 'Children in care with three or more placements in the 12 months to the last day of the period',
    outOf: 'all children in care on that day',
    direction: 'LOWER_IS_BETTER',
    source: RETURN_903,
    words: 'placement stability moves sufficiency disruption home',
  }),
  standard(HOMES, {
    key: 'same-placement-2-years',
    name: 'In the same placement for two years or more',
    counted:
      'Of these, children who have lived in the same placement for two years or more, or are placed for adoption',
    outOf: 'all children under 16 who have been in care for two and a half years or more',
    source: RETURN_903,
    words: 'placement stability long-term matched permanence sufficiency home',
  }),
  standard(HOMES, {
    key: 'placed-20-miles',
    name: 'Placed more than 20 miles from home',
    counted: 'Children in care whose placement is more than 20 miles from their home address',
    outOf: 'all children in care on the last day of the period',
    direction: 'LOWER_IS_BETTER',
    source: RETURN_903,
    words: 'distance placement sufficiency out of area far from home',
  }),
  standard(HOMES, {
    key: 'unregistered',
    name: 'Children in unregistered settings',
    counted: 'Children living in a setting that should be registered and is not',
    outOf: '',
    unit: 'children',
    direction: 'LOWER_IS_BETTER',
    limit: 'None may: such a setting may not operate unregistered',
    source: 'Notified to Ofsted case by case',
    words: 'unregistered unregulated children’s home sufficiency placement illegal',
  }),
  standard(HOMES, {
    key: 'in-house-foster-care',
    name: 'Children in foster care who live with our own carers',
    counted: 'Children in foster care who live with carers approved by this service',
    outOf: 'all children in foster care on the last day of the period',
    source: RETURN_903,
    words: 'in-house foster carer agency sufficiency fostering placement',
  }),
  standard(HOMES, {
    key: 'fostering-net-gain',
    name: 'Net gain of mainstream fostering households',
    counted:
      'Mainstream fostering households approved in the 12 months to the last day of the period, less those that left',
    outOf: '',
    unit: 'households',
    frequency: 'QUARTERLY',
    source: FOSTERING,
    words: 'foster carer recruitment retention sufficiency households',
  }),
  standard(HOMES, {
    key: 'foster-reviews-in-time',
    name: 'Annual reviews of foster carers in time',
    counted: 'Approved fostering households whose latest review was within the last 12 months',
    outOf: 'all households approved for 12 months or more',
    limit: 'A review at least every 12 months',
    source: 'Fostering services (England) regulations 2011',
    words: 'foster carer review approval supervision annual household',
  }),
  standard(HOMES, {
    key: 'foster-supervision-in-time',
    name: 'Supervision visits to foster carers in time',
    counted: 'Approved fostering households that had a supervision visit within the interval set locally',
    outOf: 'all approved fostering households on the last day of the period',
    source: LOCAL,
    words: 'foster carer supervision supervising social worker visit support',
  }),
  standard(PERMANENCE, {
    key: 'adoption-a10',
    name: 'Entering care to moving in with adopters (A10)',
    counted:
      'Mean days between entering care and moving in with the adoptive family, where foster carers adopt until the child was fostered with them',
    outOf: 'children adopted in the three years to the last day of the period',
    unit: 'days',
    direction: 'LOWER_IS_BETTER',
    frequency: 'QUARTERLY',
    limit: 'National threshold: 14 months (426 days)',
    source: SCORECARDS,
    words: 'adoption timeliness delay scorecard permanence a1',
  }),
  standard(PERMANENCE, {
    key: 'adoption-a1',
    name: 'Entering care to moving in with adopters (A1)',
    counted: 'Mean days between entering care and moving in with the adoptive family',
    outOf: 'children adopted in the three years to the last day of the period',
    unit: 'days',
    direction: 'LOWER_IS_BETTER',
    frequency: 'QUARTERLY',
    limit: 'National threshold: 14 months (426 days)',
    source: SCORECARDS,
    words: 'adoption timeliness delay scorecard permanence',
  }),
  standard(PERMANENCE, {
    key: 'adoption-a2',
    name: 'Placement order to match with adopters (A2)',
    counted: 'Mean days between the court’s authority to place and the decision on a match',
    outOf: 'children adopted in the three years to the last day of the period',
    unit: 'days',
    direction: 'LOWER_IS_BETTER',
    frequency: 'QUARTERLY',
    limit: 'National threshold: four months (121 days)',
    source: SCORECARDS,
    words: 'adoption match matching timeliness delay scorecard placement order',
  }),
  standard(PERMANENCE, {
    key: 'permanence-second-review',
    name: 'Permanence plan by the second review',
    counted: 'Children with a plan for permanence on record at their second review',
    outOf: 'all children whose second review was held in the period',
    limit: 'By the second review, four months after entering care',
    source: 'Care planning guidance (Children Act 1989 guidance, volume 2)',
    words: 'permanence planning early permanence drift delay review long-term',
  }),
  standard(PERMANENCE, {
    key: 'care-proceedings-26-weeks',
    name: 'Care proceedings ended in 26 weeks',
    counted: 'Children whose care or supervision proceedings ended within 26 weeks of issue',
    outOf: 'all children whose proceedings ended in the period',
    limit: '26 weeks from issue',
    source: 'Children Act 1989, section 32',
    words: 'court proceedings public law outline pre-proceedings plo delay statements',
  }),
  standard(PERMANENCE, {
    key: 'pre-proceedings-length',
    name: 'Weeks in pre-proceedings',
    counted: 'Mean weeks from the letter before proceedings to the end of pre-proceedings',
    outOf: 'families whose pre-proceedings ended in the period',
    unit: 'weeks',
    direction: 'LOWER_IS_BETTER',
    source: LOCAL,
    words: 'pre-proceedings public law outline plo letter before proceedings drift delay',
  }),
  standard(MISSING, {
    key: 'return-interviews-offered-72',
    name: 'Return interviews offered in 72 hours',
    counted: 'Times a child was found after being missing and was offered a return interview within 72 hours',
    outOf: 'all times a child was found after being missing in the period',
    limit: 'Within 72 hours of the child’s return',
    source: 'Children who run away or go missing from home or care (statutory guidance)',
    words: 'missing return home interview exploitation contextual safeguarding',
  }),
  standard(MISSING, {
    key: 'return-interviews-done-72',
    name: 'Return interviews held in 72 hours',
    counted: 'Return interviews held within 72 hours of the child’s return',
    outOf: 'all times a child was found after being missing in the period',
    limit: 'Within 72 hours of the child’s return',
    source: 'Children who run away or go missing from home or care (statutory guidance)',
    words: 'missing return home interview exploitation contextual safeguarding',
  }),
  standard(MISSING, {
    key: 'missing-from-care',
    name: 'Children in care who went missing',
    counted: 'Children in care who were missing at least once in the period',
    outOf: 'all children who were in care in the period',
    direction: 'LOWER_IS_BETTER',
    source: RETURN_903,
    words: 'missing from care exploitation contextual safeguarding',
  }),
];
