import {
  CALENDAR_KIND_LABELS,
  CALENDAR_KINDS,
  CALENDAR_SCOPE_LABELS,
  type CalendarKind,
  type CalendarScope,
  formatMonth,
  type IsoDate,
} from '@gt/contracts/words';
import { addMonths, quarterStart } from '@gt/domain/calendar';
import { Button, Checkbox, Popover } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFilter } from '@tabler/icons-react';
import { Segments } from '../../components/segments.tsx';
import type { CalendarView } from '../../lib/calendar-search.ts';
import classes from './calendar.module.css';
import { KindIcon } from './kind-icon.tsx';

const VIEWS: readonly { value: CalendarView; label: string }[] = [
  { value: 'month', label: 'Month' },
  { value: 'list', label: 'List' },
  { value: 'quarter', label: 'Quarter' },
];
const SCOPES = (['PLAN', 'TEAM', 'MINE'] as const).map((value) => ({
  value,
  label: CALENDAR_SCOPE_LABELS[value],
}));

type ToolbarProps = {
  headingId: string;
  on: IsoDate;
  today: IsoDate;
  view: CalendarView;
  whose: CalendarScope;
  /** The kinds that this person may see at all. */
  kinds: readonly CalendarKind[];
  off: readonly CalendarKind[];
  onGo: (date: IsoDate) => void;
  onView: (view: CalendarView) => void;
  onWhose: (whose: CalendarScope) => void;
  onOff: (off: readonly CalendarKind[]) => void;
};

/** Which days are shown, how, whose, and of which kinds. */
export function Toolbar(props: ToolbarProps) {
  const { headingId, on, today, view, whose, onGo, onView, onWhose } = props;
  const step = view === 'quarter' ? 3 : 1;
  const what = view === 'quarter' ? 'quarter' : 'month';
  return (
    <div className={classes.toolbar}>
      <div className={classes.steps}>
        <Button
          variant="default"
          size="xs"
          className="gt-screen-only"
          aria-label={`The ${what} before`}
          onClick={() => onGo(addMonths(on, -step))}
        >
          <IconChevronLeft size={16} aria-hidden="true" />
        </Button>
        <h2 id={headingId} className={classes.month} aria-live="polite">
          {spanWords(on, view)}
        </h2>
        <Button
          variant="default"
          size="xs"
          className="gt-screen-only"
          aria-label={`The ${what} after`}
          onClick={() => onGo(addMonths(on, step))}
        >
          <IconChevronRight size={16} aria-hidden="true" />
        </Button>
        <Button variant="default" size="xs" className="gt-screen-only" onClick={() => onGo(today)}>
          Today
        </Button>
      </div>
      <div className={`${classes.choices} gt-screen-only`}>
        <Segments label="Layout" value={view} options={VIEWS} onChange={onView} />
        <Segments label="Whose dates" value={whose} options={SCOPES} onChange={onWhose} />
        <KindSwitches {...props} />
      </div>
    </div>
  );
}

/** "December 2026", "October to December 2026". */
export function spanWords(on: IsoDate, view: CalendarView): string {
  if (view !== 'quarter') return formatMonth(on);
  const first = quarterStart(on);
  const [month = ''] = formatMonth(first).split(' ');
  return `${month} to ${formatMonth(addMonths(first, 2))}`;
}

function KindSwitches({ kinds, off, onOff }: Pick<ToolbarProps, 'kinds' | 'off' | 'onOff'>) {
  const hidden = off.filter((kind) => kinds.includes(kind)).length;
  const label = hidden === 0 ? 'All kinds' : `${kinds.length - hidden} of ${kinds.length} kinds`;
  return (
    <Popover position="bottom-end" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconFilter size={16} aria-hidden="true" />}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={classes.kinds}>
          <legend className={classes.legend}>Shown in the calendar</legend>
          {CALENDAR_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => (
            <Checkbox
              key={kind}
              size="sm"
              checked={!off.includes(kind)}
              label={
                <span className={classes.kindLabel}>
                  <KindIcon kind={kind} />
                  {CALENDAR_KIND_LABELS[kind]}
                </span>
              }
              onChange={(event) =>
                onOff(event.currentTarget.checked ? off.filter((other) => other !== kind) : [...off, kind])
              }
            />
          ))}
          {hidden > 0 ? (
            <Button variant="subtle" size="compact-sm" onClick={() => onOff([])}>
              Show all kinds
            </Button>
          ) : null}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
