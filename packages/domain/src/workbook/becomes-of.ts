import {
  DELIVERY_STATUS_LABELS,
  type DraftAction,
  formatDate,
  type IsoDate,
  type NameChoice,
  PRIORITY_LABELS,
  RAG_LABELS,
  type RecommendationFound,
} from '@gt/contracts/words';
import type { Given } from './give-action.ts';
import type { PlanFacts } from './plan-facts.ts';

type Made = {
  detail: string;
  given: Given | null;
  dates: { startDate: IsoDate | null; dueDate: IsoDate | null };
  facts: PlanFacts;
  found: RecommendationFound | null;
  recommendationId: string | null;
};

/** A new action in words, field by field: what a person reads beside the row of the workbook. */
export function becomesOf(action: DraftAction, made: Made): { label: string; text: string }[] {
  const { given, facts, dates } = made;
  const own = facts.recommendations.find(({ id }) => id === made.recommendationId);
  const day = (date: IsoDate | null) => (date === null ? '' : formatDate(date));
  const lines = [
    ['Recommendation', own ? `R${own.number} ${own.quote}` : `New: ${made.found?.words ?? ''}`],
    ['What will be done', action.title],
    ['Team', given?.team ? choiceWords(given.team, given.teamName, facts) : ''],
    ['Owner', given ? ownerWords(given, facts) : ''],
    ['Accountable lead', given?.lead ? choiceWords(given.lead.choice, given.lead.name, facts) : ''],
    ['Start', day(dates.startDate)],
    ['Due', day(dates.dueDate)],
    ['Status', action.status === null ? '' : DELIVERY_STATUS_LABELS[action.status]],
    ['Rating', action.rag === null ? '' : RAG_LABELS[action.rag]],
    ['Percent', action.percentComplete === null ? '' : `${action.percentComplete}%`],
    ['Priority', action.priority === null ? '' : PRIORITY_LABELS[action.priority]],
    ['Success measure', action.successMeasure],
    ['Detail', made.detail],
  ] as const;
  return lines.flatMap(([label, text]) => (text === '' ? [] : [{ label, text }]));
}

export function ownerWords(
  { ownerPost, ownerUserId }: Pick<Given, 'ownerPost' | 'ownerUserId'>,
  facts: PlanFacts,
): string {
  const post = ownerPost ? choiceWords(ownerPost.choice, ownerPost.name, facts) : '';
  const person = ownerUserId ? (facts.directory.people.find(({ id }) => id === ownerUserId)?.name ?? '') : '';
  return [post, person].filter(Boolean).join(', ');
}

/** "Fostering", or "Quality lead (new)" for what is to be made. */
export function choiceWords(choice: NameChoice, name: string, { directory }: PlanFacts): string {
  switch (choice.to) {
    case 'TEAM':
      return directory.teams.find(({ id }) => id === choice.id)?.name ?? '';
    case 'POST':
      return directory.posts.find(({ id }) => id === choice.id)?.title ?? '';
    case 'USER':
      return directory.people.find(({ id }) => id === choice.id)?.name ?? '';
    case 'NEW_TEAM':
    case 'NEW_POST':
      return `${name} (new)`;
    case 'NOBODY':
      return '';
  }
}
