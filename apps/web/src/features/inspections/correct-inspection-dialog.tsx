import {
  formatDate,
  GRADE_LABELS,
  type Grade,
  INSPECTION_OUTCOME_SHORT,
  type InspectionOutcome,
  JUDGEMENT_AREA_LABELS,
} from '@gt/contracts/words';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack } from '@mantine/core';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { useToday } from '../../lib/session.ts';
import { InspectionFields } from './inspection-fields.tsx';
import type { InspectionRow, PlanFormState } from './plan-form-state.ts';
import { useCorrectInspection } from './use-correct-inspection.ts';

const plain = (value: unknown) => String(value ?? '');
const date = (value: unknown) => (typeof value === 'string' ? formatDate(value) : '');

function judgementsInWords(value: unknown): string {
  const list = (Array.isArray(value) ? value : []) as { area: string; grade: Grade | null }[];
  return list
    .filter(({ grade }) => grade !== null)
    .map(({ area, grade }) => `${JUDGEMENT_AREA_LABELS[area] ?? area}: ${grade ? GRADE_LABELS[grade] : ''}`)
    .join('\n');
}

const FIELDS = [
  { name: 'kind', label: 'Kind of inspection', show: plain },
  { name: 'frameworkKey', label: 'Framework', show: plain },
  { name: 'authority', label: 'Authority inspected', show: plain },
  { name: 'inspectionDateText', label: 'Inspection dates', show: plain },
  { name: 'startDate', label: 'First day', show: date },
  { name: 'endDate', label: 'Last day', show: date },
  { name: 'publicationDate', label: 'Published', show: date },
  { name: 'receivedDate', label: 'Received', show: date },
  { name: 'leadInspector', label: 'Lead inspector', show: plain },
  { name: 'urn', label: 'URN', show: plain },
  {
    name: 'outcome',
    label: 'Outcome',
    show: (value: unknown) => (value ? INSPECTION_OUTCOME_SHORT[value as InspectionOutcome] : ''),
  },
  { name: 'answersWith', label: 'Answers with the council', show: plain },
  { name: 'judgements', label: 'Judgements', show: judgementsInWords },
] as const;

/** Corrects what is on record of an inspection; a corrected date of receipt moves its clock. */
export function CorrectInspectionDialog(props: { inspection: InspectionRow; onClose: () => void }) {
  const { inspection, onClose } = props;
  const today = useToday();
  const form = useCorrectInspection(inspection, today, onClose);
  const byField = Object.fromEntries(
    form.errors.flatMap(({ fieldId, message }) => (fieldId ? [[fieldId, message]] : [])),
  );
  const { conflict } = form;
  return (
    <Dialog onClose={onClose} size="80rem" title="Correct the facts of the inspection">
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={FIELDS}
          mine={form.state.inspection}
          submitLabel="Save my choices"
          busy={form.isSaving}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => form.save(chosen as PlanFormState['inspection'], conflict.version)}
        />
      ) : (
        <Stack gap="md">
          <ErrorSummary errors={form.errors} />
          <InspectionFields state={form.state} errors={byField} today={today} onChange={form.set} />
          <DialogButtons
            label="Save"
            busy={form.isSaving}
            onSubmit={() => form.save(form.state.inspection)}
            backLabel="Go back without saving"
            onBack={form.discard}
          />
        </Stack>
      )}
    </Dialog>
  );
}
