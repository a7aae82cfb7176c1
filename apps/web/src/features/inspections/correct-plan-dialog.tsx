import type { RouterOutputs } from '@gt/api/types';
import { validatePlan } from '@gt/domain/plan';
import { Dialog, DialogButtons, ErrorSummary, type SummaryError } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Conflict, ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { trpc } from '../../lib/trpc.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { PlanFields } from './plan-fields.tsx';
import type { PlanFormState } from './plan-form-state.ts';

type Plan = RouterOutputs['plans']['get'];
type Facts = PlanFormState['plan'];

const NONE: readonly SummaryError[] = [];
const plain = (value: unknown) => String(value ?? '');
const FIELDS = [
  { name: 'name', label: 'Name of the plan', show: plain },
  { name: 'councilName', label: 'Council', show: plain },
  { name: 'trustName', label: 'Trust', show: plain },
] as const;

/** Corrects the plan's name, and the names of council and trust. */
export function CorrectPlanDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { name, kind, councilName, trustName, version } = plan;
  const [seen] = useState(() => ({ name, kind, councilName, trustName, version }));
  const draft = useDraft(`plan:${plan.id}`, { entityType: 'PLAN', entityId: plan.id }, seen);
  const { version: readVersion, ...facts } = draft.values;
  const [errors, setErrors] = useState(NONE);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const byField = Object.fromEntries(errors.map(({ fieldId, message }) => [fieldId ?? '', message]));
  const named = (problems: readonly { field: string; message: string }[]) =>
    problems.map(({ field, message }) => ({ fieldId: `plan.${field}`, message }));

  const edit = useMutation(
    trpc.plans.edit.mutationOptions({
      onSuccess: () => {
        draft.clear();
        void queryClient.invalidateQueries({ queryKey: trpc.plans.pathKey() });
        toast('The plan has been corrected.');
        onClose();
      },
      onError: (error) => {
        const { code, current, fields, message } = problemOf(error);
        if (code === 'CONFLICT' && current) return setConflict(current);
        setConflict(null);
        setErrors(fields?.length ? named(fields) : [{ message }]);
      },
    }),
  );
  const save = (answers: Facts, against = readVersion) => {
    const problems = validatePlan(answers);
    setErrors(named(problems));
    if (problems.length === 0) edit.mutate({ ...answers, planId: plan.id, version: against });
  };

  return (
    <Dialog onClose={onClose} size="xl" title="Correct the plan">
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={FIELDS}
          mine={facts}
          submitLabel="Save my choices"
          busy={edit.isPending}
          onBack={() => setConflict(null)}
          onSubmit={(chosen) => save(chosen as Facts, conflict.version)}
        />
      ) : (
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          <PlanFields value={facts} errors={byField} onChange={(next) => draft.set(next)} />
          <DialogButtons label="Save" busy={edit.isPending} onSubmit={() => save(facts)} onBack={onClose} />
        </Stack>
      )}
    </Dialog>
  );
}
