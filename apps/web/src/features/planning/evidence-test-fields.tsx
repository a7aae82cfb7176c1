import { evidenceTestWords } from '@gt/domain/evidence';
import { validatePlanSettings } from '@gt/domain/plan';
import { countOf } from '@gt/domain/wording';
import { Checkbox, Stack, TextInput } from '@mantine/core';
import classes from './pages.module.css';
import type { PlanSettings } from './queries.ts';
import { settingsOf, type TypedSettings } from './settings-values.ts';

const NUMBERS = [
  {
    name: 'minEvidenceKinds',
    label: 'Kinds of evidence, at least',
    description: 'An audit and a survey are two kinds.',
  },
  {
    name: 'newestWithinDays',
    label: 'Newest no older than (days)',
    description: 'By the end of the period it covers.',
  },
] as const;

type FieldsProps = {
  values: TypedSettings;
  errors: Record<string, string>;
  /** How many open recommendations follow the plan, and how many have a test of their own. */
  tests: PlanSettings['evidenceTests'];
  onChange: (patch: Partial<TypedSettings>) => void;
};

/** What must be shown before a recommendation is closed, unless it has a test of its own. */
export function EvidenceTestFields({ values, errors, tests, onChange }: FieldsProps) {
  const settings = settingsOf(values);
  const isWrong = validatePlanSettings(settings).some(({ field }) =>
    NUMBERS.some(({ name }) => name === field),
  );
  return (
    <Stack gap="md">
      <div className={classes.numbers}>
        {NUMBERS.map(({ name, label, description }) => (
          <TextInput
            key={name}
            id={name}
            label={label}
            description={description}
            inputMode="numeric"
            autoComplete="off"
            value={values[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
            error={errors[name]}
          />
        ))}
      </div>
      <Checkbox
        label="At least one item must show a difference for children"
        checked={values.requireImpact}
        onChange={({ currentTarget }) => onChange({ requireImpact: currentTarget.checked })}
      />
      {isWrong ? null : <p className={classes.quiet}>{evidenceTestWords(settings)}</p>}
      <p className={classes.quiet}>{followWords(tests)}</p>
    </Stack>
  );
}

function followWords({ asPlan, own }: PlanSettings['evidenceTests']): string {
  const followers =
    asPlan === 0
      ? 'No open recommendation has this test today'
      : `${countOf(asPlan, 'open recommendation')} ${asPlan === 1 ? 'has' : 'have'} this test and will have it as you change it`;
  const kept =
    own === 0
      ? 'none has a test of its own'
      : `${own} ${own === 1 ? 'has a test of its own and keeps' : 'have a test of their own and keep'} it`;
  return `${followers}; ${kept}. A recommendation that is added begins with it. What is closed keeps the test that it was closed on.`;
}
