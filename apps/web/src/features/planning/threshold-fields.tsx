import { type DueDateApproval, RAG_LABELS } from '@gt/contracts/words';
import { validatePlanSettings } from '@gt/domain/plan';
import { ragRule } from '@gt/domain/rag';
import { RagBadge } from '@gt/ui';
import { Radio, Stack, TextInput } from '@mantine/core';
import classes from './pages.module.css';
import { settingsOf, type TypedSettings } from './settings-values.ts';

const NUMBERS = [
  {
    name: 'milestoneLateDays',
    label: 'Days a milestone may be late',
    description: 'Red when one is later than that.',
  },
  {
    name: 'dueSoonDays',
    label: 'Days before the due date',
    description: 'Amber within them while a milestone is open.',
  },
  {
    name: 'silentDays',
    label: 'Days without an update',
    description: 'Amber when it has been silent for longer.',
  },
  {
    name: 'timesMoved',
    label: 'Moves of the due date',
    description: 'Amber when it has moved so often, or more.',
  },
] as const;

type FieldsProps = {
  values: TypedSettings;
  errors: Record<string, string>;
  onChange: (patch: Partial<TypedSettings>) => void;
};

/** The four numbers of the rule, and the rule in full as it will stand. */
export function ThresholdFields({ values, errors, onChange }: FieldsProps) {
  const settings = settingsOf(values);
  const wrong = validatePlanSettings(settings).some(({ field }) =>
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
      {wrong ? null : (
        <section aria-labelledby="rule-heading">
          <h3 id="rule-heading" className={classes.ruleHeading}>
            The rule as it will stand
          </h3>
          <ul className={classes.rules}>
            {ragRule(settings).map((part) => (
              <li key={part.code}>
                <RagBadge rag={part.rag} /> {part.rule}
              </li>
            ))}
            <li>
              <RagBadge rag="GREEN" /> None of these
            </li>
          </ul>
          <p className={classes.quiet}>
            {RAG_LABELS.RED} comes before {RAG_LABELS.AMBER.toLowerCase()}. Days are calendar days.
          </p>
        </section>
      )}
    </Stack>
  );
}

const APPROVALS = [
  {
    value: 'NONE',
    label: 'Nobody’s',
    description: 'The programme lead moves dates with a reason. Everybody else asks the lead.',
  },
  {
    value: 'LEAD',
    label: 'The programme lead’s',
    description: 'As before, and the ledger says of each move that the lead agreed.',
  },
  {
    value: 'BOARD',
    label: 'The board’s',
    description: 'The lead records on what day the board agreed, or the request waits until it has.',
  },
] as const;

type ApprovalProps = {
  value: DueDateApproval;
  error: string | undefined;
  onChange: (approval: DueDateApproval) => void;
};

/** Whose word a move of a due date needs. */
export function ApprovalField({ value, error, onChange }: ApprovalProps) {
  return (
    <Radio.Group
      label="Whose word it needs"
      value={value}
      onChange={(chosen) => onChange(chosen as DueDateApproval)}
      error={error}
    >
      <Stack gap="xs" mt={4}>
        {APPROVALS.map((approval, index) => (
          <Radio
            key={approval.value}
            id={index === 0 ? 'dueDateApproval' : undefined}
            value={approval.value}
            label={approval.label}
            description={approval.description}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
