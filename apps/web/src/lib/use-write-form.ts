import type { Problem } from '@gt/contracts/words';
import { useMemo, useState } from 'react';
import { problemOf } from './problem.ts';
import { useFormProblem } from './use-form-problem.ts';

/**
 * The state of a form that writes at a version: errors by field, the error summary, the conflict if there is one, and
 * one way to send. Fields carry their name as `id`, after `prefix` where several such forms stand on one page.
 */
export function useWriteForm(prefix = '') {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [sink] = useState(() => ({ setErrors }));
  const problem = useFormProblem(sink);
  const [conflict, setConflict] = useState<NonNullable<Problem['current']> | null>(null);
  const summary = useMemo(
    () => ({
      errors: problem.errors.map(({ fieldId, message }) =>
        fieldId ? { fieldId: `${prefix}${fieldId}`, message } : { message },
      ),
      reference: problem.reference,
    }),
    [problem.errors, problem.reference, prefix],
  );

  /** True when it was saved; otherwise the form says why, or `conflict` holds what somebody else saved. */
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    problem.clear();
    setErrors({});
    try {
      await work();
      setConflict(null);
      return true;
    } catch (error) {
      const { code, current } = problemOf(error);
      const isConflict = code === 'CONFLICT' && current !== undefined;
      setConflict(isConflict ? current : null);
      if (!isConflict) problem.refused(error);
      return false;
    }
  };
  /** Shows problems found before sending; true when there are none. */
  const passes = (found: readonly { field: string; message: string }[]): boolean => {
    const byField = Object.fromEntries(found.map(({ field, message }) => [field, message]));
    setErrors(byField);
    if (found.length > 0) problem.onInvalid(byField);
    else problem.clear();
    return found.length === 0;
  };
  return { errors, summary, conflict, leaveConflict: () => setConflict(null), send, passes };
}
