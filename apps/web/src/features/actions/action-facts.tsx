import { formatDate, PRIORITY_LABELS } from '@gt/contracts/words';
import { isOpenStatus } from '@gt/domain/action';
import { type Decision, holds, type Permission } from '@gt/domain/authz';
import { referenceAcross } from '@gt/domain/plan';
import { ConfirmDialog, Quote } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { DuplicateDialog, MoveDialog, SplitDialog } from '../planning/public.tsx';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import { KeepTemplateDialog } from '../templates/public.tsx';
import classes from './action-view.module.css';
import { EditDialog } from './edit-dialog.tsx';
import { type ActionDetail, useActionWrites } from './queries.ts';

type FactsProps = { action: ActionDetail; may: (permission: Permission) => Decision };

/** What will be done and how one will know; the recommendation it answers; change, remove, restore. */
export function ActionFacts({ action, may }: FactsProps) {
  const [dialog, setDialog] = useState<
    'edit' | 'copy' | 'keep' | 'split' | 'move' | 'remove' | 'destroy' | null
  >(null);
  const { restore } = useActionWrites();
  const mayDestroy = useMayRequestDestroy() && action.redactedAt === null;
  const mayKeep = holds(useUser().roles, 'action.plan');
  const live = action.deletedAt === null;
  const isWhole = live && action.redactedAt === null && isOpenStatus(action.status);
  const maySplit = isWhole && may('action.create').ok && may('action.plan').ok;
  const takeBack = (version: number) =>
    restore
      .mutateAsync({ actionId: action.id, version })
      .then(() => toast(`${action.reference} is back in the plan.`))
      .catch((error: unknown) => toast(problemOf(error).message));
  return (
    <>
      <dl className={classes.facts}>
        <dt>Detail</dt>
        <dd className={classes.text}>{action.detail || 'None'}</dd>
        <dt>How we will know it worked</dt>
        <dd className={classes.text}>{action.successMeasure || 'Not said'}</dd>
        <dt>Priority</dt>
        <dd>{PRIORITY_LABELS[action.priority]}</dd>
        <dt>Start</dt>
        <dd>{action.startDate ? formatDate(action.startDate) : 'Not set'}</dd>
        <dt>Percent complete</dt>
        <dd>{action.percentComplete}%</dd>
        <dt>Added</dt>
        <dd>
          {dayInWords(action.createdAt)}, {action.createdBy}
        </dd>
      </dl>
      <h3 className={classes.heading}>
        <Link
          to={paths.recommendation}
          params={{ planId: action.planId, recommendationId: action.recommendationId }}
        >
          Recommendation R{action.recommendationNumber}
        </Link>
      </h3>
      <Quote text={action.recommendationQuote} />
      {action.alsoServes.length > 0 ? (
        <p className={classes.quiet}>
          Also serves{' '}
          {action.alsoServes.map(({ recommendationId, planId, number, ofPlan }, index) => (
            <Fragment key={recommendationId}>
              {index > 0 ? ', ' : ''}
              <Link to={paths.recommendation} params={{ planId, recommendationId }}>
                {referenceAcross(`R${number}`, ofPlan)}
              </Link>
            </Fragment>
          ))}
        </p>
      ) : null}
      <Group gap="xs" mt="md" className="gt-screen-only">
        {live && may('action.edit').ok ? (
          <Button size="xs" variant="default" onClick={() => setDialog('edit')}>
            Change
          </Button>
        ) : null}
        {live && may('action.create').ok && action.redactedAt === null ? (
          <Button size="xs" variant="default" onClick={() => setDialog('copy')}>
            Make a copy
          </Button>
        ) : null}
        {live && mayKeep && action.redactedAt === null ? (
          <Button size="xs" variant="default" onClick={() => setDialog('keep')}>
            Keep as a template
          </Button>
        ) : null}
        {maySplit ? (
          <Button size="xs" variant="default" onClick={() => setDialog('split')}>
            Split
          </Button>
        ) : null}
        {live && may('action.move').ok ? (
          <Button size="xs" variant="default" onClick={() => setDialog('move')}>
            Move to another recommendation
          </Button>
        ) : null}
        {live && may('action.delete').ok ? (
          <Button size="xs" variant="subtle" color="brick" onClick={() => setDialog('remove')}>
            Remove
          </Button>
        ) : null}
        {mayDestroy ? (
          <Button size="xs" variant="subtle" color="brick" onClick={() => setDialog('destroy')}>
            Ask for its words to be destroyed
          </Button>
        ) : null}
        {!live && may('action.delete').ok ? (
          <Button size="xs" loading={restore.isPending} onClick={() => void takeBack(action.version)}>
            Put back in the plan
          </Button>
        ) : null}
      </Group>
      {dialog === 'edit' ? <EditDialog action={action} onClose={() => setDialog(null)} /> : null}
      {dialog === 'copy' ? <DuplicateDialog action={action} onClose={() => setDialog(null)} /> : null}
      {dialog === 'keep' ? <KeepTemplateDialog action={action} onClose={() => setDialog(null)} /> : null}
      {dialog === 'split' ? <SplitDialog action={action} onClose={() => setDialog(null)} /> : null}
      {dialog === 'move' ? <MoveDialog action={action} onClose={() => setDialog(null)} /> : null}
      <RequestDestroy
        opened={dialog === 'destroy'}
        onClose={() => setDialog(null)}
        entity="ACTION"
        entityId={action.id}
        reference={action.reference}
      />
      <RemoveDialog
        action={action}
        opened={dialog === 'remove'}
        onClose={() => setDialog(null)}
        onUndo={(version) => void takeBack(version)}
      />
    </>
  );
}

type RemoveProps = {
  action: ActionDetail;
  opened: boolean;
  onClose: () => void;
  onUndo: (version: number) => void;
};

function RemoveDialog({ action, opened, onClose, onUndo }: RemoveProps) {
  const { remove } = useActionWrites();
  const [refusal, setRefusal] = useState<string>();
  const confirm = async (reason: string) => {
    setRefusal(undefined);
    try {
      const { version } = await remove.mutateAsync({ actionId: action.id, version: action.version, reason });
      toast(`${action.reference} is in the recycle bin.`, { undo: () => onUndo(version) });
      onClose();
    } catch (error) {
      const { current, message } = problemOf(error);
      setRefusal(
        current
          ? `${current.changedBy} changed this action since you opened it. Look at it again before removing it.`
          : message,
      );
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={`Remove ${action.reference}?`}
      confirmLabel="Remove the action"
      reasonLabel="Why it is removed"
      danger
      busy={remove.isPending}
      refusal={refusal}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    >
      <p>
        It goes to the recycle bin, with its updates and history, and can be put back. To say that the work
        will not be done, change the status to Cancelled instead.
      </p>
    </ConfirmDialog>
  );
}
