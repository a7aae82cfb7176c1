import type { ReportParagraph } from '@gt/contracts/words';
import { ErrorSummary, type SummaryError } from '@gt/ui';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DraftOf } from '../../lib/draft-store.ts';
import { problemOf } from '../../lib/problem.ts';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { InspectionFields } from './inspection-fields.tsx';
import type { ReportPages } from './page-beside.tsx';
import { PlanFields } from './plan-fields.tsx';
import classes from './plan-form.module.css';
import { type Checked, checkPlanForm, type FieldErrors, type PlanFormState } from './plan-form-state.ts';
import { RecommendationsFields } from './recommendations-fields.tsx';

type Content = Extract<Checked, { ok: true }>['content'];
type PlanFormProps = {
  /** A constant: the proposal of a report, or empty. */
  initial: PlanFormState;
  draft: { key: string; of: DraftOf };
  /** The report's numbered paragraphs; empty when entered by hand. */
  paragraphs: readonly ReportParagraph[];
  /** The report's pages, shown beside what was read from them. */
  report?: ReportPages;
  /** The plan that a further inspection comes into; left out, a plan is made. */
  into?: { name: string };
  /** Makes the plan and answers what to do next, once the draft is cleared. */
  onConfirm: (content: Content) => Promise<() => void>;
};

type Summary = { errors: readonly SummaryError[]; reference?: string; fromServer?: boolean };

const NONE: readonly SummaryError[] = [];

/** Everything a plan begins with, on one page; kept as it is typed. */
export function PlanForm({ initial, draft, paragraphs, report, into, onConfirm }: PlanFormProps) {
  const today = useToday();
  const [untouched] = useState(() => ({ form: JSON.stringify(initial) }));
  const kept = useDraft(draft.key, draft.of, untouched);
  const state = JSON.parse(kept.values.form) as PlanFormState;
  const set = (patch: Partial<PlanFormState>) => kept.set({ form: JSON.stringify({ ...state, ...patch }) });
  const [summary, setSummary] = useState<Summary>({
    errors: NONE,
  });
  const [isSending, setSending] = useState(false);
  // A field stops complaining as soon as it is put right; the summary stays as it was until the next try.
  const now = checkPlanForm(state, today, into !== undefined);
  const open = new Set(now.ok ? [] : now.errors.map(({ fieldId }) => fieldId));
  const errors: FieldErrors = Object.fromEntries(
    summary.errors.flatMap(({ fieldId, message }) =>
      fieldId && (summary.fromServer || open.has(fieldId)) ? [[fieldId, message]] : [],
    ),
  );

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!now.ok) return setSummary({ errors: now.errors });
    setSummary({ errors: NONE });
    setSending(true);
    try {
      const next = await onConfirm(now.content);
      kept.clear();
      next();
    } catch (error) {
      const problem = problemOf(error);
      const fields = problem.fields?.map(({ field, message }) => ({ fieldId: field, message }));
      const reference = problem.code === 'INTERNAL' ? problem.requestId : undefined;
      const found = fields?.length ? fields : [{ message: problem.message }];
      setSummary({ errors: found, reference, fromServer: true });
    } finally {
      setSending(false);
    }
  };

  return (
    <form noValidate onSubmit={(event) => void send(event)} className={classes.form}>
      <ErrorSummary errors={summary.errors} reference={summary.reference} />
      {kept.restored ? (
        <p className={classes.restored} role="status">
          Your changes from before are back.{' '}
          <Button variant="subtle" size="compact-sm" onClick={kept.clear}>
            Start again from the beginning
          </Button>
        </p>
      ) : null}
      {into ? null : <PlanFields value={state.plan} errors={errors} onChange={(plan) => set({ plan })} />}
      <InspectionFields state={state} errors={errors} today={today} onChange={set} />
      <RecommendationsFields
        list={state.recommendations}
        frameworkKey={state.inspection.frameworkKey}
        kind={state.inspection.kind}
        isFurther={into !== undefined}
        paragraphs={paragraphs}
        report={report}
        errors={errors}
        onChange={(recommendations) => set({ recommendations })}
      />
      <div className={classes.foot}>
        <Button type="submit" size="md" loading={isSending}>
          {into ? 'Confirm and add it' : 'Confirm and make the plan'}
        </Button>
      </div>
    </form>
  );
}
