import {
  ITEM_CATEGORY_LABELS,
  JUDGEMENT_AREA_LABELS,
  type JudgementArea,
  type ReportParagraph,
} from '@gt/contracts/words';
import type { InspectionShape } from '@gt/domain/inspection';
import { Button, Checkbox, Group, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { BearingParagraphs } from './bearing-paragraphs.tsx';
import type { FieldErrors, RecommendationField } from './plan-form-state.ts';
import classes from './recommendations-fields.module.css';

type RecommendationFieldsProps = {
  item: RecommendationField;
  index: number;
  /** Areas that the framework judges. */
  areas: readonly JudgementArea[];
  shape: InspectionShape | null;
  paragraphs: readonly ReportParagraph[];
  errors: FieldErrors;
  isLast: boolean;
  onChange: (patch: Partial<RecommendationField>) => void;
  /** With the place of the cursor in the words. */
  onSplit: (cursor: number) => void;
  onJoin: () => void;
  onRemove: () => void;
};

/** One recommendation: its words, page, areas, and the paragraphs that bear on it. */
export function RecommendationFields(props: RecommendationFieldsProps) {
  const { item, index, areas, shape, errors, onChange } = props;
  const words = useRef<HTMLTextAreaElement>(null);
  const name = `R${index + 1}`;
  const id = `recommendations.${index}`;
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.name}>{name}</legend>
      {item.leadIn ? <p className={classes.leadIn}>{item.leadIn}</p> : null}
      <div className={classes.words}>
        <Textarea
          id={`${id}.quote`}
          ref={words}
          label="Words of the report"
          autosize
          minRows={2}
          value={item.quote}
          error={errors[`${id}.quote`]}
          onChange={({ currentTarget }) => onChange({ quote: currentTarget.value })}
        />
        <NumberInput
          id={`${id}.page`}
          label="Page"
          min={1}
          max={1000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={item.page ?? ''}
          error={errors[`${id}.page`]}
          onChange={(page) => onChange({ page: typeof page === 'number' ? page : null })}
        />
      </div>
      {shape && shape.categories.length > 1 ? (
        <NativeSelect
          id={`${id}.category`}
          label="What the report calls it"
          mt="sm"
          w="min(100%, 20rem)"
          data={[
            { value: '', label: 'Not said' },
            ...shape.categories.map((value) => ({ value, label: ITEM_CATEGORY_LABELS[value] })),
          ]}
          value={item.category ?? ''}
          error={errors[`${id}.category`]}
          onChange={({ currentTarget }) =>
            onChange({ category: shape.categories.find((one) => one === currentTarget.value) ?? null })
          }
        />
      ) : null}
      {shape?.hasResponse ? (
        <Textarea
          id={`${id}.response`}
          label="Management response (optional)"
          mt="sm"
          autosize
          minRows={2}
          value={item.response}
          error={errors[`${id}.response`]}
          onChange={({ currentTarget }) => onChange({ response: currentTarget.value })}
        />
      ) : null}
      {item.frameworkRefs.length > 0 ? (
        <p className={classes.refs}>National framework: {item.frameworkRefs.join(', ')}</p>
      ) : null}
      {areas.length > 0 ? (
        <Checkbox.Group
          id={`${id}.judgementAreas`}
          label="Judgement areas"
          mt="sm"
          value={item.judgementAreas}
          error={errors[`${id}.judgementAreas`]}
          onChange={(judgementAreas) => onChange({ judgementAreas })}
        >
          <Group gap="md" mt={4}>
            {areas.map((area) => (
              <Checkbox key={area} value={area} label={JUDGEMENT_AREA_LABELS[area] ?? area} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
      <BearingParagraphs
        name={name}
        bearing={item.paragraphs}
        paragraphs={props.paragraphs}
        onChange={(paragraphs) => onChange({ paragraphs })}
      />
      <Group gap="xs" mt="sm">
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => props.onSplit(words.current?.selectionStart ?? 0)}
        >
          Split {name} at the cursor
        </Button>
        {props.isLast ? null : (
          <Button variant="subtle" size="compact-sm" onClick={props.onJoin}>
            Join {name} with the next
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" color="brick" onClick={props.onRemove}>
          Take {name} out
        </Button>
      </Group>
    </fieldset>
  );
}
