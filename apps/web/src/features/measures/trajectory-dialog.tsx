import { parsePlanned, plannedText, straightLine, validatePlanned } from '@gt/domain/measure';
import { countOf } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Alert, Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './measures.module.css';
import { type MeasureDetail, useMeasureWrites } from './queries.ts';

/** Plans where a measure should stand on the way to its target: a straight line is proposed, and every value typed. */
export function TrajectoryDialog({ measure, onClose }: { measure: MeasureDetail; onClose: () => void }) {
  const { id: measureId, reference, unit, version } = measure;
  const [initial] = useState(() => ({ text: plannedText(measure.planned, unit), version }));
  const draft = useDraft(`trajectory:${measureId}`, { entityType: 'MEASURE', entityId: measureId }, initial);
  const { planTrajectory } = useMeasureWrites();
  const form = useWriteForm();
  const { planned, problems } = parsePlanned(draft.values.text, measure);
  const proposed = straightLine(measure);
  const submit = async () => {
    const found = [
      ...problems.map((message) => ({ field: 'planned', message })),
      ...validatePlanned(planned, measure),
    ];
    if (!form.passes(found)) return;
    const saved = await form.send(() =>
      planTrajectory.mutateAsync({ measureId, version: draft.values.version, planned }),
    );
    if (!saved) return;
    draft.clear();
    toast(
      planned.length === 0
        ? `${reference} has no trajectory now.`
        : `The trajectory of ${reference} is planned.`,
    );
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={`Trajectory of ${reference}`}>
      <ErrorSummary {...form.summary} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {form.conflict ? (
            <Alert
              color="brick"
              role="alert"
              title={`${form.conflict.changedBy} changed this measure meanwhile`}
            >
              Your lines are kept. Close this, look at the measure, and open the trajectory again.
            </Alert>
          ) : null}
          <p className={classes.text}>
            Where should it stand on the way from the baseline to the target? From then on the distance from
            where it should be by now is said beside the distance from the target.
          </p>
          {proposed ? (
            <Button
              variant="default"
              className={classes.propose}
              onClick={() => draft.set({ text: plannedText(proposed, unit) })}
            >
              Propose a straight line ({countOf(proposed.length, 'value')})
            </Button>
          ) : (
            <p className={classes.quiet}>
              With baseline, target and both their days set, a straight line can be proposed.
            </p>
          )}
          <Textarea
            id="planned"
            label="Planned values"
            description="A day and a value a line: 31 March 2027: 82 %. Lines copied from two columns of a spreadsheet do as well. Empty takes the trajectory away."
            autosize
            minRows={6}
            maxRows={14}
            value={draft.values.text}
            onChange={(event) => draft.set({ text: event.currentTarget.value })}
            error={form.errors.planned}
            data-autofocus
          />
          <p role="status" className={classes.quiet}>
            {planned.length === 0 ? 'No planned value' : `${countOf(planned.length, 'planned value')} read`}
            {problems.length > 0 ? `, ${countOf(problems.length, 'line')} not understood` : ''}
          </p>
          <DialogButtons
            label={planned.length === 0 ? 'Plan nothing' : 'Plan it'}
            busy={planTrajectory.isPending}
            onBack={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
