import { canEditMeasure } from '@gt/domain/authz';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useToday, useUser } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { MeasureFields } from './measure-fields.tsx';
import {
  comparedFields,
  EMPTY_MEASURE,
  factsFrom,
  formOf,
  type MeasureFacts,
  type MeasureForm,
} from './measure-form.ts';
import { choicesQuery, type MeasureDetail, useMeasureWrites } from './queries.ts';
import { StandardChoice } from './standard-choice.tsx';

type MeasureFormDialogProps = {
  planId: string;
  /** The recommendation a new measure comes under; asked when absent. */
  recommendationId?: string;
  /** The measure to change; a new one when absent. */
  measure?: MeasureDetail;
  onClose: () => void;
  onCreated?: (measureId: string) => void;
};

/** Sets a measure up, or changes what it is. Typed words are kept until it is saved. */
export function MeasureFormDialog(props: MeasureFormDialogProps) {
  const { planId, measure, onClose } = props;
  const today = useToday();
  const choices = useQuery(choicesQuery(planId));
  const draft = useMeasureDraft(props);
  const { values, set } = draft;
  const { create, edit } = useMeasureWrites();
  const form = useWriteForm();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const posts = usePosts(choices.data?.posts ?? [], measure);

  const save = async (facts: MeasureFacts, version?: number) => {
    let made: { id: string; reference: string } | undefined;
    const saved = await form.send(async () => {
      made = measure
        ? await edit.mutateAsync({ measureId: measure.id, version: version ?? values.version, ...facts })
        : await create.mutateAsync({
            recommendationId: values.recommendationId,
            ...facts,
            standardKey: values.standardKey || null,
            idempotencyKey,
          });
    });
    if (!saved || !made) return;
    draft.clear();
    toast(measure ? `${made.reference} has been changed.` : `${made.reference} has been set up.`);
    onClose();
    if (!measure) props.onCreated?.(made.id);
  };
  const submit = () => {
    const read = factsFrom(values, today);
    const missing = values.recommendationId
      ? []
      : [{ field: 'recommendationId', message: 'Choose the recommendation it comes under' }];
    if (form.passes([...missing, ...(read.ok ? [] : read.problems)]) && read.ok) void save(read.facts);
  };
  const mine = factsFrom(values, today);
  const first = measure ? factsFrom(formOf(measure), today) : null;
  const title = measure ? `Change ${measure.reference}` : 'Add a measure';
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <ErrorSummary {...form.summary} />
      {form.conflict && mine.ok ? (
        <ConflictChoice
          conflict={form.conflict}
          fields={comparedFields(
            values.unit.trim(),
            (id) => posts.find((post) => post.id === id)?.title ?? '',
          )}
          mine={mine.facts}
          base={first?.ok ? first.facts : undefined}
          submitLabel="Save my choices"
          busy={edit.isPending}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => void save(chosen as MeasureFacts, form.conflict?.version)}
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack gap="md">
            {measure || props.recommendationId ? null : (
              <NativeSelect
                id="recommendationId"
                label="Under which recommendation"
                value={values.recommendationId}
                data={[
                  { value: '', label: 'Choose one' },
                  ...(choices.data?.recommendations.map(({ id, number, quote }) => ({
                    value: id,
                    label: `R${number} ${quote.slice(0, 80)}`,
                  })) ?? []),
                ]}
                onChange={(event) => set({ recommendationId: event.currentTarget.value })}
                error={form.errors.recommendationId}
              />
            )}
            {measure ? null : <StandardChoice values={values} onChange={set} />}
            <MeasureFields values={values} errors={form.errors} posts={posts} onChange={set} />
            <DialogButtons
              label={measure ? 'Save' : 'Add the measure'}
              busy={create.isPending || edit.isPending}
              backLabel="Discard"
              onBack={() => {
                draft.clear();
                onClose();
              }}
            />
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

/** The form as it was left; a draft remembers the version it began with, so that a conflict still shows. */
function useMeasureDraft({ planId, recommendationId, measure }: MeasureFormDialogProps) {
  const [initial] = useState<MeasureForm & { version: number }>(() =>
    measure
      ? { ...formOf(measure), version: measure.version }
      : { ...EMPTY_MEASURE, recommendationId: recommendationId ?? '', version: 0 },
  );
  const under = recommendationId
    ? { entityType: 'RECOMMENDATION', entityId: recommendationId }
    : { entityType: 'PLAN', entityId: planId };
  return useDraft(
    measure ? `measure:${measure.id}` : `measure-new:${recommendationId ?? planId}`,
    measure ? { entityType: 'MEASURE', entityId: measure.id } : under,
    initial,
  );
}

type Post = { id: string; title: string; teamId: string; holder: string | null };

/** Posts that this person may make an owner; the one it has already stays on the list. */
function usePosts(all: readonly Post[], measure: MeasureDetail | undefined) {
  const { id: userId, roles, teamIds, postIds } = useUser();
  const actor = { userId, roles, teamIds, postIds };
  return all.filter(
    ({ id, teamId }) =>
      id === measure?.ownerPost?.id || canEditMeasure(actor, { ownerPostId: id, ownerTeamId: teamId }).ok,
  );
}
