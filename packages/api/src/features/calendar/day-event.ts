import type { CalendarEntry } from '@gt/contracts/schemas';
import { PLAN_DATE_KIND_LABELS } from '@gt/contracts/words';
import type { DayEvent } from '../notifications/calendar-text.ts';
import type { SpanEntry } from './read-span.ts';

/**
 * An entry of the calendar as a calendar programme is given it: kinds, references and days, and nothing that was typed,
 * because such a calendar is copied to other services.
 */
export function dayEvent(entry: SpanEntry, publicUrl: string): DayEvent {
  const { id, date, until, planId } = entry;
  return {
    id: `${id.toLowerCase().replaceAll(/[ _]/g, '-')}-${planId}`,
    summary: summaryOf(entry),
    date,
    until,
    address: `${publicUrl}/plans/${planId}/${pathOf(entry)}`,
  };
}

function summaryOf({ kind, reference, title, words, target, planDateKind }: SpanEntry): string {
  if (target.to === 'PLAN_DATE') {
    const label =
      planDateKind && planDateKind !== 'OTHER' ? PLAN_DATE_KIND_LABELS[planDateKind] : 'Another date';
    return words.startsWith('expected') ? `${label} (expected)` : label;
  }
  switch (kind) {
    case 'DUE':
      return `${reference} is due`;
    case 'MILESTONE':
      return `Milestone of ${reference}`;
    case 'ASK':
      return `Evidence for ${reference} is due`;
    case 'SUSTAIN':
      return `${reference}: sustain check`;
    case 'GATE':
      return 'Approval gate of the action plan';
    case 'WINDOW':
      return `${title} (assumed)`;
    case 'ROOM':
      return target.to === 'ROOM' ? 'Inspector room ends' : 'Pack was built';
    case 'REVIEW':
    case 'BOARD':
      return `${kind === 'BOARD' ? 'Improvement board' : 'Review'}, ${words}`;
    default:
      return title;
  }
}

function pathOf({ kind, date, target: { to, id } }: CalendarEntry): string {
  if (to === 'ACTION') return `actions/${id}`;
  if (to === 'ASK') return `asks/${id}`;
  if (to === 'RECOMMENDATION') return `recommendations/${id}`;
  if (to === 'REVIEW') return `reviews/${id}`;
  if (to === 'ROOM') return `rooms/${id}`;
  if (to === 'PACK') return `packs/${id}`;
  if (to === 'PLAN_DATE') return `calendar?on=${date}&date=${id}`;
  return kind === 'REVIEW' || kind === 'BOARD' ? 'reviews' : 'position';
}
