import { checkReason, REASON_MAX } from '@gt/domain/wording';
import { Dialog, ErrorSummary, LongText, SkeletonRows } from '@gt/ui';
import { Button, Group, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './planning.module.css';
import { type PlannedAction, recommendationChoicesQuery, useActionDeeds } from './queries.ts';

/** Moves an action under another recommendation, with a reason; its old reference still leads to it. */
export function MoveDialog({ action: shown, onClose }: { action: PlannedAction; onClose: () => void }) {
  const [action] = useState(shown);
  const [target, setTarget] = useState<string | null>(null);
  const of = { entityType: 'ACTION', entityId: action.id };
  const draft = useDraft(`move:${action.id}`, of, { reason: '' });
  const { reason } = draft.values;
  const choices = useQuery(recommendationChoicesQuery(action.planId));
  const { move } = useActionDeeds();
  const form = useWriteForm('move-');
  const others = choices.data?.recommendations.filter(({ id }) => id !== action.recommendationId);

  const submit = async () => {
    const problems = [
      ...(target ? [] : [{ field: 'recommendationId', message: 'Choose where it moves to' }]),
      ...checkReason('reason', reason, 'Enter why it moves'),
    ];
    if (!form.passes(problems) || !target) return;
    const version = form.conflict?.version ?? action.version;
    let moved = { reference: '', version: 0 };
    const send = async () => {
      moved = await move.mutateAsync({ actionId: action.id, version, recommendationId: target, reason });
    };
    if (!(await form.send(send))) return;
    draft.clear();
    const undo = () =>
      void move
        .mutateAsync({
          actionId: action.id,
          version: moved.version,
          recommendationId: action.recommendationId,
          reason: 'The move was taken back.',
        })
        .catch((error: unknown) => toast(problemOf(error).message));
    toast(`${action.reference} is now ${moved.reference}. The old reference still leads to it.`, { undo });
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={`Move ${action.reference} to another recommendation`}>
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        {form.conflict ? (
          <p role="alert" className={classes.notice}>
            {form.conflict.changedBy} changed the action meanwhile. Your words are kept; press once more to
            move it as it is now.
          </p>
        ) : null}
        <p className={classes.say}>
          Updates, evidence, milestones and history go with it. It gets a new reference there;{' '}
          {action.reference} still leads to it.
        </p>
        {others ? (
          <Radio.Group
            label="Where it moves to"
            value={target}
            onChange={setTarget}
            error={form.errors.recommendationId}
          >
            <div className={classes.results}>
              {others.map((item, index) => (
                <Radio
                  key={item.id}
                  id={index === 0 ? 'move-recommendationId' : undefined}
                  value={item.id}
                  label={`R${item.number} ${item.quote}`}
                />
              ))}
              {others.length === 0 ? (
                <p className={classes.quiet}>The plan has no other recommendation.</p>
              ) : null}
            </div>
          </Radio.Group>
        ) : (
          <SkeletonRows rows={3} label="Loading the recommendations" />
        )}
        <LongText
          id="move-reason"
          label="Why it moves"
          description="Do not name a child."
          limit={REASON_MAX}
          value={reason}
          onChange={(event) => draft.set({ reason: event.currentTarget.value })}
          error={form.errors.reason}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button loading={move.isPending} onClick={() => void submit()}>
            Move it
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
