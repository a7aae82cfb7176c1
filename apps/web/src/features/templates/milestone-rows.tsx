import type { TemplateMilestone } from '@gt/domain/planning';
import { Button, NumberInput, TextInput } from '@mantine/core';
import classes from './templates.module.css';

type MilestoneRowsProps = {
  milestones: readonly TemplateMilestone[];
  error?: string;
  onChange: (milestones: TemplateMilestone[]) => void;
};

/** The milestones of a template, each some days after the start. */
export function MilestoneRows({ milestones, error, onChange }: MilestoneRowsProps) {
  const change = (at: number, patch: Partial<TemplateMilestone>) =>
    onChange(milestones.map((item, index) => (index === at ? { ...item, ...patch } : item)));
  return (
    <fieldset id="template-milestones" tabIndex={-1} className={classes.fields}>
      <legend>Milestones</legend>
      {error ? <p className={classes.refusal}>{error}</p> : null}
      {milestones.map(({ title, days }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is all that tells two new rows apart.
        <div key={index} className={classes.row}>
          <TextInput
            label={`Milestone ${index + 1}`}
            value={title}
            onChange={(event) => change(index, { title: event.currentTarget.value })}
          />
          <NumberInput
            label="Days after start"
            aria-label={`Days after start, milestone ${index + 1}`}
            value={days}
            min={0}
            allowDecimal={false}
            hideControls
            onChange={(value) => change(index, { days: Number(value) })}
          />
          <Button
            variant="subtle"
            color="brick"
            aria-label={`Take away milestone ${index + 1}`}
            onClick={() => onChange(milestones.filter((_, at) => at !== index))}
          >
            Take away
          </Button>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        onClick={() => onChange([...milestones, { title: '', days: milestones.at(-1)?.days ?? 0 }])}
      >
        Add a milestone
      </Button>
    </fieldset>
  );
}
