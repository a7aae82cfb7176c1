import {
  FRAMEWORKS,
  GRADE_LABELS,
  GRADES,
  INSPECTION_KIND_LABELS,
  INSPECTION_KINDS,
  type IsoDate,
  JUDGEMENT_AREA_LABELS,
} from '@gt/contracts/words';
import { DateField, Panel } from '@gt/ui';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import classes from './plan-form.module.css';
import {
  type FieldErrors,
  type JudgementField,
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
const FRAMEWORK_CHOICES = [CHOOSE, ...FRAMEWORKS.map(({ key, label }) => ({ value: key, label }))];
const GRADE_CHOICES = [
  { value: '', label: 'Not judged' },
  ...GRADES.map((value) => ({ value, label: GRADE_LABELS[value] })),
];

/** The facts of the inspection, its judgements, and the one date no report prints. */
export function InspectionFields({ state, errors, today, isHistory, onChange }: InspectionFieldsProps) {
  const { inspection } = state;
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
            set({ kind: INSPECTION_KINDS.find((kind) => kind === currentTarget.value) ?? null })
          }
        />
        <NativeSelect
          id="inspection.frameworkKey"
          label="Framework"
          data={FRAMEWORK_CHOICES}
          value={inspection.frameworkKey ?? ''}
          error={errors['inspection.frameworkKey']}
          onChange={({ currentTarget }) => {
            const frameworkKey = currentTarget.value || null;
            set({ frameworkKey, judgements: withEveryArea(frameworkKey, inspection.judgements) });
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
      {inspection.kind === 'FOCUSED_VISIT' && !isHistory ? (
        <Checkbox
          mt="md"
          label="The letter names an area for priority action"
          checked={state.hasAreaForPriorityAction}
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
