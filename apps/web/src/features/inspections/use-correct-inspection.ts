import type { IsoDate } from '@gt/contracts/words';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conflict } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { trpc } from '../../lib/trpc.ts';
import { useDraft } from '../../lib/use-draft.ts';
import {
  checkInspection,
  type InspectionRow,
  inspectionState,
  type PlanFormState,
} from './plan-form-state.ts';

type Summary = { fieldId?: string; message: string }[];
type Facts = Parameters<typeof checkInspection>[0];

/** The state of the correction: facts kept as they are typed, errors, the conflict if there is one, and saving. */
export function useCorrectInspection(inspection: InspectionRow, today: IsoDate, onDone: () => void) {
  const queryClient = useQueryClient();
  const [seen] = useState(() => ({
    form: JSON.stringify(inspectionState(inspection)),
    version: inspection.version,
  }));
  const of = { entityType: 'INSPECTION', entityId: inspection.id };
  const draft = useDraft(`inspection:${inspection.id}`, of, seen);
  const state = JSON.parse(draft.values.form) as PlanFormState;
  const [errors, setErrors] = useState<Summary>([]);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const edit = useMutation(trpc.inspections.edit.mutationOptions());

  const save = (facts: Facts, version = draft.values.version) => {
    const checked = checkInspection(facts, today);
    if (!checked.ok) return setErrors(checked.errors);
    setErrors([]);
    edit.mutate(
      { ...checked.facts, inspectionId: inspection.id, version },
      {
        onSuccess: () => {
          draft.clear();
          for (const queryKey of [
            trpc.plans.pathKey(),
            trpc.dashboard.pathKey(),
            trpc.calendar.pathKey(),
            trpc.recommendations.pathKey(),
          ])
            void queryClient.invalidateQueries({ queryKey });
          toast('The facts of the inspection have been corrected.');
          onDone();
        },
        onError: (error) => {
          const { code, current, fields, message } = problemOf(error);
          if (code === 'CONFLICT' && current) return setConflict(current);
          setConflict(null);
          const named = fields?.map((problem) => ({
            fieldId: `inspection.${problem.field}`,
            message: problem.message,
          }));
          setErrors(named?.length ? named : [{ message }]);
        },
      },
    );
  };
  return {
    state,
    set: (patch: Partial<PlanFormState>) => draft.set({ form: JSON.stringify({ ...state, ...patch }) }),
    save,
    errors,
    conflict,
    leaveConflict: () => setConflict(null),
    discard: () => {
      draft.clear();
      onDone();
    },
    isSaving: edit.isPending,
  };
}
