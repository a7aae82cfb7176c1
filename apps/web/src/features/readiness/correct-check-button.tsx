import { ConfirmDialog } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { type SustainCheck, useClosingWrites } from './queries.ts';

/** Puts right a check that was made by mistake, with the reason. */
export function CorrectCheckButton({ check }: { check: SustainCheck }) {
  const [opened, setOpened] = useState(false);
  const { correct } = useClosingWrites();
  const { id: checkId, version, months, state } = check;
  return (
    <>
      <Button variant="subtle" size="compact-sm" className="gt-screen-only" onClick={() => setOpened(true)}>
        Put this right …<span className="gt-visually-hidden"> (check after {months} months)</span>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={`Put the check after ${months} months right?`}
        confirmLabel="Put it right"
        reasonLabel="What was wrong? At least 10 characters."
        busy={correct.isPending}
        refusal={correct.error ? problemOf(correct.error).message : undefined}
        onClose={() => setOpened(false)}
        onConfirm={(reason) =>
          correct.mutate(
            { checkId, version, reason },
            {
              onSuccess: () => {
                toast('The check waits again.');
                setOpened(false);
              },
            },
          )
        }
      >
        <p>
          The check waits to be made again
          {state === 'NOT_SUSTAINED' ? ', and the recommendation is closed as it was' : ''}. What was said
          stays in the history.
        </p>
      </ConfirmDialog>
    </>
  );
}
