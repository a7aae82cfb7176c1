import { type IsoDate, PLAN_DATE_KIND_LABELS, PLAN_DATE_KINDS, type PlanDateKind } from '@gt/contracts/words';
import { PLAN_DATE_LIMITS, validatePlanDate } from '@gt/domain/visit';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { COMPARED, factsFrom, formOf, type PlanDateFacts, type PlanDateForm } from './plan-date-form.ts';
import { type PlanDate, useCalendarWrites } from './queries.ts';

type PlanDateDialogProps = {
  planId: string;
  /** The first day that is proposed. */
  date: IsoDate;
  /** The date to change; a new one when absent. */
  planDate?: PlanDate;
  onClose: () => void;
};

/** Puts a visit or another date into the calendar, or changes one. Typed words are kept until it is saved. */
export function PlanDateDialog({ planId, date, planDate, onClose }: PlanDateDialogProps) {
  const [initial] = useState(() => formOf(planDate ?? null, date));
  const draft = useDraft<PlanDateForm>(
    planDate ? `plan-date:${planDate.id}` : `plan-date-new:${planId}`,
    planDate ? { entityType: 'PLAN_DATE', entityId: planDate.id } : { entityType: 'PLAN', entityId: planId },
    initial,
  );
  const { values } = draft;
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const unreadable = useUnreadableDates({ fromDate: 'the first day', untilDate: 'the last day' });
  const { createDate, editDate } = useCalendarWrites();
  const form = useWriteForm();
  const busy = createDate.isPending || editDate.isPending;
  const facts = factsFrom(values);

  const save = async (chosen: PlanDateFacts, version: number) => {
    const saved = await form.send(() =>
      planDate
        ? editDate.mutateAsync({ ...chosen, planDateId: planDate.id, version })
        : createDate.mutateAsync({ ...chosen, planId, idempotencyKey }),
    );
    if (!saved) return;
    draft.clear();
    toast(planDate ? 'The date is changed.' : 'The date is in the calendar.');
    onClose();
  };
  const submit = () => {
    const missing = facts
      ? []
      : [{ field: 'fromDate', message: 'Enter the first day, such as 12 March 2026' }];
    const problems = [...unreadable.problems, ...missing, ...(facts ? validatePlanDate(facts) : [])];
    const first = problems.filter(
      ({ field }, index) => problems.findIndex((other) => other.field === field) === index,
    );
    if (form.passes(first) && facts) void save(facts, values.version);
  };
  return (
    <Dialog onClose={onClose} size="lg" title={planDate ? 'Change this date' : 'Add a date'}>
      <ErrorSummary {...form.summary} />
      {form.conflict && facts ? (
        <ConflictChoice
          conflict={form.conflict}
          fields={COMPARED}
          mine={facts}
          base={factsFrom(initial) ?? undefined}
          submitLabel="Save my choices"
          busy={busy}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => void save(chosen as PlanDateFacts, form.conflict?.version ?? values.version)}
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack gap="md">
            <Fields values={values} set={draft.set} errors={form.errors} watch={unreadable.watch} />
            <DialogButtons
              label={planDate ? 'Save' : 'Add the date'}
              busy={busy}
              backLabel="Discard"
              onBack={() => {
                draft.clear();
                onClose();
              }}
            />
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

type FieldsProps = {
  values: PlanDateForm;
  set: (patch: Partial<PlanDateForm>) => void;
  errors: Record<string, string>;
  watch: (field: string) => (isUnreadable: boolean) => void;
};

function Fields({ values, set, errors, watch }: FieldsProps) {
  return (
    <>
      <NativeSelect
        id="kind"
        label="What it is"
        data-autofocus
        value={values.kind}
        data={PLAN_DATE_KINDS.map((kind) => ({ value: kind, label: PLAN_DATE_KIND_LABELS[kind] }))}
        onChange={(event) => set({ kind: event.currentTarget.value as PlanDateKind })}
        error={errors.kind}
      />
      <TextInput
        id="title"
        label={values.kind === 'OTHER' ? 'Name' : 'Name (optional)'}
        description="Such as the service it looks at. Never the name of a child or a family."
        maxLength={PLAN_DATE_LIMITS.title}
        value={values.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={errors.title}
      />
      <DateField
        id="fromDate"
        label="First day"
        value={values.fromDate}
        onChange={(fromDate) => set({ fromDate })}
        onUnreadable={watch('fromDate')}
        error={errors.fromDate}
      />
      <DateField
        id="untilDate"
        label="Last day (optional)"
        description="Leave it empty for a single day"
        value={values.untilDate}
        onChange={(untilDate) => set({ untilDate })}
        onUnreadable={watch('untilDate')}
        error={errors.untilDate}
      />
      <Radio.Group
        label="How sure it is"
        value={values.isFirm ? 'firm' : 'expected'}
        onChange={(value) => set({ isFirm: value === 'firm' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="firm" label="Firm: the day is agreed" />
          <Radio value="expected" label="Expected: it may still move" />
        </Stack>
      </Radio.Group>
      <LongText
        id="note"
        label="Note (optional)"
        autosize
        minRows={2}
        limit={PLAN_DATE_LIMITS.note}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        error={errors.note}
      />
    </>
  );
}
