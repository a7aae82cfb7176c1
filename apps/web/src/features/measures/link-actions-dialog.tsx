import { canOnAction } from '@gt/domain/authz';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useUser } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './measures.module.css';
import { linkableQuery, type MeasureDetail, useMeasureWrites } from './queries.ts';

/** Chooses actions that are meant to move a measure. */
export function LinkActionsDialog({ measure, onClose }: { measure: MeasureDetail; onClose: () => void }) {
  const { id: userId, roles, teamIds, postIds } = useUser();
  const [q, setQ] = useState('');
  const [actionIds, setActionIds] = useState<string[]>([]);
  const found = useQuery(linkableQuery(measure.planId, useDeferredValue(q.trim())));
  const { linkAction } = useMeasureWrites();
  const form = useWriteForm();
  const linked = new Set(measure.actions.map(({ id }) => id));
  const rows = (found.data?.rows ?? []).filter(
    (row) =>
      !linked.has(row.id) &&
      canOnAction({ userId, roles, teamIds, postIds }, 'action.plan', {
        teamId: row.team?.id ?? null,
        partnerTeamId: row.partnerTeam?.id ?? null,
        ownerPostId: row.ownerPost?.id ?? null,
        ownerUserId: row.ownerUser?.id ?? null,
        supportingTeamIds: row.supportingTeams.map(({ id }) => id),
      }).ok,
  );
  const submit = async () => {
    const message = 'Choose at least one action that should move this measure';
    if (!form.passes(actionIds.length === 0 ? [{ field: 'find', message }] : [])) return;
    const saved = await form.send(async () => {
      for (const actionId of actionIds) await linkAction.mutateAsync({ measureId: measure.id, actionId });
    });
    if (!saved) return;
    toast(`${measure.reference} is linked.`);
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={`Actions that should move ${measure.reference}`}>
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <TextInput
          id="find"
          type="search"
          label="Find an action"
          description="By reference or words of its title"
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
          error={form.errors.find}
          data-autofocus
        />
        <Checkbox.Group label="Actions" value={actionIds} onChange={setActionIds}>
          <div className={classes.results}>
            {rows.map((row) => (
              <Checkbox key={row.id} value={row.id} label={`${row.reference} ${row.title}`} />
            ))}
            {found.isSuccess && rows.length === 0 ? (
              <p className={classes.quiet}>No other action that you may plan fits. Try fewer words.</p>
            ) : null}
          </div>
        </Checkbox.Group>
        <DialogButtons
          label="Link"
          busy={linkAction.isPending}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
