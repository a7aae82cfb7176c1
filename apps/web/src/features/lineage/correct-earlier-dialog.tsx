import { checkEarlierInspection } from '@gt/domain/lineage';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { emptyPlan, InspectionFields, type PlanFormState, withEveryArea } from '../inspections/public.tsx';
import { earlierFacts } from './earlier-facts.ts';
import { type Inspection, useLineageWrites } from './queries.ts';

const CHANGED =
  'Somebody else has changed these facts meanwhile. Go back, look at them, and correct them again.';

/** Corrects what is on record of an earlier inspection; its dates decide its place in time. */
export function CorrectEarlierDialog({
  inspection,
  onClose,
}: {
  inspection: Inspection;
  onClose: () => void;
}) {
  const today = useToday();
  const [seen] = useState(() => ({ form: JSON.stringify(stateOf(inspection)), version: inspection.version }));
  const of = { entityType: 'EARLIER_INSPECTION', entityId: inspection.id };
  const draft = useDraft(`earlier-inspection:${inspection.id}`, of, seen);
  const state = JSON.parse(draft.values.form) as PlanFormState;
  const { editInspection } = useLineageWrites();
  const form = useWriteForm('inspection.');
  const leave = () => {
    draft.clear();
    onClose();
  };
  const submit = async () => {
    const facts = earlierFacts(state.inspection);
    const missing = facts
      ? []
      : [{ field: 'kind', message: 'Choose the kind of inspection and its framework' }];
    const problems = facts ? checkEarlierInspection(facts, today) : missing;
    if (!form.passes(problems) || !facts) return;
    const saved = await form.send(() =>
      editInspection.mutateAsync({
        earlierInspectionId: inspection.id,
        version: draft.values.version,
        ...facts,
      }),
    );
    if (!saved) return;
    toast('The facts of the inspection have been corrected.');
    leave();
  };
  const errors = Object.fromEntries(
    Object.entries(form.errors).map(([field, message]) => [`inspection.${field}`, message]),
  );
  const summary = form.conflict ? { errors: [{ message: CHANGED }] } : form.summary;
  return (
    <Dialog onClose={onClose} size="80rem" title="Correct the facts of the inspection">
      <Stack gap="md">
        <ErrorSummary {...summary} />
        <InspectionFields
          state={state}
          errors={errors}
          today={today}
          isHistory
          onChange={(patch) => draft.set({ form: JSON.stringify({ ...state, ...patch }) })}
        />
        <DialogButtons
          label="Save"
          busy={editInspection.isPending}
          onSubmit={() => void submit()}
          backLabel="Go back without saving"
          onBack={leave}
        />
      </Stack>
    </Dialog>
  );
}

function stateOf({ dateText, judgements, ...facts }: Inspection): PlanFormState {
  const { kind, frameworkKey, authority, startDate, endDate, publicationDate } = facts;
  const empty = emptyPlan();
  return {
    ...empty,
    inspection: {
      ...empty.inspection,
      ...{ kind, frameworkKey, authority, startDate, endDate, publicationDate },
      inspectionDateText: dateText,
      judgements: withEveryArea(
        frameworkKey,
        judgements.map((judgement) => ({ ...judgement, page: null })),
      ),
    },
  };
}
