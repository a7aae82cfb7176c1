/** A broad subject of the field that inspections come back to, and how its words look. */
export type Theme = {
  key: string;
  label: string;
  /** Any of these in the text, in lower case with plain apostrophes, puts it into the theme. */
  words: RegExp;
  /** Words that look like it and mean something else; they are taken out first. */
  notThese?: RegExp;
  /** Names much and ties little: two recommendations need more in common than this alone. */
  isBroad?: true;
};

/**
 * The vocabulary of themes. A recommendation may stand in several; one that stands in none is compared by its words
 * alone. The list names subjects, never a quality ("timeliness", "consistency"), because every report asks for those.
 * Sources: the judgement areas and headings of the inspection frameworks of 2013 to 2026, and the wording of published
 * "what needs to improve" lists. `themes.test.ts` holds one real or like-worded sentence for each.
 */
export const THEMES: readonly Theme[] = [
  {
    key: 'leadership',
    label: 'Leadership and strategic oversight',
    words:
      /\b(?:senior leaders|leaders|strategic|governance|corporate parent\w*|scrutiny|council's own services)\b/,
    isBroad: true,
  },
  {
    key: 'oversight',
    label: 'Management oversight and supervision',
    words:
      /\b(?:management oversight|management direction|supervision|oversight of (?:practice|front-line work))\b/,
    notThese: /\bsupervision of foster carers\b/g,
  },
  {
    key: 'quality-assurance',
    label: 'Performance information and quality assurance',
    words:
      /\b(?:quality assurance|audit\w*|performance (?:management|information|data)|weak performance|impact of practice)\b/,
  },
  {
    key: 'workforce',
    label: 'Workforce, capacity and caseloads',
    words:
      /\b(?:workforce|caseloads?|staffing|social work(?:er)? capacity|recruitment|retention|turnover|agency (?:staff|social workers)|consistency of social worker)\b/,
    notThese: /\b(?:recruitment|retention)[\w, ]* of foster carers\b/g,
  },
  {
    key: 'front-door',
    label: 'Front door and thresholds',
    words: /\b(?:thresholds?|front door|mash|safeguarding hub|contacts|referr\w+)\b/,
  },
  { key: 'early-help', label: 'Early help', words: /\bearl(?:y|ier) (?:help|intervention)\b/ },
  {
    key: 'partnership',
    label: 'Working with partner agencies',
    words:
      /\b(?:partner-led|partner agencies|(?:by|with|between) partners|partnership|multi-agency|inter-?agency|joint working|external agencies|across agencies)\b/,
    notThese: /\b(?:multi-agency safeguarding hub|in partnership with parents)\b/g,
  },
  {
    key: 'courts',
    label: 'Courts and pre-proceedings',
    words: /\b(?:courts?|pre-?proceedings|care proceedings|public law outline|plo)\b/,
  },
  {
    key: 'child-protection',
    label: 'Child protection enquiries, conferences and core groups',
    words:
      /\b(?:strategy (?:meetings?|discussions?)|child[- ]protection (?:\w+ )?(?:conferences?|enquir\w+|process|response|work|chairs)|core groups?|section 47|significant harm)\b/,
  },
  { key: 'domestic-abuse', label: 'Domestic abuse', words: /\bdomestic (?:abuse|violence)\b/ },
  { key: 'neglect', label: 'Neglect', words: /\bneglect\b/ },
  {
    key: 'exploitation',
    label: 'Exploitation and children who go missing',
    words:
      /\b(?:exploitation|exploited|contextual safeguarding|harm outside the home|extra-familial|(?:go|goes|going|went) missing|missing from (?:home|care)|gangs?|county lines|extremis\w+|radicalisation)\b/,
  },
  {
    key: 'return-home-interviews',
    label: 'Return home interviews',
    words: /\breturn(?: home)? interviews?\b/,
  },
  {
    key: 'missing-education',
    label: 'Children missing education or educated at home',
    words: /\b(?:missing (?:from )?education|home[- ]educat\w+)\b/,
  },
  {
    key: 'education',
    label: 'Education of children in care',
    words: /\b(?:virtual school|personal education|peps?|educational (?:attainment|progress|outcomes))\b/,
  },
  {
    key: 'work-and-training',
    label: 'Care leavers in education, employment and training',
    words:
      /\b(?:neet|eet|employment(?:,| and| or)+ training|employment,? (?:and|or) training|apprenticeships?)\b/,
  },
  {
    key: 'care-leavers',
    label: 'Care leavers and pathway plans',
    words: /\b(?:care leavers?|leaving care|personal advis[eo]rs?|pathway (?:plans?|planning)|local offer)\b/,
  },
  {
    key: 'transitions',
    label: 'Becoming an adult',
    words: /\b(?:transitions?|adulthood)\b/,
  },
  {
    key: 'homes-for-young-people',
    label: 'Homes for care leavers and young people',
    words: /\baccommodation\b/,
  },
  {
    key: 'homelessness',
    label: 'Homeless children aged 16 and 17',
    words: /\bhomeless\w*\b/,
  },
  {
    key: 'permanence',
    label: 'Permanence',
    words: /\b(?:permanence|permanency|special guardianship|legal status)\b/,
  },
  { key: 'adoption', label: 'Adoption', words: /\b(?:adoption|adopters?|adoptive)\b/ },
  {
    key: 'fostering',
    label: 'Fostering and foster carers',
    words: /\bfoster(?:ing| carers?)\b/,
    notThese: /\b(?:private(?:ly)? foster(?:ing|ed)|long-term fostering)\b/g,
  },
  { key: 'private-fostering', label: 'Private fostering', words: /\bprivate(?:ly)? foster(?:ing|ed)\b/ },
  {
    key: 'connected-carers',
    label: 'Family, friends and placements with parents',
    words: /\b(?:connected (?:persons?|carers?)|kinship|family networks?|plac(?:ed|ements?) with parents?)\b/,
  },
  {
    key: 'returning-home',
    label: 'Children who return home from care',
    words: /\b(?:return home(?! interview)|reunif\w+)\b/,
  },
  {
    key: 'sufficiency',
    label: 'Enough of the right placements',
    words:
      /\b(?:placement sufficiency|sufficiency|suitable placements|range of placements|local placements|unregulated|unregistered)\b/,
  },
  {
    key: 'matching',
    label: 'Matching and stability of placements',
    words: /\b(?:matching|placement (?:breakdowns?|stability|moves?))\b/,
  },
  {
    key: 'assessments',
    label: 'Quality of assessments',
    words:
      /\b(?:assessments? and (?:plan\w*|reviews?)|(?:quality|analysis) of (?:the )?assessments?|poor assessments?|children's assessments)\b/,
  },
  {
    key: 'plans',
    label: 'Quality of plans',
    words: /\bplans\b/,
    notThese:
      /\b(?:permanence|pathway|education|safety|transition|contingency) plans\b|\bplans (?:to return|for permanence)\b/g,
  },
  {
    key: 'pre-birth',
    label: 'Babies and pre-birth work',
    words: /\b(?:pre-birth|unborn|babies)\b/,
  },
  {
    key: 'risk',
    label: 'Recognising and answering risk',
    words:
      /\b(?:response to risk|escalating risks?|risks? (?:and safety|are)|assessment of risk|safety plan(?:s|ning)?)\b/,
    isBroad: true,
  },
  { key: 'young-carers', label: 'Young carers', words: /\byoung carers?\b/ },
  {
    key: 'disabled-children',
    label: 'Disabled children and complex needs',
    words: /\b(?:disab\w+|complex needs|special educational needs)\b/,
  },
  {
    key: 'health',
    label: 'Health of children in care',
    words:
      /\b(?:health (?:assessments?|histor(?:y|ies)|needs|passports?)|mental health|emotional wellbeing|care leavers' health)\b/,
  },
  {
    key: 'voice',
    label: 'Voice of the child and direct work',
    words:
      /\b(?:voice|wishes and feelings|children's (?:experiences and )?views|participation|direct work|advoca\w+|independent visitors?)\b/,
  },
  {
    key: 'identity',
    label: 'Identity and diversity',
    words: /\b(?:identity|cultural|racial|ethnicity|divers(?:e|ity)|equalit\w+)\b/,
  },
  { key: 'life-story', label: 'Life-story work', words: /\blife[- ]story\b/ },
  {
    key: 'records',
    label: 'Case records',
    words: /\b(?:case record(?:s|ing)|written records|children's records|chronolog\w+)\b/,
  },
  {
    key: 'reviewing-officers',
    label: 'Independent reviewing officers and conference chairs',
    words: /\b(?:independent (?:reviewing officers?|chairs?)|iros?|conference chairs)\b/,
  },
  {
    key: 'allegations',
    label: 'Allegations against professionals',
    words: /\b(?:designated officer|lado|allegations against)\b/,
  },
  { key: 'consent', label: 'Consent of parents', words: /\bconsent\b/ },
  { key: 'complaints', label: 'Complaints', words: /\bcomplaints?\b/ },
];

const BY_KEY = new Map(THEMES.map((theme) => [theme.key, theme]));

/** "Permanence"; a key that is no longer known names itself. */
export function themeLabel(key: string): string {
  return BY_KEY.get(key)?.label ?? key;
}

/** Whether a theme names so much that two recommendations need more in common than it. */
export function isBroadTheme(key: string): boolean {
  return BY_KEY.get(key)?.isBroad === true;
}

/**
 * Keys of the themes that a recommendation stands in, in the order of the vocabulary.
 * Example: "Alignment of the approach to contextual safeguarding." → ["exploitation"].
 */
export function themesOf(text: string): string[] {
  const even = text.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ');
  return THEMES.filter(({ words, notThese }) =>
    words.test(notThese ? even.replace(notThese, ' ') : even),
  ).map(({ key }) => key);
}
