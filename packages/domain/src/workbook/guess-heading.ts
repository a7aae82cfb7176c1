import type { WorkbookConfidence, WorkbookField } from '@gt/contracts/words';

type Guess = { field: WorkbookField; confidence: WorkbookConfidence };

/**
 * Headings of published improvement plans and of our own export, by the field they stand for; the first that fits
 * counts. SURE: the heading says it. LIKELY: it mostly does.
 * Source: action plans of English councils ("What, Who, How, When, Success measures, Current status"; "Action, Lead,
 * Timescale, BRAG, Progress"; "Ref, Recommendation, Action required, Owner, Due date, Evidence").
 */
const HEADINGS: readonly (readonly [RegExp, WorkbookField, 'SURE' | 'LIKELY'])[] = [
  [/^version$/, 'version', 'SURE'],
  [
    /^(?:ref|reference|ref no|ref number|no|number|id|item|item no|action (?:ref|reference|no|number|id)|s no)$/,
    'reference',
    'SURE',
  ],
  [/b?rag(?:b|r)?\b|^(?:colour|rating|delivery confidence)$/, 'rag', 'SURE'],
  [/per ?cent|^complete$|^progress$ %/, 'percentComplete', 'SURE'],
  [
    /^(?:accountable|sro|sponsor|strategic lead|accountable lead|executive lead|senior responsible)/,
    'lead',
    'SURE',
  ],
  [/^(?:start|start date|from|commence|commencement|begin)/, 'startDate', 'SURE'],
  [
    /^(?:when|by when|when by|timescales?|time ?frames?|due|due date|due by|deadline|date due|target date|target completion|target completion date|completion date|planned completion|end|end date|finish|finish date|revised date|revised due date|revised deadline|current due date|to be completed by|complete by|target)$/,
    'dueDate',
    'SURE',
  ],
  [/^(?:timescale|deadline|due|completion) /, 'dueDate', 'LIKELY'],
  [
    /success (?:measure|criteria)|measures? of success|how will we know|what will (?:success|good|it) look like|^outcome measures?$|^performance measures?$|^kpis?$|^measures?$|impact measure/,
    'successMeasure',
    'SURE',
  ],
  [/^(?:intended|expected|desired|planned)? ?(?:outcomes?|impact)$|^impact /, 'successMeasure', 'LIKELY'],
  [/^(?:status|action status|delivery status|state|stage)$/, 'status', 'SURE'],
  [/^current (?:status|position)$/, 'status', 'LIKELY'],
  [/^priority(?: level| rating)?$|^urgency$/, 'priority', 'SURE'],
  [
    /recommendations?\b|what needs to improve|areas? (?:for|of|to) (?:improve|development)|improvement area/,
    'recommendation',
    'SURE',
  ],
  [
    /^(?:finding|findings|ofsted finding|theme|priority area|objective|aim|workstream|issue|area|standard|aim or objective|improvement priority)$/,
    'recommendation',
    'LIKELY',
  ],
  [
    /^(?:what|action|actions|actions? required|actions? needed|what will we do|what we will do|what are we going to do|task|tasks|actions? to be taken|key actions?|activity|activities|action description|specific actions?|agreed actions?|what will be done|what needs to be done)$/,
    'title',
    'SURE',
  ],
  [
    /^(?:who|who by|by whom|owner|owners|owner post|owners? post|lead|lead officer|lead officers|leads|action lead|action owner|responsible|responsible officer|responsible person|person responsible|responsibility|named lead|lead person|assigned to|officer|officers|who will do it|who is responsible|lead and team|delivery lead)$/,
    'owner',
    'SURE',
  ],
  [/^(?:lead|owner|who|responsible) /, 'owner', 'LIKELY'],
  [/^(?:team|service|service area|department|directorate|lead team|lead service)$/, 'team', 'SURE'],
  [
    /^(?:how|how will we do it|details?|description|steps|approach|method|how we will do it|actions? details?)$/,
    'detail',
    'SURE',
  ],
  [
    /progress|updates?\b|commentary|latest position|narrative|what have we done|what has been done|position statement/,
    'progress',
    'SURE',
  ],
];

/** Columns of our own export that say what follows from others: nothing is taken from them. */
const FOLLOWING = new Set([
  'also answers',
  'holder today',
  'accepted',
  'days overdue',
  'original date',
  'date moved',
  'rag by rule',
  'why they differ',
  'reasons by rule',
  'milestones',
  'waits for',
  'measures',
  'evidence',
  'thread',
  'updated',
  'for review since',
  'comments',
  'partner agency',
  'supporting teams',
  'reason declared',
]);

/** A heading without case, signs and what stands in brackets: by this a choice is remembered. */
export function headingKey(heading: string): string {
  return heading
    .replace(/%/g, ' per cent ')
    .replace(/\([^)]*\)/g, (part) => (/post/i.test(part) ? ' post ' : ' '))
    .toLowerCase()
    .replace(/['’?]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What a heading stands for by its words alone; a heading of two rows ("Timescale: End") by its lower one first.
 * Null for headings that no plan we know of has.
 */
export function guessHeading(heading: string): Guess | null {
  const parts = heading.includes(': ')
    ? [heading.split(': ').at(-1) ?? '', heading.split(': ')[0] ?? '']
    : [];
  for (const words of [...parts, heading]) {
    const key = headingKey(words);
    const found = HEADINGS.find(([pattern]) => pattern.test(key));
    if (found) return { field: found[1], confidence: words === heading ? found[2] : 'LIKELY' };
  }
  return null;
}

/** Whether nothing is taken from the column because our own export works it out from others. */
export const followsFromOthers = (key: string) => FOLLOWING.has(key);
