import { ConfirmDialog } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { discardMutation, refreshWorkbooks, type Workbook } from './queries.ts';

/** Throws the file away; what it brought into the plan stays. */
export function DiscardWorkbook({ workbook }: { workbook: Workbook }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const discard = useMutation({
    ...discardMutation(),
    onSuccess: async () => {
      await navigate({ to: paths.workbooks, params: { planId: workbook.planId } });
      await refreshWorkbooks();
    },
  });
  const isIn = workbook.state === 'IMPORTED';
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {isIn ? 'Throw the file away' : 'Throw this workbook away'}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={isIn ? 'Throw the file away?' : 'Throw this workbook away?'}
        confirmLabel="Throw it away"
        danger
        busy={discard.isPending}
        refusal={discard.error ? problemOf(discard.error).message : undefined}
        onConfirm={() => discard.mutate({ workbookId: workbook.id, version: workbook.version })}
        onClose={() => setAsking(false)}
      >
        {isIn
          ? 'What it brought stays in the plan, and can no longer be undone as a whole. The file cannot be brought back.'
          : 'Nothing of it is in the plan. What you chose here goes with it.'}
      </ConfirmDialog>
    </>
  );
}
