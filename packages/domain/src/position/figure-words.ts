import { RAG_LABELS, RAGS } from '@gt/contracts/words';
import type { PositionFacts } from './position-facts.ts';

/** What each figure counts, by the last part of its key. */
const COUNTED: Readonly<Record<string, string>> = {
  actions: 'All actions',
  open: 'Open',
  closed: 'Closed',
  cancelled: 'Cancelled',
  overdue: 'Overdue',
  pastOriginal: 'Past the original date',
  dueIn14Days: 'Due in 14 days',
  withoutEvidence: 'Without evidence',
  silent: 'Silent',
  mismatch: 'RAG differs from the rule',
  red: RAG_LABELS.RED,
  amber: RAG_LABELS.AMBER,
  green: RAG_LABELS.GREEN,
  unrated: RAG_LABELS.NONE,
  dateAsked: 'A new date waits for an answer',
  moved: 'Date moved',
  movedTwice: 'Date moved twice or more',
  byLead: 'Date moved on the programme lead’s word',
  byBoard: 'Date moved on the board’s word',
  notTakenOn: 'Not taken on yet',
  returned: 'Evidence was returned',
  inTime: 'Updated in time',
  NO_OWNER: 'Without an owner',
  NO_EVIDENCE: 'Without evidence',
  RETURNED: 'Evidence was returned',
  ...Object.fromEntries(RAGS.map((rag) => [rag, RAG_LABELS[rag]])),
};

/**
 * What a figure counts, in words, with whose it is before it.
 * Example: `team:…:overdue` → "Fostering: overdue"; `due:14` → "Due within 14 days".
 */
export function figureWords(key: string, of: Pick<PositionFacts, 'teams' | 'recommendations'>): string {
  const [kind = '', id = '', name = ''] = key.split(':');
  if (kind === 'due') return `Due within ${id} days`;
  if (kind === 'milestones') return `With a milestone due within ${id} days`;
  const counted = COUNTED[name || id || kind] ?? '';
  if (kind === 'team') {
    const team = of.teams.find((one) => one.id === id)?.name ?? 'No team';
    return `${team}: ${counted.toLowerCase()}`;
  }
  if (kind === 'recommendation') {
    const reference = of.recommendations.find((one) => one.id === id)?.reference ?? '';
    return `${reference}: ${counted.toLowerCase()}`;
  }
  return counted;
}
