import { HOLIDAY_RULE_LABELS, HOLIDAY_RULES, type HolidayRule } from '@gt/contracts/words';
import { UPDATES_DUE_DAYS, WEEKDAYS } from '@gt/domain/review';
import { DateField } from '@gt/ui';
import { NativeSelect, TextInput } from '@mantine/core';
import classes from './pages.module.css';
import { beforeWords, type TypedSettings } from './settings-values.ts';
import { useRhythmWords } from './use-rhythm-words.ts';

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
const DAYS_BEFORE = Array.from({ length: UPDATES_DUE_DAYS.max + 1 }, (_, days) => ({
  value: String(days),
  label: beforeWords(days),
}));
const RULES = HOLIDAY_RULES.map((value) => ({ value, label: HOLIDAY_RULE_LABELS[value] }));

/** The weekly review, the board and what bank holidays do, each with the days that follow from it. */
export function RhythmFields({ values, errors, onChange, onUnreadable }: RhythmFieldsProps) {
  const words = useRhythmWords(values);
  const text = (
    name: 'reviewTime' | 'reviewMinutes' | 'updatesDueTime' | 'boardTime' | 'boardEveryWeeks',
  ) => ({
    id: name,
    autoComplete: 'off',
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
    error: errors[name],
  });
  return (
    <div className={classes.parts}>
      <section aria-labelledby="weekly-review-heading">
        <h3 id="weekly-review-heading" className={classes.ruleHeading}>
          Weekly review
        </h3>
        <div className={classes.fields}>
          <NativeSelect
            id="reviewWeekday"
            label="Weekly review on"
            data={DAYS}
            value={values.reviewWeekday}
            onChange={(event) => onChange({ reviewWeekday: event.currentTarget.value })}
            error={errors.reviewWeekday}
          />
          <TextInput {...text('reviewTime')} label="Review at" description="Like 10:00 or 14:30" />
          <TextInput
            {...text('reviewMinutes')}
            label="Minutes planned"
            description="The meeting’s own clock counts to it"
            inputMode="numeric"
          />
          <NativeSelect
            id="updatesDueDaysBefore"
            label="Updates wanted"
            data={DAYS_BEFORE}
            value={values.updatesDueDaysBefore}
            onChange={(event) => onChange({ updatesDueDaysBefore: event.currentTarget.value })}
            error={errors.updatesDueDaysBefore}
          />
          <TextInput {...text('updatesDueTime')} label="Updates wanted by" description="Like 17:00" />
        </div>
        <p className={classes.follows} role="status">
          {words.review}
        </p>
      </section>
      <section aria-labelledby="board-heading">
        <h3 id="board-heading" className={classes.ruleHeading}>
          Board
        </h3>
        <div className={classes.fields}>
          <DateField
            id="boardFirstDate"
            label="First board"
            description="Empty where none is held"
            value={values.boardFirstDate}
            onChange={(boardFirstDate) => onChange({ boardFirstDate })}
            onUnreadable={onUnreadable}
            error={errors.boardFirstDate}
          />
          <TextInput {...text('boardTime')} label="Board at" description="Like 14:00" />
          <TextInput {...text('boardEveryWeeks')} label="Weeks between boards" inputMode="numeric" />
        </div>
        <p className={classes.follows} role="status">
          {words.board}
        </p>
      </section>
      <NativeSelect
        id="holidayRule"
        label="A meeting on a bank holiday moves to"
        className={classes.choice}
        data={RULES}
        value={values.holidayRule}
        onChange={(event) => onChange({ holidayRule: event.currentTarget.value as HolidayRule })}
        error={errors.holidayRule}
      />
    </div>
  );
}
