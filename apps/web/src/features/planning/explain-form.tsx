import { checkMismatchReason, MISMATCH_REASON_MAX } from '@gt/domain/rag';
import { ErrorSummary, LongText } from '@gt/ui';
import { Stack } from '@mantine/core';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { FormButtons } from './form-buttons.tsx';
import classes from './planning.module.css';
import { type Colour, type PlannedAction, useActionDeeds } from './queries.ts';

type ExplainFormProps = {
  action: Pick<PlannedAction, 'id' | 'reference' | 'version'>;
  colour: Pick<Colour, 'declaredRag' | 'calculatedRag' | 'sentence' | 'mismatchReason'>;
  onClose: () => void;
};

/** Says why the declared colour differs from the rule. The words are kept until they are saved. */
export function ExplainForm({ action, colour, onClose }: ExplainFormProps) {
  const prefix = `explain-${action.id}-`;
  const of = { entityType: 'ACTION', entityId: action.id };
  const draft = useDraft(`explain:${action.id}`, of, { mismatchReason: colour.mismatchReason });
  const { explain } = useActionDeeds();
  const form = useWriteForm(prefix);
  const { mismatchReason } = draft.values;
  const calculated = { rag: colour.calculatedRag, sentence: colour.sentence };
  const send = async (version: number) => {
    const input = { actionId: action.id, version, mismatchReason };
    if (!(await form.send(() => explain.mutateAsync(input)))) return;
    draft.clear();
    toast(`The difference of ${action.reference} is explained.`);
    onClose();
  };
  const submit = () => {
    const problems = checkMismatchReason(colour.declaredRag, calculated, mismatchReason);
    if (form.passes(problems)) void send(form.conflict?.version ?? action.version);
  };
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={`Explain the colours of ${action.reference}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="sm">
        {form.conflict ? (
          <p role="alert" className={classes.notice}>
            {form.conflict.changedBy} changed the action while you were writing. Your words are kept: look at
            its colours again, and press once more if they still hold.
          </p>
        ) : null}
        <LongText
          id={`${prefix}mismatchReason`}
          label="Why the two colours differ"
          description="For the chair, beside both colours. Do not name a child."
          limit={MISMATCH_REASON_MAX}
          value={mismatchReason}
          autoFocus
          onChange={(event) => draft.set({ mismatchReason: event.currentTarget.value })}
          error={form.errors.mismatchReason}
        />
        <FormButtons label="Save the explanation" busy={explain.isPending} onBack={onClose} />
      </Stack>
    </form>
  );
}
