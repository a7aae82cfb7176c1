import { type StandardMeasure, standard } from './standard-measure.ts';

const WORKFORCE = 'Workforce';
const QUALITY = 'Quality of practice';
const CENSUS = 'Children’s social work workforce census (Department for Education)';
const LOCAL = 'Counted locally; no national return';
const FTE = '(full-time equivalent)';

/**
 * Definitions of workforce and of the quality of practice, in our own words.
 * Sources: Department for Education, "Children's social work workforce census: guide for local authorities" (turnover,
 * vacancies, agency workers, absence and cases held, as full-time equivalents on 30 September); the Children Act 1989
 * Representations Procedure (England) Regulations 2006 (complaints); Ofsted, "Inspecting local authority children's
 * services" (audit, supervision and management oversight as evidence of leadership).
 */
export const SERVICE_MEASURES: readonly StandardMeasure[] = [
  standard(WORKFORCE, {
    key: 'social-worker-turnover',
    name: 'Social worker turnover',
    counted: `Child and family social workers ${FTE} who left in the 12 months to the last day of the period`,
    outOf: `child and family social workers in post ${FTE} on that day`,
    direction: 'LOWER_IS_BETTER',
    frequency: 'QUARTERLY',
    source: CENSUS,
    words: 'turnover retention recruitment workforce stability social worker leave',
  }),
  standard(WORKFORCE, {
    key: 'social-worker-vacancies',
    name: 'Social worker vacancies',
    counted: `Vacant posts for child and family social workers ${FTE}`,
    outOf: `vacant posts and social workers in post together ${FTE}`,
    direction: 'LOWER_IS_BETTER',
    source: CENSUS,
    words: 'vacancy vacant posts recruitment workforce stability social worker',
  }),
  standard(WORKFORCE, {
    key: 'agency-social-workers',
    name: 'Agency social workers',
    counted: `Agency workers who work as child and family social workers ${FTE}`,
    outOf: `agency workers and social workers in post together ${FTE}`,
    direction: 'LOWER_IS_BETTER',
    source: CENSUS,
    words: 'agency locum workforce stability recruitment social worker',
  }),
  standard(WORKFORCE, {
    key: 'caseload-mean',
    name: 'Mean caseload',
    counted: 'Children and young people held as cases on the last day of the period',
    outOf: `social workers ${FTE}, agency workers among them, who hold at least one case`,
    unit: 'cases',
    direction: 'LOWER_IS_BETTER',
    source: CENSUS,
    words: 'caseload workload capacity workforce social worker manageable',
  }),
  standard(WORKFORCE, {
    key: 'caseload-above',
    name: 'Social workers with a caseload above the agreed number',
    counted: 'Social workers who hold more cases than the number agreed locally for their role',
    outOf: 'all social workers who hold at least one case',
    direction: 'LOWER_IS_BETTER',
    source: LOCAL,
    words: 'caseload workload capacity workforce social worker manageable too high',
  }),
  standard(WORKFORCE, {
    key: 'sickness-absence',
    name: 'Sickness absence of social workers',
    counted: 'Days missed through sickness in the 12 months to the last day of the period',
    outOf: `working days of all social workers ${FTE} in these months`,
    direction: 'LOWER_IS_BETTER',
    source: CENSUS,
    words: 'sickness absence wellbeing workforce social worker',
  }),
  standard(WORKFORCE, {
    key: 'changes-of-social-worker',
    name: 'Children with three or more social workers in the year',
    counted: 'Children who have had three or more allocated social workers in the last 12 months',
    outOf: 'all children with an open plan for 12 months or more',
    direction: 'LOWER_IS_BETTER',
    source: LOCAL,
    words: 'change of social worker continuity relationship stability workforce',
  }),
  standard(QUALITY, {
    key: 'supervision-in-time',
    name: 'Supervision in time',
    counted: 'Social workers who had recorded supervision within the interval of the supervision policy',
    outOf: 'all social workers in post on the last day of the period',
    source: LOCAL,
    words: 'supervision management oversight reflective team manager',
  }),
  standard(QUALITY, {
    key: 'case-supervision-in-time',
    name: 'Children whose case was discussed in supervision in time',
    counted: 'Children whose record holds a supervision discussion within the interval of the policy',
    outOf: 'all children with an allocated social worker on the last day of the period',
    source: LOCAL,
    words: 'supervision management oversight record case drift direction',
  }),
  standard(QUALITY, {
    key: 'audits-good',
    name: 'Audits graded good or better',
    counted: 'Completed and moderated audits whose overall grade is good or outstanding',
    outOf: 'all audits completed and moderated in the period',
    source: LOCAL,
    words: 'audit quality assurance moderation practice grade learning',
  }),
  standard(QUALITY, {
    key: 'audits-completed',
    name: 'Audits completed of those planned',
    counted: 'Audits completed by the end of the period',
    outOf: 'all audits planned for the period',
    source: LOCAL,
    words: 'audit quality assurance programme completed learning',
  }),
  standard(QUALITY, {
    key: 'audit-actions-closed',
    name: 'Actions from audits finished in time',
    counted: 'Actions agreed in audits that were finished by their date',
    outOf: 'all actions agreed in audits that were due in the period',
    source: LOCAL,
    words: 'audit quality assurance closing the loop learning actions',
  }),
  standard(QUALITY, {
    key: 'plans-up-to-date',
    name: 'Children with an up-to-date plan',
    counted: 'Children whose plan was written or reviewed within the interval for its kind',
    outOf: 'all children who should have a plan on the last day of the period',
    source: LOCAL,
    words: 'plan quality of plans care plan up to date smart drift',
  }),
  standard(QUALITY, {
    key: 'complaints-in-time',
    name: 'Complaints answered in time at stage one',
    counted: 'Complaints answered at stage one within ten working days, or 20 where they are complex',
    outOf: 'all complaints answered at stage one in the period',
    limit: 'Ten working days, up to 20 where the complaint is complex',
    source: 'Representations procedure (England) regulations 2006',
    words: 'complaint feedback learning voice timeliness',
  }),
];
