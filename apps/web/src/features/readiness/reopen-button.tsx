import { ConfirmDialog } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { type Closing, useClosingWrites } from './queries.ts';
import classes from './readiness.module.css';

/** Opens a closed recommendation again, with the reason. */
export function ReopenButton({ closing }: { closing: Closing }) {
  const [opened, setOpened] = useState(false);
  const { reopen } = useClosingWrites();
  const { recommendationId, reference, version } = closing;
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        className={`${classes.fit} gt-screen-only`}
        onClick={() => setOpened(true)}
      >
        Open {reference} again …
      </Button>
      <ConfirmDialog
        opened={opened}
        title={`Open ${reference} again?`}
        confirmLabel="Open it again"
        reasonLabel="Why? At least 10 characters. Do not name a child."
        busy={reopen.isPending}
        refusal={reopen.error ? problemOf(reopen.error).message : undefined}
        onClose={() => setOpened(false)}
        onConfirm={(reason) =>
          reopen.mutate(
            { recommendationId, version, reason },
            {
              onSuccess: () => {
                toast(`${reference} is open again.`);
                setOpened(false);
              },
            },
          )
        }
      >
        <p>What was said when it closed stays on record, and so does your reason.</p>
      </ConfirmDialog>
    </>
  );
}
