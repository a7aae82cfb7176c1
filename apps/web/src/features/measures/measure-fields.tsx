import {
  MEASURE_DIRECTION_LABELS,
  MEASURE_DIRECTIONS,
  MEASURE_FREQUENCIES,
  MEASURE_FREQUENCY_LABELS,
  type MeasureDirection,
  type MeasureFrequency,
} from '@gt/contracts/words';
import { MEASURE_LIMITS, measureWarnings } from '@gt/domain/measure';
import { DateField, LongText } from '@gt/ui';
import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { holderWords } from '../../lib/holder-words.ts';
import { type MeasureForm, typedFigure } from './measure-form.ts';
import classes from './measures.module.css';

type MeasureFieldsProps = {
  values: MeasureForm;
  errors: Record<string, string>;
  posts: readonly { id: string; title: string; holder: string | null }[];
  onChange: (patch: Partial<MeasureForm>) => void;
};

/** What a measure is: shared by setting one up and changing one. */
export function MeasureFields({ values, errors, posts, onChange }: MeasureFieldsProps) {
  const warnings = warningsOf(values);
  const field = (name: keyof MeasureForm) => ({ id: name, error: errors[name] });
  return (
    <div className={classes.fields}>
      <TextInput
        {...field('name')}
        className={classes.wide}
        label="Name"
        description="Such as: supervision visits to foster carers on time"
        value={values.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        data-autofocus
      />
      <div className={classes.wide}>
        <LongText
          {...field('definition')}
          label="What is counted, and how"
          description="So that somebody else would count the same next year. Never name a child."
          autosize
          minRows={2}
          maxRows={8}
          limit={MEASURE_LIMITS.definition}
          value={values.definition}
          onChange={(event) => onChange({ definition: event.currentTarget.value })}
        />
      </div>
      <TextInput
        {...field('unit')}
        label="Unit"
        description="%, days, households, £, per 10,000 children …"
        value={values.unit}
        onChange={(event) => onChange({ unit: event.currentTarget.value })}
      />
      <NativeSelect
        {...field('frequency')}
        label="How often a figure comes"
        description="Late figures are flagged by this"
        value={values.frequency}
        data={MEASURE_FREQUENCIES.map((value) => ({ value, label: MEASURE_FREQUENCY_LABELS[value] }))}
        onChange={(event) => onChange({ frequency: event.currentTarget.value as MeasureFrequency })}
      />
      <Radio.Group
        error={errors.direction}
        className={classes.wide}
        label="Which way is better"
        value={values.direction}
        onChange={(value) => onChange({ direction: value as MeasureDirection })}
      >
        <div className={classes.radios}>
          {MEASURE_DIRECTIONS.map((value, index) => (
            <Radio
              key={value}
              value={value}
              label={MEASURE_DIRECTION_LABELS[value]}
              // The error summary leads to the first of them.
              {...(index === 0 ? { id: 'direction' } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        {...field('baseline')}
        label="Baseline"
        description={warnings.baseline ?? 'Where it stood at the start, if known'}
        inputMode="decimal"
        value={values.baseline}
        onChange={(event) => onChange({ baseline: event.currentTarget.value })}
      />
      <DateField
        {...field('baselineDate')}
        label="Baseline of"
        value={values.baselineDate}
        onChange={(baselineDate) => onChange({ baselineDate })}
      />
      <TextInput
        {...field('target')}
        label="Target"
        description={warnings.target ?? 'Where it should stand, if agreed'}
        inputMode="decimal"
        value={values.target}
        onChange={(event) => onChange({ target: event.currentTarget.value })}
      />
      <DateField
        {...field('targetDate')}
        label="Target by"
        value={values.targetDate}
        onChange={(targetDate) => onChange({ targetDate })}
      />
      <NativeSelect
        {...field('ownerPostId')}
        className={classes.wide}
        label="Owner post"
        description="Whoever holds it brings the figures"
        value={values.ownerPostId ?? ''}
        data={[
          { value: '', label: 'Nobody yet' },
          ...posts.map((post) => ({ value: post.id, label: `${post.title} (${holderWords(post)})` })),
        ]}
        onChange={(event) => onChange({ ownerPostId: event.currentTarget.value || null })}
      />
    </div>
  );
}

/** What looks wrong and is not refused, by field. */
function warningsOf(values: MeasureForm): Partial<Record<string, string>> {
  const unit = values.unit.trim();
  const found = measureWarnings({
    unit,
    direction: values.direction,
    baseline: typedFigure('baseline', values.baseline, unit).value,
    target: typedFigure('target', values.target, unit).value,
    definition: 'x',
  });
  return Object.fromEntries(found.map(({ field, message }) => [field, message]));
}
