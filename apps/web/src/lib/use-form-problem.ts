import type { SummaryError } from '@gt/ui';
import { useCallback, useState } from 'react';
import { fieldErrors, problemOf } from './problem.ts';

/** The part of Mantine's form that is needed here. */
type FormErrors = { setErrors: (errors: Record<string, string>) => void };

const NONE: readonly SummaryError[] = [];

/**
 * What the error summary of a form shows. Fields carry their name as `id`, so that each sentence finds its field.
 * `onInvalid` goes to `form.onSubmit(send, onInvalid)`; `refused` takes what the server threw.
 */
export function useFormProblem(form: FormErrors) {
  const [state, setState] = useState<{ errors: readonly SummaryError[]; reference?: string }>({
    errors: NONE,
  });

  const onInvalid = useCallback((errors: Record<string, unknown>) => {
    const list = Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message: String(message) }));
    setState({ errors: list });
  }, []);

  const refused = useCallback(
    (error: unknown) => {
      const problem = problemOf(error);
      const fields = problem.fields ?? [];
      form.setErrors(fieldErrors(problem));
      const list = fields.length > 0 ? fields.map(({ field, message }) => ({ fieldId: field, message })) : [];
      setState({
        errors: list.length > 0 ? list : [{ message: problem.message }],
        reference: problem.code === 'INTERNAL' ? problem.requestId : undefined,
      });
    },
    [form],
  );

  const clear = useCallback(() => setState({ errors: NONE }), []);
  return { ...state, onInvalid, refused, clear };
}
