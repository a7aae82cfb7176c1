import { type StandardMeasure, standard } from './standard-measure.ts';

const HEALTH = 'Health';
const EDUCATION = 'Education and SEND';
const LEAVERS = 'Care leavers';
const RETURN_903 = 'Children looked after return, SSDA903 (Department for Education)';
const HEALTH_GUIDANCE = 'Promoting the health and wellbeing of looked-after children (statutory guidance)';
const YEAR_IN_CARE = 'all children in care on that day who had been so for 12 months or more';

/**
 * Definitions of health, education and leaving care, in our own words.
 * Sources: Department for Education, "Children looked after by local authorities: guide to the SSDA903 collection"
 * (health checks, immunisations, strengths and difficulties, care leavers aged 17 to 21); "Promoting the health and
 * wellbeing of looked-after children" and regulation 7 of the Care Planning Regulations 2010 (initial and review
 * health assessments); "Promoting the education of looked-after children" (personal education plans); "Working
 * together to improve school attendance" (persistent absence: a tenth of sessions); the Care Leavers (England)
 * Regulations 2010 (pathway plans); the Special Educational Needs and Disability Regulations 2014, regulation 13.
 */
export const WELLBEING_MEASURES: readonly StandardMeasure[] = [
  standard(HEALTH, {
    key: 'initial-health-20-days',
    name: 'Initial health assessments in 20 working days',
    counted: 'Children whose first health assessment was completed within 20 working days of entering care',
    outOf: 'all children who had been in care for 20 working days at some time in the period',
    limit: 'In time for the first review, 20 working days after entering care',
    source: HEALTH_GUIDANCE,
    words: 'initial health assessment iha health children in care timeliness',
  }),
  standard(HEALTH, {
    key: 'review-health-in-time',
    name: 'Review health assessments in time',
    counted: 'Children in care whose latest health assessment is within the interval for their age',
    outOf: YEAR_IN_CARE,
    limit: 'Every six months under five, every 12 months from five on',
    source: HEALTH_GUIDANCE,
    words: 'review health assessment rha health children in care annual',
  }),
  standard(HEALTH, {
    key: 'dental-checks',
    name: 'Dental checks in the last 12 months',
    counted: 'Children whose teeth were checked by a dentist in the 12 months to the last day of the period',
    outOf: YEAR_IN_CARE,
    source: RETURN_903,
    words: 'dentist dental teeth health children in care',
  }),
  standard(HEALTH, {
    key: 'immunisations',
    name: 'Immunisations up to date',
    counted: 'Children whose immunisations were up to date',
    outOf: YEAR_IN_CARE,
    source: RETURN_903,
    words: 'immunisation vaccination health children in care',
  }),
  standard(HEALTH, {
    key: 'sdq-returned',
    name: 'Strengths and difficulties questionnaires returned',
    counted: 'Children with a score of the strengths and difficulties questionnaire in the last 12 months',
    outOf: 'all children aged 4 to 16 who had been in care for 12 months or more',
    source: RETURN_903,
    words: 'sdq emotional wellbeing mental health camhs strengths difficulties',
  }),
  standard(HEALTH, {
    key: 'sdq-mean',
    name: 'Mean strengths and difficulties score',
    counted: 'Mean total difficulties score of the questionnaires returned in the last 12 months',
    outOf: 'children aged 4 to 16 in care for 12 months or more who have a score',
    unit: 'score',
    direction: 'LOWER_IS_BETTER',
    frequency: 'YEARLY',
    source: RETURN_903,
    words: 'sdq emotional wellbeing mental health camhs strengths difficulties',
  }),
  standard(EDUCATION, {
    key: 'peps-in-time',
    name: 'Personal education plans in time',
    counted: 'Children in care with a personal education plan reviewed in the term',
    outOf: 'all children in care of the ages that need one on the last day of the term',
    limit: 'Reviewed each term; a first plan in time for the first review',
    source: 'Promoting the education of looked-after children (statutory guidance)',
    words: 'pep personal education plan virtual school education',
  }),
  standard(EDUCATION, {
    key: 'persistent-absence-care',
    name: 'Persistent absence of children in care',
    counted: 'Children in care who missed a tenth or more of the sessions they could have attended',
    outOf: 'all children in care of compulsory school age on a school’s roll',
    direction: 'LOWER_IS_BETTER',
    source: 'Pupil absence statistics (Department for Education)',
    words: 'absence attendance school education virtual school missed sessions',
  }),
  standard(EDUCATION, {
    key: 'suspensions-care',
    name: 'Children in care suspended from school',
    counted: 'Children in care with at least one suspension in the school year so far',
    outOf: 'all children in care of compulsory school age',
    direction: 'LOWER_IS_BETTER',
    source: 'Suspensions and permanent exclusions statistics (Department for Education)',
    words: 'suspension exclusion school education virtual school',
  }),
  standard(EDUCATION, {
    key: 'ehc-plans-20-weeks',
    name: 'Education, health and care plans in 20 weeks',
    counted:
      'New education, health and care plans issued within 20 weeks of the request, exceptions left out',
    outOf: 'all new plans issued in the period, exceptions left out',
    limit: '20 weeks from the request',
    source: 'SEN2 return (Department for Education)',
    words: 'ehc ehcp send special educational needs plan timeliness disabled',
  }),
  standard(EDUCATION, {
    key: 'ehc-annual-reviews',
    name: 'Annual reviews of education, health and care plans in time',
    counted: 'Children and young people whose plan was reviewed within the last 12 months',
    outOf: 'all children and young people with a plan for 12 months or more',
    limit: 'At least every 12 months',
    source: 'SEN2 return (Department for Education)',
    words: 'ehc ehcp send special educational needs annual review disabled',
  }),
  standard(LEAVERS, {
    key: 'leavers-eet-17-18',
    name: 'Care leavers aged 17 and 18 in education, employment or training',
    counted: 'Care leavers aged 17 or 18 who are in education, employment or training',
    outOf: 'all care leavers of these ages who fall into the return',
    frequency: 'QUARTERLY',
    source: RETURN_903,
    words: 'care leaver eet neet education employment training young people',
  }),
  standard(LEAVERS, {
    key: 'leavers-eet-19-21',
    name: 'Care leavers aged 19 to 21 in education, employment or training',
    counted: 'Care leavers aged 19, 20 or 21 who are in education, employment or training',
    outOf: 'all care leavers of these ages who fall into the return',
    frequency: 'QUARTERLY',
    source: RETURN_903,
    words: 'care leaver eet neet education employment training young people',
  }),
  standard(LEAVERS, {
    key: 'leavers-accommodation',
    name: 'Care leavers in suitable accommodation',
    counted: 'Care leavers aged 19, 20 or 21 who live in accommodation considered suitable',
    outOf: 'all care leavers of these ages who fall into the return',
    frequency: 'QUARTERLY',
    source: RETURN_903,
    words: 'care leaver accommodation housing homeless suitable young people',
  }),
  standard(LEAVERS, {
    key: 'leavers-in-touch',
    name: 'Care leavers the service is in touch with',
    counted: 'Care leavers with whom the service was in touch around their birthday',
    outOf: 'all care leavers aged 17 to 21 who fall into the return',
    frequency: 'QUARTERLY',
    source: RETURN_903,
    words: 'care leaver in touch personal adviser contact young people',
  }),
  standard(LEAVERS, {
    key: 'pathway-plans-in-time',
    name: 'Pathway plans in time',
    counted: 'Young people with a pathway plan that was written or reviewed in the last six months',
    outOf: 'all young people who are due one on the last day of the period',
    limit: 'Written within three months of becoming eligible, reviewed at least every six months',
    source: 'Care leavers (England) regulations 2010',
    words: 'pathway plan care leaver personal adviser transition health passport',
  }),
];
