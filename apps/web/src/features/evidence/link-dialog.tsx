import { canLinkToRecommendation } from '@gt/domain/authz';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChooseActions } from '../../components/choose-actions.tsx';
import { toast } from '../../components/toast.tsx';
import { useUser } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './evidence.module.css';
import { choicesQuery, type EvidenceDetail, useEvidenceWrites } from './queries.ts';

/** Links an item to more actions, and for the programme lead to recommendations themselves. */
export function LinkDialog({ evidence, onClose }: { evidence: EvidenceDetail; onClose: () => void }) {
  const { id: userId, roles, teamIds, postIds } = useUser();
  const [actionIds, setActionIds] = useState<string[]>([]);
  const [recommendationIds, setRecommendationIds] = useState<string[]>([]);
  const mayRecommend = canLinkToRecommendation({ userId, roles, teamIds, postIds }).ok;
  const choices = useQuery({ ...choicesQuery(evidence.planId), enabled: mayRecommend });
  const { link } = useEvidenceWrites();
  const form = useWriteForm();
  const linked = (actionId: string | null, recommendationId: string) =>
    evidence.links.some((item) => item.actionId === actionId && item.recommendationId === recommendationId);

  const submit = async () => {
    const nothing = actionIds.length + recommendationIds.length === 0;
    const message = 'Choose at least one action that this is evidence for.';
    if (!form.passes(nothing ? [{ field: 'find', message }] : [])) return;
    const { id: evidenceId, version } = evidence;
    const input = { evidenceId, version, actionIds, recommendationIds };
    if (!(await form.send(() => link.mutateAsync(input)))) return;
    toast(`${evidence.reference} is linked.`);
    onClose();
  };
  const recommendations = choices.data?.recommendations.filter((item) => !linked(null, item.id)) ?? [];
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={`Link ${evidence.reference} to more`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        {form.conflict ? (
          <p role="alert">
            {form.conflict.changedBy} changed this evidence while you were choosing. Close this and try again.
          </p>
        ) : null}
        <ChooseActions
          planId={evidence.planId}
          fits={(row) => !linked(row.id, row.recommendationId)}
          none="No other action fits. Try fewer words."
          actionIds={actionIds}
          onChange={setActionIds}
          error={form.errors.find}
        />
        {mayRecommend && recommendations.length > 0 ? (
          <Checkbox.Group
            label="Or recommendations themselves"
            value={recommendationIds}
            onChange={setRecommendationIds}
          >
            <div className={classes.results}>
              {recommendations.map((item) => (
                <Checkbox key={item.id} value={item.id} label={`R${item.number} ${item.quote}`} />
              ))}
            </div>
          </Checkbox.Group>
        ) : null}
        <DialogButtons
          label="Link it"
          busy={link.isPending}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
