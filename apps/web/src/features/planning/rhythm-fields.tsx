import { formatDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import { validatePlanSettings } from '@gt/domain/plan';
import { meetingDates } from '@gt/domain/review';
import { listWords } from '@gt/domain/wording';
import { DateField } from '@gt/ui';
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useToday } from '../../lib/session.ts';
import classes from './pages.module.css';
import { settingsOf, type TypedSettings, WEEKDAYS } from './settings-values.ts';

type RhythmFieldsProps = {
  values: TypedSettings;
  errors: Record<string, string>;
  onChange: (patch: Partial<TypedSettings>) => void;
  /** Whether the first board is typed as what is no date. */
  onUnreadable: (isUnreadable: boolean) => void;
};

const DAYS = [
  { value: '0', label: 'No weekly review' },
  ...WEEKDAYS.map((label, index) => ({ value: String(index + 1), label })),
];

/** The weekly review and the board, with the next days that follow from them. */
export function RhythmFields({ values, errors, onChange, onUnreadable }: RhythmFieldsProps) {
  return (
    <Stack gap="md">
      <div className={classes.numbers}>
        <NativeSelect
          id="reviewWeekday"
          label="Weekly review on"
          data={DAYS}
          value={values.reviewWeekday}
          onChange={(event) => onChange({ reviewWeekday: event.currentTarget.value })}
          error={errors.reviewWeekday}
        />
        <TextInput
          id="reviewTime"
          label="At"
          description="Like 10:00 or 14:30"
          autoComplete="off"
          value={values.reviewTime}
          onChange={(event) => onChange({ reviewTime: event.currentTarget.value })}
          error={errors.reviewTime}
        />
      </div>
      <div className={classes.numbers}>
        <DateField
          id="boardFirstDate"
          label="First board"
          description="Leave it empty where no board is held"
          value={values.boardFirstDate}
          onChange={(boardFirstDate) => onChange({ boardFirstDate })}
          onUnreadable={onUnreadable}
          error={errors.boardFirstDate}
        />
        <TextInput
          id="boardEveryWeeks"
          label="Weeks between boards"
          inputMode="numeric"
          autoComplete="off"
          value={values.boardEveryWeeks}
          onChange={(event) => onChange({ boardEveryWeeks: event.currentTarget.value })}
          error={errors.boardEveryWeeks}
        />
      </div>
      <NextMeetings values={values} />
    </Stack>
  );
}

/** So far ahead the next days are told, in days. */
const AHEAD = 84;

function NextMeetings({ values }: { values: TypedSettings }) {
  const today = useToday();
  const settings = settingsOf(values);
  if (validatePlanSettings(settings).length > 0) return null;
  const found = meetingDates(settings, today, addDays(today, AHEAD));
  const next = (kind: 'REVIEW' | 'BOARD') =>
    listWords(
      found
        .filter((meeting) => meeting.kind === kind)
        .slice(0, 3)
        .map((meeting) => formatDate(meeting.date)),
    );
  const [reviews, boards] = [next('REVIEW'), next('BOARD')];
  return (
    <p className={classes.quiet} role="status">
      {reviews ? `Next reviews: ${reviews}.` : 'No weekly review is held.'}{' '}
      {boards ? `Next boards: ${boards}.` : 'No board is held in the next twelve weeks.'}
    </p>
  );
}
