import { type FieldProblem, formatDate, type IsoDate, ROOM_LIMITS } from '@gt/contracts/words';
import { addDays, daysBetween, isoWeekMonday } from '../calendar/index.ts';
import { checkText } from '../wording/index.ts';

export type RoomDraft = {
  name: string;
  organisation: string;
  fromDate: IsoDate;
  /** Its last day. */
  untilDate: IsoDate;
  /** Each by what they do there: "Lead inspector". */
  visitors: readonly string[];
};

/** Everything wrong with a room that somebody wants to open. */
export function validateRoom(draft: RoomDraft, today: IsoDate): FieldProblem[] {
  return [
    ...checkText('name', draft.name, {
      label: 'The name',
      enter: 'Enter a name, like Monitoring visit, March',
      max: ROOM_LIMITS.name,
    }),
    ...checkText('organisation', draft.organisation, {
      label: 'The organisation',
      enter: 'Enter whom it is for, like Ofsted',
      max: ROOM_LIMITS.name,
    }),
    ...timeBoxProblems(draft, today),
    ...visitorProblems(draft.visitors),
  ];
}

/** A room is open for whole days in London, the last one included, and for no more than a month of them. */
function timeBoxProblems(
  { fromDate, untilDate }: Pick<RoomDraft, 'fromDate' | 'untilDate'>,
  today: IsoDate,
): FieldProblem[] {
  if (fromDate < today) return [{ field: 'fromDate', message: 'Choose today or a later day' }];
  if (fromDate > addDays(today, ROOM_LIMITS.daysAhead)) {
    return [{ field: 'fromDate', message: 'Choose a day within a year' }];
  }
  if (untilDate < fromDate) {
    return [{ field: 'untilDate', message: 'Choose the first day or a later one' }];
  }
  const days = daysBetween(fromDate, untilDate) + 1;
  if (days <= ROOM_LIMITS.days) return [];
  const latest = formatDate(addDays(fromDate, ROOM_LIMITS.days - 1));
  const message = `A room is open for ${ROOM_LIMITS.days} days at most. Choose ${latest} or an earlier day`;
  return [{ field: 'untilDate', message }];
}

function visitorProblems(visitors: readonly string[]): FieldProblem[] {
  if (visitors.length === 0) return [{ field: 'visitors', message: 'Name at least one visitor' }];
  if (visitors.length > ROOM_LIMITS.visitors) {
    return [{ field: 'visitors', message: `A room has ${ROOM_LIMITS.visitors} visitors at most` }];
  }
  const problems = visitors.flatMap(checkVisitor);
  const names = new Set(visitors.map(sameVisitor));
  if (problems.length === 0 && names.size < visitors.length) {
    return [{ field: 'visitors', message: 'Give each visitor a name of its own' }];
  }
  return problems.slice(0, 1);
}

/** One visitor by what they do. */
export function checkVisitor(label: string): FieldProblem[] {
  return checkText('visitors', label, {
    label: 'The visitor',
    enter: 'Enter what the visitor does, like Lead inspector',
    max: ROOM_LIMITS.name,
  });
}

/** What two visitors of one room may not share. */
export function sameVisitor(label: string): string {
  return label.trim().toLowerCase();
}

/** The week of a visit when nobody says: Monday to Friday of the coming week. Example: 12 March 2026 → 16 to 20 March. */
export function usualRoomDays(today: IsoDate): { fromDate: IsoDate; untilDate: IsoDate } {
  const fromDate = addDays(isoWeekMonday(today), 7);
  return { fromDate, untilDate: addDays(fromDate, 4) };
}
