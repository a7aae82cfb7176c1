import type { ReportParagraph } from '@gt/contracts/words';
import { checkEarlierInspection } from '@gt/domain/lineage';
import { validateRecommendation } from '@gt/domain/recommendation';
import { ErrorSummary, type SummaryError } from '@gt/ui';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import type { DraftOf } from '../../lib/draft-store.ts';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { InspectionFields, type PlanFormState, RecommendationsFields } from '../inspections/public.tsx';
import classes from './earlier.module.css';
import { earlierFacts } from './earlier-facts.ts';
import { useLineageWrites } from './queries.ts';

type EarlierFormProps = {
  planId: string;
  /** The report it was read from; null when typed by hand. */
  importId: string | null;
  /** The form as it opens; the plan's own part of it stays unused. */
  initial: PlanFormState;
  report?: { importId: string; count: number };
  paragraphs?: readonly ReportParagraph[];
  draft: { key: string; of: DraftOf };
};

/** What an earlier inspection said, checked before it is kept. */
export function EarlierForm({ planId, importId, initial, report, paragraphs = [], draft }: EarlierFormProps) {
  const today = useToday();
  const navigate = useNavigate();
  const { addInspection } = useLineageWrites();
  const [untouched] = useState(() => ({ form: JSON.stringify(initial) }));
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const kept = useDraft(draft.key, draft.of, untouched);
  const state = JSON.parse(kept.values.form) as PlanFormState;
  const set = (patch: Partial<PlanFormState>) => kept.set({ form: JSON.stringify({ ...state, ...patch }) });
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const byField = Object.fromEntries(
    errors.flatMap(({ fieldId, message }) => (fieldId ? [[fieldId, message]] : [])),
  );

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const items = state.recommendations.filter(({ quote }) => quote.trim() !== '');
    const found = problemsOf(state, items, today);
    setErrors(found);
    const inspection = earlierFacts(state.inspection);
    if (found.length > 0 || inspection === null) return;
    try {
      await addInspection.mutateAsync({
        planId,
        importId,
        inspection,
        recommendations: items.map(({ quote, leadIn, page, judgementAreas }) => ({
          quote,
          leadIn,
          page,
          judgementAreas,
        })),
        idempotencyKey,
      });
      kept.clear();
      toast('The inspection is kept as history.');
      await navigate({ to: paths.lineage, params: { planId } });
    } catch (error) {
      const { fields, message } = problemOf(error);
      const named = fields?.map((field) => ({ fieldId: field.field, message: field.message }));
      setErrors(named?.length ? named : [{ message }]);
    }
  };

  return (
    <form noValidate onSubmit={(event) => void send(event)} className={classes.form}>
      <ErrorSummary errors={errors} />
      {kept.restored ? (
        <p role="status" className={classes.lead}>
          Your changes from before are back.{' '}
          <Button variant="subtle" size="compact-sm" onClick={kept.clear}>
            Start again from the beginning
          </Button>
        </p>
      ) : null}
      <InspectionFields state={state} errors={byField} today={today} isHistory onChange={set} />
      <RecommendationsFields
        list={state.recommendations}
        frameworkKey={state.inspection.frameworkKey}
        paragraphs={paragraphs}
        report={report}
        errors={byField}
        isHistory
        onChange={(recommendations) => set({ recommendations })}
      />
      <div>
        <Button type="submit" size="md" loading={addInspection.isPending}>
          Keep it as history
        </Button>
      </div>
    </form>
  );
}

function problemsOf(
  { inspection }: PlanFormState,
  items: PlanFormState['recommendations'],
  today: Parameters<typeof checkEarlierInspection>[1],
): SummaryError[] {
  const { kind, frameworkKey } = inspection;
  const judgements = inspection.judgements.flatMap(({ area, grade }) => (grade ? [{ area, grade }] : []));
  const draft = { ...inspection, kind: kind ?? '', frameworkKey: frameworkKey ?? '', judgements };
  const { receivedDate: _asked, ...facts } = draft;
  return [
    ...checkEarlierInspection(facts, today).map(({ field, message }) => ({
      fieldId: `inspection.${field}`,
      message,
    })),
    ...items.flatMap(({ quote, leadIn, page }, index) =>
      validateRecommendation({ quote, leadIn, page }).map(({ field, message }) => ({
        fieldId: `recommendations.${index}.${field}`,
        message: `R${index + 1}: ${message}`,
      })),
    ),
  ];
}
