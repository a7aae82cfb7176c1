import {
  DELIVERY_STATUS_LABELS,
  type DeliveryStatus,
  PRIORITIES,
  PRIORITY_LABELS,
  type Priority,
} from '@gt/contracts/words';
import { DateField } from '@gt/ui';
import { Group, NumberInput, Radio, Stack, Textarea } from '@mantine/core';
import { BULK_STATUSES, type BulkKind, type BulkValues } from './bulk-change.ts';

type FieldsProps = {
  kind: BulkKind;
  values: BulkValues;
  errors: Record<string, string>;
  onChange: (patch: Partial<BulkValues>) => void;
};

/** What a bulk change asks. */
export function BulkFields({ kind, values, errors, onChange }: FieldsProps) {
  switch (kind) {
    case 'STATUS':
      return (
        <>
          <Radio.Group
            label="New status"
            value={values.status}
            onChange={(value) => onChange({ status: value as DeliveryStatus })}
            error={errors.status}
          >
            <Stack gap="xs" mt="xs">
              {BULK_STATUSES.map((value, index) => (
                <Radio
                  key={value}
                  id={index === 0 ? 'status' : undefined}
                  data-autofocus={index === 0 || undefined}
                  value={value}
                  label={DELIVERY_STATUS_LABELS[value]}
                />
              ))}
            </Stack>
          </Radio.Group>
          <ReasonField
            label={values.status === 'CANCELLED' ? 'Why they are cancelled' : 'Note (optional)'}
            values={values}
            errors={errors}
            onChange={onChange}
          />
        </>
      );
    case 'PRIORITY':
      return (
        <Radio.Group
          label="New priority"
          value={values.priority}
          onChange={(value) => onChange({ priority: value as Priority })}
          error={errors.priority}
        >
          <Stack gap="xs" mt="xs">
            {PRIORITIES.map((value, index) => (
              <Radio
                key={value}
                id={index === 0 ? 'priority' : undefined}
                data-autofocus={index === 0 || undefined}
                value={value}
                label={PRIORITY_LABELS[value]}
              />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'REVIEW_MARK':
      return (
        <Radio.Group
          label="In the next weekly review"
          value={values.marked ? 'yes' : 'no'}
          onChange={(value) => onChange({ marked: value === 'yes' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio data-autofocus value="yes" label="Look at them" />
            <Radio value="no" label="Take the mark away" />
          </Stack>
        </Radio.Group>
      );
    default:
      return <DateFields values={values} errors={errors} onChange={onChange} />;
  }
}

function DateFields({ values, errors, onChange }: Omit<FieldsProps, 'kind'>) {
  return (
    <>
      <Radio.Group
        label="How the dates move"
        value={values.mode}
        onChange={(value) => onChange({ mode: value === 'days' ? 'days' : 'date' })}
      >
        <Group gap="md" mt="xs">
          <Radio data-autofocus value="date" label="All to one date" />
          <Radio value="days" label="Each by so many days" />
        </Group>
      </Radio.Group>
      {values.mode === 'date' ? (
        <DateField
          id="dueDate"
          label="New due date"
          value={values.dueDate}
          onChange={(dueDate) => onChange({ dueDate })}
          error={errors.dueDate}
        />
      ) : (
        <NumberInput
          id="days"
          label="By how many days"
          description="A minus moves them earlier."
          value={values.days}
          onChange={(days) => onChange({ days })}
          error={errors.days}
          hideControls
        />
      )}
      <ReasonField
        label="Why they move, and who agreed"
        values={values}
        errors={errors}
        onChange={onChange}
      />
    </>
  );
}

function ReasonField({ label, values, errors, onChange }: Omit<FieldsProps, 'kind'> & { label: string }) {
  return (
    <Textarea
      id="reason"
      label={label}
      description="One reason for all of them. Do not name a child."
      value={values.reason}
      onChange={(event) => onChange({ reason: event.currentTarget.value })}
      error={errors.reason}
    />
  );
}
