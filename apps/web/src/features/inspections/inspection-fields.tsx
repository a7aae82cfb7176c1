import {
  FRAMEWORKS,
  GRADE_LABELS,
  GRADES,
  INSPECTION_KIND_LABELS,
  INSPECTION_KINDS,
  INSPECTION_OUTCOME_LABELS,
  type InspectionKind,
  type IsoDate,
  JUDGEMENT_AREA_LABELS,
} from '@gt/contracts/words';
import { INSPECTION_SHAPES } from '@gt/domain/inspection';
import { DateField, Panel } from '@gt/ui';
import { Checkbox, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import classes from './plan-form.module.css';
import {
  asksForPriority,
  type FieldErrors,
  type JudgementField,
  namesPriority,
  ofKind,
  type PlanFormState,
  withEveryArea,
} from './plan-form-state.ts';
import { ReceivedField } from './received-field.tsx';

type Inspection = PlanFormState['inspection'];
type InspectionFieldsProps = {
  state: PlanFormState;
  errors: FieldErrors;
  today: IsoDate;
  /** Kept as history: who led it, and when it was received, are not asked. */
  isHistory?: boolean;
  onChange: (patch: Partial<PlanFormState>) => void;
};

const CHOOSE = { value: '', label: 'Choose' };
const KINDS = [CHOOSE, ...INSPECTION_KINDS.map((value) => ({ value, label: INSPECTION_KIND_LABELS[value] }))];
/** Those of the kind; all while none is chosen. */
const frameworkChoices = (kind: InspectionKind | null) => [
  CHOOSE,
  ...FRAMEWORKS.filter(({ kinds }) => kind === null || kinds.includes(kind)).map(({ key, label }) => ({
    value: key,
    label,
  })),
];
const GRADE_CHOICES = [
  { value: '', label: 'Not judged' },
  ...GRADES.map((value) => ({ value, label: GRADE_LABELS[value] })),
];

/** The facts of the inspection, its judgements, and the one date no report prints. */
export function InspectionFields({ state, errors, today, isHistory, onChange }: InspectionFieldsProps) {
  const { inspection } = state;
  const shape = inspection.kind === null ? null : INSPECTION_SHAPES[inspection.kind];
  const set = (patch: Partial<Inspection>) => onChange({ inspection: { ...inspection, ...patch } });
  const text = (name: 'authority' | 'inspectionDateText' | 'leadInspector' | 'urn') => ({
    id: `inspection.${name}`,
    value: inspection[name],
    error: errors[`inspection.${name}`],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const date = (name: 'startDate' | 'endDate' | 'publicationDate') => ({
    id: `inspection.${name}`,
    value: inspection[name],
    error: errors[`inspection.${name}`],
    onChange: (value: IsoDate | null) => set({ [name]: value }),
  });
  return (
    <Panel title="The inspection">
      <div className={classes.pair}>
        <TextInput label="Authority inspected" {...text('authority')} />
        <NativeSelect
          id="inspection.kind"
          label="Kind of inspection"
          data={KINDS}
          value={inspection.kind ?? ''}
          error={errors['inspection.kind']}
          onChange={({ currentTarget }) =>
            onChange(ofKind(state, INSPECTION_KINDS.find((kind) => kind === currentTarget.value) ?? null))
          }
        />
        <NativeSelect
          id="inspection.frameworkKey"
          label="Framework"
          data={frameworkChoices(inspection.kind)}
          value={inspection.frameworkKey ?? ''}
          error={errors['inspection.frameworkKey']}
          onChange={({ currentTarget }) => {
            const frameworkKey = currentTarget.value || null;
            const hasGrades = shape === null || shape.hasGrades;
            const { judgements } = inspection;
            set({
              frameworkKey,
              judgements: hasGrades ? withEveryArea(frameworkKey, judgements) : judgements,
            });
          }}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label="Inspection dates"
          description="As the report prints them"
          {...text('inspectionDateText')}
        />
        <DateField label="First day" {...date('startDate')} />
        <DateField label="Last day" {...date('endDate')} />
        <DateField label="Published (optional)" {...date('publicationDate')} />
        {isHistory ? null : (
          <>
            <TextInput
              label="Lead inspector (optional)"
              description="As the report prints it"
              {...text('leadInspector')}
            />
            <TextInput
              label="URN (optional)"
              description="The inspectorate's number for the authority"
              {...text('urn')}
            />
          </>
        )}
      </div>
      {shape && !isHistory && (shape.outcomes.length > 0 || shape.answersWith) ? (
        <WholeFields state={state} errors={errors} onChange={set} />
      ) : null}
      {asksForPriority(inspection.kind) && !isHistory ? (
        <Checkbox
          mt="md"
          label="The letter names an area for priority action"
          checked={namesPriority(state)}
          onChange={({ currentTarget }) => onChange({ hasAreaForPriorityAction: currentTarget.checked })}
        />
      ) : null}
      {isHistory ? null : (
        <ReceivedField
          state={state}
          errors={errors}
          today={today}
          onChange={(receivedDate) => set({ receivedDate })}
        />
      )}
      <Judgements
        list={inspection.judgements}
        errors={errors}
        onChange={(judgements) => set({ judgements })}
      />
    </Panel>
  );
}

type WholeFieldsProps = {
  state: PlanFormState;
  errors: FieldErrors;
  onChange: (patch: Partial<Inspection>) => void;
};

/** What was said of the whole, in the words of the framework, and who answers with the council. */
function WholeFields({ state: { inspection }, errors, onChange }: WholeFieldsProps) {
  if (inspection.kind === null) return null;
  const { outcomes, outcomeLabel, answersWith } = INSPECTION_SHAPES[inspection.kind];
  return (
    <div className={classes.whole}>
      {outcomes.length > 0 ? (
        <Radio.Group
          id="inspection.outcome"
          label={`${outcomeLabel} (optional)`}
          description="In the words of the report"
          value={inspection.outcome ?? ''}
          error={errors['inspection.outcome']}
          onChange={(value) => onChange({ outcome: outcomes.find((one) => one === value) ?? null })}
        >
          <Stack gap="xs" mt="xs">
            {outcomes.map((outcome) => (
              <Radio key={outcome} value={outcome} label={INSPECTION_OUTCOME_LABELS[outcome]} />
            ))}
            <Radio value="" label="Not said yet" />
          </Stack>
        </Radio.Group>
      ) : null}
      {answersWith ? (
        <TextInput
          id="inspection.answersWith"
          label={`${answersWith} (optional)`}
          value={inspection.answersWith}
          error={errors['inspection.answersWith']}
          onChange={({ currentTarget }) => onChange({ answersWith: currentTarget.value })}
        />
      ) : null}
    </div>
  );
}

type JudgementsProps = {
  list: readonly JudgementField[];
  errors: FieldErrors;
  onChange: (list: JudgementField[]) => void;
};

function Judgements({ list, errors, onChange }: JudgementsProps) {
  if (list.length === 0) return null;
  return (
    <fieldset className={classes.judgements}>
      <legend className={classes.legend}>Judgements</legend>
      {list.map((judgement, index) => {
        const id = `inspection.judgements.${index}`;
        const name = JUDGEMENT_AREA_LABELS[judgement.area] ?? judgement.area;
        return (
          <div key={judgement.area} className={classes.judgement}>
            <label htmlFor={id}>
              {name}
              {judgement.page ? <span className={classes.note}> page {judgement.page}</span> : null}
            </label>
            <NativeSelect
              id={id}
              data={GRADE_CHOICES}
              value={judgement.grade ?? ''}
              onChange={({ currentTarget }) => {
                const grade = GRADES.find((known) => known === currentTarget.value) ?? null;
                onChange(list.map((other, at) => (at === index ? { ...other, grade } : other)));
              }}
            />
            {errors[id] ? <p className={classes.error}>{errors[id]}</p> : null}
          </div>
        );
      })}
    </fieldset>
  );
}
