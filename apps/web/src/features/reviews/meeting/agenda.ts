import { AGENDA_SECTION_LABELS, type AgendaSection } from '@gt/contracts/words';
import type { AgendaItem } from '../queries.ts';

/** One line of the agenda as it is listed: the head of a section, or something to talk about. */
export type AgendaLine =
  | { kind: 'section'; key: string; section: AgendaSection; label: string; total: number; done: number }
  | { kind: 'item'; key: string; item: AgendaItem; number: number };

type Shown = { state: AgendaItem['state'] };

/** Whether the words typed into the agenda's filter are in what an item says of itself. */
export function fitsWords(item: AgendaItem, words: string): boolean {
  const text = `${item.reference} ${item.title} ${item.owner} ${item.team}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * The agenda as lines, each section headed by its name and how far the meeting has come in it. Where the chair has
 * moved something out of its section, the section is headed again. `shown` answers how an item stands on this screen.
 */
export function agendaLines(
  agenda: readonly AgendaItem[],
  shown: (item: AgendaItem) => Shown,
  words = '',
): AgendaLine[] {
  const lines: AgendaLine[] = [];
  let head: Extract<AgendaLine, { kind: 'section' }> | undefined;
  for (const [index, item] of agenda.entries()) {
    if (words.trim() !== '' && !fitsWords(item, words.trim())) continue;
    if (head?.section !== item.section) {
      const { section } = item;
      head = {
        kind: 'section',
        key: `section ${item.id}`,
        section,
        label: AGENDA_SECTION_LABELS[section],
        total: 0,
        done: 0,
      };
      lines.push(head);
    }
    head.total += 1;
    if (shown(item).state !== 'WAITING') head.done += 1;
    lines.push({ kind: 'item', key: item.id, item, number: index + 1 });
  }
  return lines;
}

/** The item so many places further on; the first or last one at the ends, and the first when none is open. */
export function stepFrom(
  agenda: readonly AgendaItem[],
  itemId: string | null,
  by: 1 | -1,
): AgendaItem | undefined {
  const at = agenda.findIndex(({ id }) => id === itemId);
  if (at === -1) return agenda[0];
  return agenda[Math.min(agenda.length - 1, Math.max(0, at + by))];
}

/**
 * Where the meeting goes on once an item is dealt with: the next one that waits, else the first that still does; when
 * nothing waits any more, undefined.
 */
export function nextWaiting(
  agenda: readonly AgendaItem[],
  itemId: string,
  shown: (item: AgendaItem) => Shown,
): AgendaItem | undefined {
  const at = agenda.findIndex(({ id }) => id === itemId);
  const waits = (item: AgendaItem) => item.id !== itemId && shown(item).state === 'WAITING';
  return agenda.slice(at + 1).find(waits) ?? agenda.find(waits);
}

/** The first item of the section that comes next of this kind, looked for after the open one and then from the top. */
export function firstOf(
  agenda: readonly AgendaItem[],
  section: AgendaSection,
  itemId: string | null,
): AgendaItem | undefined {
  const at = agenda.findIndex(({ id }) => id === itemId);
  const isFirst = (item: AgendaItem, index: number) =>
    item.section === section && agenda[index - 1]?.section !== section;
  return agenda.find((item, index) => index > at && isFirst(item, index)) ?? agenda.find(isFirst);
}

/** The ids of the agenda with one item at another place; places count from 0. */
export function withMoved(agenda: readonly AgendaItem[], itemId: string, to: number): string[] {
  const rest = agenda.map(({ id }) => id).filter((id) => id !== itemId);
  const place = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, place), itemId, ...rest.slice(place)];
}

/** The agenda in another order, as it is shown until the server has answered. */
export function inOrder(agenda: readonly AgendaItem[], itemIds: readonly string[]): AgendaItem[] {
  const place = new Map(itemIds.map((id, index) => [id, index]));
  return [...agenda].sort((a, b) => (place.get(a.id) ?? agenda.length) - (place.get(b.id) ?? agenda.length));
}

export type Tally = { total: number; done: number; parked: number; waiting: number };

export function tallyOf(agenda: readonly AgendaItem[], shown: (item: AgendaItem) => Shown): Tally {
  const tally: Tally = { total: agenda.length, done: 0, parked: 0, waiting: 0 };
  for (const item of agenda) {
    const { state } = shown(item);
    if (state === 'DONE') tally.done += 1;
    else if (state === 'PARKED') tally.parked += 1;
    else tally.waiting += 1;
  }
  return tally;
}
