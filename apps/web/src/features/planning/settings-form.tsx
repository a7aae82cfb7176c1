import type { DueDateApproval } from '@gt/contracts/words';
import { validatePlanSettings } from '@gt/domain/plan';
import { ErrorSummary, Panel } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { EvidenceTestFields } from './evidence-test-fields.tsx';
import classes from './pages.module.css';
import { type PlanSettings, useSettingsWrite } from './queries.ts';
import { RhythmFields } from './rhythm-fields.tsx';
import { COMPARED_SETTINGS, settingsOf, type TypedSettings, typedOf } from './settings-values.ts';
import { ApprovalField, ThresholdFields } from './threshold-fields.tsx';

/** One form for all of it, saved together; what is typed is kept until then. */
export function SettingsForm({ settings }: { settings: PlanSettings }) {
  const [seen] = useState(settings);
  const [initial] = useState(() => typedOf(settings));
  const dates = useUnreadableDates({ boardFirstDate: 'the first board' });
  const draft = useDraft<TypedSettings>(
    `plan-settings:${settings.planId}`,
    { entityType: 'PLAN', entityId: settings.planId },
    initial,
  );
  const write = useSettingsWrite();
  const form = useWriteForm();
  const { values } = draft;

  const send = async (version: number, typed: TypedSettings) => {
    const input = { planId: seen.planId, version, ...settingsOf(typed) };
    if (!(await form.send(() => write.mutateAsync(input)))) return;
    draft.clear();
    toast('The plan is run like this from now on. Its colours follow at once.');
  };
  const submit = () => {
    const problems = validatePlanSettings(settingsOf(values));
    if (form.passes([...problems, ...dates.problems])) void send(seen.version, values);
  };
  const { conflict } = form;
  if (conflict) {
    return (
      <Panel>
        <ConflictChoice
          conflict={conflict}
          fields={COMPARED_SETTINGS}
          mine={settingsOf(values)}
          base={settingsOf(initial)}
          submitLabel="Save my choices"
          busy={write.isPending}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => {
            const typed = typedOf(chosen as Parameters<typeof typedOf>[0]);
            draft.set(typed);
            void send(conflict.version, typed);
          }}
        />
      </Panel>
    );
  }
  return (
    <form
      noValidate
      aria-label="How the plan is run"
      className={classes.cards}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      {draft.restored ? (
        <p role="status" className={classes.quiet}>
          Your unsaved settings have been put back.
        </p>
      ) : null}
      <Panel title="When a colour turns">
        <ThresholdFields values={values} errors={form.errors} onChange={draft.set} />
      </Panel>
      <Panel title="Moving a due date">
        <ApprovalField
          value={values.dueDateApproval}
          error={form.errors.dueDateApproval}
          onChange={(dueDateApproval: DueDateApproval) => draft.set({ dueDateApproval })}
        />
      </Panel>
      <Panel title="What evidence must show">
        <EvidenceTestFields
          values={values}
          errors={form.errors}
          tests={seen.evidenceTests}
          onChange={draft.set}
        />
      </Panel>
      <Panel title="Meetings">
        <RhythmFields
          values={values}
          errors={form.errors}
          onChange={draft.set}
          onUnreadable={dates.watch('boardFirstDate')}
        />
      </Panel>
      <Group gap="xs">
        <Button type="submit" loading={write.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={draft.clear}>
          Put back what was saved
        </Button>
      </Group>
    </form>
  );
}
