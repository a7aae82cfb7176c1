import { DateField } from '@gt/ui';
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import classes from './pages.module.css';
import { type TypedSettings, WEEKDAYS } from './settings-values.ts';

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

/** The weekly review and the board. */
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
    </Stack>
  );
}
