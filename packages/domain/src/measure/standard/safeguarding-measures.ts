import { type StandardMeasure, standard } from './standard-measure.ts';

const EARLY = 'Early help';
const DOOR = 'Front door and assessment';
const PROTECTION = 'Child protection';
const CENSUS = 'Children in need census (Department for Education)';
const TOGETHER = 'Working together to safeguard children (statutory guidance)';
const LOCAL = 'Counted locally; no national return';

/**
 * Definitions from early help to child protection, in our own words.
 * Sources: Department for Education, "Children in need census: guide for local authorities" (referrals, assessments,
 * section 47 enquiries, conferences, plans); "Working together to safeguard children" (one working day, 45 working
 * days, 15 working days, reviews after three and six months); Ofsted, "Inspecting local authority children's
 * services", annex A (lists of children asked for); ADCS, "Safeguarding pressures" (early help).
 */
export const SAFEGUARDING_MEASURES: readonly StandardMeasure[] = [
  standard(EARLY, {
    key: 'early-help-in-time',
    name: 'Early help assessments completed in time',
    counted: 'Early help assessments completed within the number of working days set locally',
    outOf: 'all early help assessments completed in the period',
    source: LOCAL,
    words: 'early help assessment family hub prevention timeliness partner',
  }),
  standard(EARLY, {
    key: 'early-help-outcomes',
    name: 'Early help closed with outcomes met',
    counted: 'Families whose early help ended with the agreed outcomes met',
    outOf: 'all families whose early help ended in the period',
    source: LOCAL,
    words: 'early help outcomes impact family closed step down',
  }),
  standard(EARLY, {
    key: 'early-help-step-up',
    name: 'Early help stepped up to social care',
    counted: 'Families whose early help ended with a step up to children’s social care',
    outOf: 'all families whose early help ended in the period',
    direction: 'LOWER_IS_BETTER',
    source: LOCAL,
    words: 'early help step up escalation threshold',
  }),
  standard(DOOR, {
    key: 're-referrals-12-months',
    name: 'Re-referrals within 12 months',
    counted: 'Referrals received within 12 months of an earlier referral of the same child',
    outOf: 'all referrals received in the period',
    direction: 'LOWER_IS_BETTER',
    source: CENSUS,
    words: 'referral re-referral repeat front door mash threshold demand',
  }),
  standard(DOOR, {
    key: 'referral-decision-1-day',
    name: 'Referrals with a decision in one working day',
    counted: 'Referrals on which a decision about the next step was made within one working day of receipt',
    outOf: 'all referrals received in the period',
    limit: 'One working day from receipt',
    source: TOGETHER,
    words: 'referral decision contact front door mash timeliness threshold',
  }),
  standard(DOOR, {
    key: 'assessments-45-days',
    name: 'Assessments completed in 45 working days',
    counted: 'Assessments completed within 45 working days of the referral',
    outOf: 'all assessments completed in the period',
    limit: 'No longer than 45 working days from the referral',
    source: CENSUS,
    words: 'assessment single assessment timeliness drift delay quality of assessments',
  }),
  standard(DOOR, {
    key: 'strategy-to-section-47',
    name: 'Section 47 enquiries that led to a conference',
    counted: 'Section 47 enquiries that ended with an initial child protection conference',
    outOf: 'all section 47 enquiries completed in the period',
    source: CENSUS,
    words: 'section 47 strategy discussion threshold enquiry conference',
  }),
  standard(DOOR, {
    key: 'cin-visits-in-time',
    name: 'Visits to children in need in time',
    counted: 'Children with a child in need plan who were seen within the number of days set locally',
    outOf: 'all children with a child in need plan on the last day of the period',
    source: LOCAL,
    words: 'child in need visit seen timeliness plan cin drift',
  }),
  standard(DOOR, {
    key: 'cin-reviews-in-time',
    name: 'Child in need plans reviewed in time',
    counted: 'Children with a child in need plan that was reviewed within the interval set locally',
    outOf: 'all children with a child in need plan on the last day of the period',
    source: LOCAL,
    words: 'child in need plan review drift delay cin oversight',
  }),
  standard(PROTECTION, {
    key: 'section-47-to-conference-15',
    name: 'Section 47 to initial conference in 15 working days',
    counted:
      'Initial child protection conferences held within 15 working days of the strategy discussion that began the section 47 enquiry',
    outOf: 'all initial child protection conferences held in the period',
    limit: '15 working days from the strategy discussion',
    source: CENSUS,
    words: 'section 47 icpc conference child protection strategy timeliness',
  }),
  standard(PROTECTION, {
    key: 'cp-plans-again',
    name: 'Child protection plans for a second or subsequent time',
    counted:
      'Child protection plans that began for a child who had been the subject of one before, at any time',
    outOf: 'all child protection plans that began in the period',
    direction: 'LOWER_IS_BETTER',
    source: CENSUS,
    words: 'child protection plan repeat second subsequent again',
  }),
  standard(PROTECTION, {
    key: 'cp-plans-2-years',
    name: 'Child protection plans lasting two years or more',
    counted: 'Child protection plans that had lasted two years or more when they ended',
    outOf: 'all child protection plans that ended in the period',
    direction: 'LOWER_IS_BETTER',
    source: CENSUS,
    words: 'child protection plan long drift delay two years',
  }),
  standard(PROTECTION, {
    key: 'cp-reviews-in-time',
    name: 'Child protection reviews in time',
    counted: 'Children on a plan for three months or more, all of whose review conferences were held in time',
    outOf: 'all children who on the last day of the period had been on a plan for three months or more',
    limit: 'First review within three months of the initial conference, then at most six months apart',
    source: CENSUS,
    words: 'child protection review conference timeliness plan',
  }),
  standard(PROTECTION, {
    key: 'cp-visits-in-time',
    name: 'Visits to children on a child protection plan in time',
    counted: 'Children on a child protection plan who were seen within the interval that their plan sets',
    outOf: 'all children on a child protection plan on the last day of the period',
    source: LOCAL,
    words: 'child protection visit seen alone timeliness statutory visit',
  }),
  standard(PROTECTION, {
    key: 'core-groups-in-time',
    name: 'Core groups in time',
    counted: 'Children on a plan whose latest core group met within the interval that their plan sets',
    outOf: 'all children on a child protection plan on the last day of the period',
    limit: 'First core group within ten working days of the initial conference',
    source: TOGETHER,
    words: 'core group child protection plan multi-agency partner',
  }),
];
