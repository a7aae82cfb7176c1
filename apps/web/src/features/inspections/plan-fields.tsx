import { Panel } from '@gt/ui';
import { TextInput } from '@mantine/core';
import classes from './plan-form.module.css';
import type { FieldErrors, PlanFormState } from './plan-form-state.ts';

type Plan = PlanFormState['plan'];
type PlanFieldsProps = { value: Plan; errors: FieldErrors; onChange: (plan: Plan) => void };

/** What the plan is called, who holds the duty, and who delivers. */
export function PlanFields({ value, errors, onChange }: PlanFieldsProps) {
  const field = (name: 'name' | 'councilName' | 'trustName') => ({
    id: `plan.${name}`,
    value: value[name],
    error: errors[`plan.${name}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [name]: event.currentTarget.value }),
  });
  return (
    <Panel title="The plan">
      <div className={classes.pair}>
        <TextInput
          label="Name of the plan"
          description="As people will see it"
          data-autofocus
          {...field('name')}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label="Council"
          description="The statutory duty is the council's"
          {...field('councilName')}
        />
        <TextInput
          label="Trust (optional)"
          description="Leave empty if the council delivers the service itself"
          {...field('trustName')}
        />
      </div>
    </Panel>
  );
}
