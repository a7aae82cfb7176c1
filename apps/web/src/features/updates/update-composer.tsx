import { ErrorSummary } from '@gt/ui';
import { Button, Group, Stack } from '@mantine/core';
import { toast } from '../../components/toast.tsx';
import classes from './update-composer.module.css';
import { UpdateConflict } from './update-conflict.tsx';
import type { CorrectedUpdate, UpdatableAction } from './update-fields.ts';
import { UpdateWordsFields } from './update-words-fields.tsx';
import { useUpdateForm } from './use-update-form.ts';

type UpdateComposerProps = {
  action: UpdatableAction;
  /** The update that this one puts right. */
  corrects?: CorrectedUpdate;
  /** Called once it is posted. */
  onPosted?: () => void;
  /** Out of a correction, without posting. */
  onBack?: () => void;
};

/** The composer of a progress update. Typed words are kept until they are posted. */
export function UpdateComposer({ action, corrects, onPosted, onBack }: UpdateComposerProps) {
  const update = useUpdateForm(action, {
    corrects,
    onPosted: () => {
      toast(corrects ? `Update of ${action.reference} put right.` : `Update posted on ${action.reference}.`);
      onPosted?.();
    },
  });
  const { form } = update;
  if (form.conflict) return <UpdateConflict update={update} />;
  return (
    <form
      noValidate
      aria-label={corrects ? `Put right an update of ${action.reference}` : `Update ${action.reference}`}
      onSubmit={(event) => {
        event.preventDefault();
        void update.submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      {update.restored && update.isTouched ? (
        <p className={classes.restored} role="status">
          Your unposted words have been put back.
        </p>
      ) : null}
      <Stack gap="sm">
        <UpdateWordsFields
          update={update}
          action={action}
          mayBeNothing={corrects?.nothingChanged !== false}
        />
        <Group gap="xs">
          <Button type="submit" loading={update.isBusy}>
            {corrects ? 'Post the correction' : 'Post update'}
          </Button>
          {onBack ? (
            <Button
              variant="subtle"
              onClick={() => {
                update.clear();
                onBack();
              }}
            >
              Leave it as it is
            </Button>
          ) : null}
          {update.isTouched && !onBack ? (
            <Button variant="subtle" onClick={update.clear}>
              Discard
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
