import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conflict } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { editRecommendationMutation, type Recommendation, useRecommendationsChanged } from './queries.ts';
import { answersOf, type RecommendationAnswers } from './recommendation-answers.ts';

/** The state of the edit form: answers kept as they are typed, errors, the conflict if there is one, and saving. */
export function useEditRecommendation(recommendation: Recommendation, onDone: () => void) {
  const { id: recommendationId } = recommendation;
  // What the person looked at when they began; a refetch in the background must not move it.
  const [seen] = useState(() => ({
    answers: JSON.stringify(answersOf(recommendation)),
    version: recommendation.version,
  }));
  const draft = useDraft(
    `recommendation:${recommendationId}`,
    { entityType: 'RECOMMENDATION', entityId: recommendationId },
    seen,
  );
  const values = JSON.parse(draft.values.answers) as RecommendationAnswers;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [sink] = useState(() => ({ setErrors }));
  const problem = useFormProblem(sink);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const changed = useRecommendationsChanged();
  const edit = useMutation(editRecommendationMutation());

  const set = (patch: Partial<RecommendationAnswers>) =>
    draft.set({ answers: JSON.stringify({ ...values, ...patch }) });
  const save = (answers: RecommendationAnswers, version = draft.values.version) => {
    problem.clear();
    edit.mutate(
      { ...answers, recommendationId, version },
      {
        onSuccess: () => {
          draft.clear();
          void changed();
          toast(`${recommendation.reference} has been saved.`);
          onDone();
        },
        onError: (error) => {
          const { code, current } = problemOf(error);
          if (code === 'CONFLICT' && current) return setConflict(current);
          setConflict(null);
          problem.refused(error);
        },
      },
    );
  };
  const passes = (found: readonly { field: string; message: string }[]): boolean => {
    const byField = Object.fromEntries(found.map(({ field, message }) => [field, message]));
    setErrors(byField);
    if (found.length > 0) problem.onInvalid(byField);
    return found.length === 0;
  };
  const discard = () => {
    draft.clear();
    onDone();
  };
  return {
    values,
    set,
    save,
    passes,
    discard,
    errors,
    summary: { errors: problem.errors, reference: problem.reference },
    conflict,
    leaveConflict: () => setConflict(null),
    restored: draft.restored,
    isSaving: edit.isPending,
  };
}
