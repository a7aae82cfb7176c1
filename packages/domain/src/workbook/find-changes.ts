import {
  type CellChange,
  DELIVERY_STATUS_LABELS,
  type DeliveryStatus,
  type DraftAction,
  formatDate,
  type IsoDate,
  PRIORITY_LABELS,
  type Priority,
  type UpdatableField,
  type WorkbookChoices,
} from '@gt/contracts/words';
import { choiceWords, ownerWords } from './becomes-of.ts';
import type { Given } from './give-action.ts';
import type { PlanAction, PlanFacts } from './plan-facts.ts';

/** What a row wants changed; what is absent stays. */
export type WantedChange = {
  facts?: Partial<{
    title: string;
    detail: string;
    successMeasure: string;
    priority: Priority;
    startDate: IsoDate | null;
  }>;
  dueDate?: IsoDate;
  status?: DeliveryStatus;
  /** Team, owner or lead change; whom to stands in the row's `given`. */
  assigns?: ('team' | 'owner' | 'lead')[];
};

type Asked = {
  action: DraftAction;
  target: PlanAction;
  given: Given;
  dates: { startDate: IsoDate | null; dueDate: IsoDate | null };
  choices: WorkbookChoices;
  facts: PlanFacts;
};

const day = (date: IsoDate | null) => (date === null ? '' : formatDate(date));
/** Line ends and blanks that a workbook changes by itself are no change. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The cells of a row that say something else than the action, among the fields that may change: was and becomes.
 * An empty cell changes nothing: nobody can tell a deletion from a cell that was never filled.
 */
export function findChanges(asked: Asked): { changes: CellChange[]; wanted: WantedChange } {
  const changes: CellChange[] = [];
  const wanted: WantedChange = {};
  const may = (field: UpdatableField) =>
    asked.choices.updates.includes(field) && asked.action.given.includes(field);
  const add = (field: UpdatableField, was: string, becomes: string) => changes.push({ field, was, becomes });
  const { action, target, dates } = asked;
  const facts: NonNullable<WantedChange['facts']> = {};
  for (const field of ['title', 'detail', 'successMeasure'] as const) {
    if (!may(field) || plain(action[field]) === '' || plain(action[field]) === plain(target[field])) continue;
    add(field, target[field], action[field]);
    facts[field] = action[field];
  }
  if (may('priority') && action.priority && action.priority !== target.priority) {
    add('priority', PRIORITY_LABELS[target.priority], PRIORITY_LABELS[action.priority]);
    facts.priority = action.priority;
  }
  if (may('startDate') && dates.startDate && dates.startDate !== target.startDate) {
    add('startDate', day(target.startDate), day(dates.startDate));
    facts.startDate = dates.startDate;
  }
  if (Object.keys(facts).length > 0) wanted.facts = facts;
  if (may('dueDate') && dates.dueDate && dates.dueDate !== target.dueDate) {
    add('dueDate', day(target.dueDate), day(dates.dueDate));
    wanted.dueDate = dates.dueDate;
  }
  if (may('status') && action.status && action.status !== target.status && !isSaidBlue(action, target)) {
    add('status', DELIVERY_STATUS_LABELS[target.status], DELIVERY_STATUS_LABELS[action.status]);
    wanted.status = action.status;
  }
  const assigns = assignsOf(asked, may, add);
  if (assigns.length > 0) wanted.assigns = assigns;
  return { changes, wanted };
}

/** "Closed (evidenced and embedded)" of our own export reads as complete; a closed action stays closed. */
const isSaidBlue = (action: DraftAction, target: PlanAction) =>
  target.status === 'CLOSED' && action.status === 'AWAITING_EVIDENCE_CHECK';

function assignsOf(
  { target, given, facts }: Asked,
  may: (field: UpdatableField) => boolean,
  add: (field: UpdatableField, was: string, becomes: string) => void,
): ('team' | 'owner' | 'lead')[] {
  const found: ('team' | 'owner' | 'lead')[] = [];
  const { teams, posts } = facts.directory;
  const titleOf = (id: string | null) => posts.find((post) => post.id === id)?.title ?? '';
  const { team, ownerPost, ownerUserId, lead } = given;
  if (may('team') && team?.to === 'TEAM' && team.id !== target.teamId) {
    add(
      'team',
      teams.find(({ id }) => id === target.teamId)?.name ?? '',
      choiceWords(team, given.teamName, facts),
    );
    found.push('team');
  }
  const postId = ownerPost?.choice.to === 'POST' ? ownerPost.choice.id : null;
  const differs =
    (postId !== null && postId !== target.ownerPostId) ||
    (ownerUserId !== null && ownerUserId !== target.ownerUserId);
  if (may('owner') && differs) {
    const was = {
      ownerPost:
        target.ownerPostId === null
          ? null
          : { name: '', choice: { to: 'POST' as const, id: target.ownerPostId } },
      ownerUserId: target.ownerUserId,
    };
    add('owner', ownerWords(was, facts), ownerWords(given, facts));
    found.push('owner');
  }
  const leadId = lead?.choice.to === 'POST' ? lead.choice.id : null;
  if (may('lead') && leadId !== null && leadId !== target.leadPostId) {
    add('lead', titleOf(target.leadPostId), titleOf(leadId));
    found.push('lead');
  }
  return found;
}
