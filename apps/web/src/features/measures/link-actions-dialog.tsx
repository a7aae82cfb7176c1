import { canOnAction } from '@gt/domain/authz';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { ChooseActions, type FoundAction } from '../../components/choose-actions.tsx';
import { toast } from '../../components/toast.tsx';
import { useUser } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type MeasureDetail, useMeasureWrites } from './queries.ts';

/** Chooses actions that are meant to move a measure. */
export function LinkActionsDialog({ measure, onClose }: { measure: MeasureDetail; onClose: () => void }) {
  const { id: userId, roles, teamIds, postIds } = useUser();
  const [actionIds, setActionIds] = useState<string[]>([]);
  const { linkAction } = useMeasureWrites();
  const form = useWriteForm();
  const linked = new Set(measure.actions.map(({ id }) => id));
  const fits = (row: FoundAction) =>
    !linked.has(row.id) &&
    canOnAction({ userId, roles, teamIds, postIds }, 'action.plan', {
      teamId: row.team?.id ?? null,
      partnerTeamId: row.partnerTeam?.id ?? null,
      ownerPostId: row.ownerPost?.id ?? null,
      ownerUserId: row.ownerUser?.id ?? null,
      supportingTeamIds: row.supportingTeams.map(({ id }) => id),
    }).ok;
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
        <ChooseActions
          planId={measure.planId}
          fits={fits}
          none="No other action that you may plan fits. Try fewer words."
          actionIds={actionIds}
          onChange={setActionIds}
          error={form.errors.find}
        />
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
