import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { ConfirmDialog, Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { DiscardWorkbook } from './discard-workbook.tsx';
import { refreshPlan, type Undone, undoMutation, type Workbook } from './queries.ts';
import classes from './workbooks.module.css';

/** What a workbook brought, and taking all of it back. */
export function ImportedPanel({ workbook }: { workbook: Workbook }) {
  const [changed, setChanged] = useState<Undone['changed']>([]);
  const [asking, setAsking] = useState(false);
  const undo = useMutation({
    ...undoMutation(),
    onSuccess: async (answer) => {
      setAsking(false);
      setChanged(answer.undone ? [] : answer.changed);
      if (!answer.undone) return;
      toast('Undone. The workbook waits for you again.');
      await refreshPlan();
    },
    onError: () => setAsking(false),
  });
  const send = (keepChanged: boolean) =>
    undo.mutate({ workbookId: workbook.id, version: workbook.version, keepChanged });
  const { brought, importedAt, importedBy, planId } = workbook;
  return (
    <div className={classes.page}>
      <Panel title="In the plan">
        <p className={classes.words}>
          Brought in by {importedBy} on {importedAt ? formatDate(importedAt.slice(0, 10)) : ''}:{' '}
          {countOf(brought?.actions ?? 0, 'new action')},{' '}
          {countOf(brought?.recommendations ?? 0, 'new recommendation')},{' '}
          {countOf(brought?.updates ?? 0, 'changed action')}
          {brought?.made ? `, ${countOf(brought.made, 'new team or post', 'new teams and posts')}` : ''}. The
          file is kept as it came.
        </p>
        <Link to={paths.planActions} params={{ planId }} search={{}}>
          Open the plan
        </Link>
      </Panel>
      <Panel title="Undo all of it">
        <p className={classes.words}>
          What it made goes, what it changed is as it was before. Only the history tells of it afterwards.
        </p>
        <Button variant="default" onClick={() => setAsking(true)}>
          Undo this workbook
        </Button>
        {undo.error ? (
          <p role="alert" className={classes.problem}>
            {problemOf(undo.error).message}
          </p>
        ) : null}
        {changed.length > 0 ? (
          <div role="alert" className={classes.changed}>
            <p>
              Nothing was undone: {countOf(changed.length, 'record')} of it changed since. Undo the rest, and
              these stay as they are; change or remove them by hand.
            </p>
            <ul className={classes.notes}>
              {changed.map(({ reference, title, sentence }) => (
                <li key={reference}>
                  <strong>{reference}</strong> {title}. {sentence}
                </li>
              ))}
            </ul>
            <Button variant="default" loading={undo.isPending} onClick={() => send(true)}>
              Undo the rest, keep these
            </Button>
          </div>
        ) : null}
      </Panel>
      <Panel title="The file">
        <p className={classes.words}>
          It is kept as it came, as evidence of what was brought in. Throw it away when it names a child.
        </p>
        <DiscardWorkbook workbook={workbook} />
      </Panel>
      <ConfirmDialog
        opened={asking}
        title="Undo this workbook?"
        confirmLabel="Undo all of it"
        busy={undo.isPending}
        onConfirm={() => send(false)}
        onClose={() => setAsking(false)}
      >
        If anything of it was changed since, nothing is undone and you are told what.
      </ConfirmDialog>
    </div>
  );
}
