import type { CalendarKind } from '@gt/contracts/words';
import {
  IconBuildingBank,
  IconCalendarEvent,
  IconClock,
  IconDoor,
  IconEye,
  IconFileSearch,
  IconFlag,
  IconHourglass,
  IconRepeat,
  IconSquareCheck,
  IconStairs,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './calendar.module.css';

const ICONS: Record<CalendarKind, TablerIcon> = {
  CLOCK: IconClock,
  GATE: IconStairs,
  VISIT: IconEye,
  BOARD: IconBuildingBank,
  REVIEW: IconUsersGroup,
  WINDOW: IconHourglass,
  OTHER_DATE: IconCalendarEvent,
  DUE: IconSquareCheck,
  MILESTONE: IconFlag,
  ASK: IconFileSearch,
  SUSTAIN: IconRepeat,
  ROOM: IconDoor,
};

/** The shape of a kind; its name always stands in words beside it or for those who do not see it. */
export function KindIcon({ kind }: { kind: CalendarKind }) {
  const Icon = ICONS[kind];
  return <Icon size={14} aria-hidden="true" className={classes.icon} />;
}
