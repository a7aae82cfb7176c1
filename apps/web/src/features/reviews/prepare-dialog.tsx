import type { RouterOutputs } from '@gt/api/types';
import { type IsoDate, MEETING_KIND_LABELS, MEETING_KINDS, type MeetingKind } from '@gt/contracts/words';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { useReviewWrites } from './queries.ts';

type PrepareDialogProps = {
  planId: string;
  /** The teams whose reviews this person may prepare; null for any review. */
  teamIds: readonly string[] | null;
  next: RouterOutputs['plans']['nextMeetings'] | null;
  onClose: () => void;
  onPrepared: (reviewId: string) => void;
};
type About = 'plan' | 'recommendation' | 'team';

/** Prepares a review of the whole plan, of one recommendation or of one team. */
export function PrepareDialog({ planId, teamIds, next, onClose, onPrepared }: PrepareDialogProps) {
  const { data: names } = useQuery(trpc.actions.filters.queryOptions({ planId }, { staleTime: 60_000 }));
  const [meeting, setMeeting] = useState<MeetingKind>('REVIEW');
  const [about, setAbout] = useState<About>(teamIds === null ? 'plan' : 'team');
  const [subjectId, setSubjectId] = useState('');
  const [heldOn, setHeldOn] = useState<IsoDate | null>(null);
  const [startTime, setStartTime] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { prepare } = useReviewWrites();
  const form = useWriteForm();
  const dates = useUnreadableDates({ heldOn: 'the day' });
  const coming = meeting === 'REVIEW' ? next?.review : next?.board;
  const teams = names?.teams.filter(({ id }) => teamIds === null || teamIds.includes(id)) ?? [];
  const needsDay = about !== 'plan' || !coming;

  const submit = async () => {
    const time = startTime.trim();
    const found = [
      ...(about !== 'plan' && subjectId === ''
        ? [{ field: 'subject', message: about === 'team' ? 'Choose a team' : 'Choose a recommendation' }]
        : []),
      ...dates.problems,
      ...(needsDay && heldOn === null && dates.problems.length === 0
        ? [{ field: 'heldOn', message: 'Enter the day of the review' }]
        : []),
      ...(time === '' || /^([01]?\d|2[0-3]):[0-5]\d$/.test(time)
        ? []
        : [{ field: 'startTime', message: 'Enter a time, like 10:00 or 14:30' }]),
    ];
    if (!form.passes(found)) return;
    let reviewId = '';
    const saved = await form.send(async () => {
      const made = await prepare.mutateAsync({
        planId,
        meeting,
        recommendationId: about === 'recommendation' ? subjectId : null,
        teamId: about === 'team' ? subjectId : null,
        ...(heldOn ? { heldOn } : {}),
        ...(time ? { startTime: time.padStart(5, '0') } : {}),
        idempotencyKey,
      });
      reviewId = made.id;
    });
    if (saved) onPrepared(reviewId);
  };
  return (
    <Dialog title="Prepare a review" onClose={onClose}>
      <ErrorSummary {...form.summary} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {teamIds === null ? (
            <>
              <NativeSelect
                label="Kind of meeting"
                data-autofocus
                value={meeting}
                data={MEETING_KINDS.map((value) => ({ value, label: MEETING_KIND_LABELS[value] }))}
                onChange={(event) => setMeeting(event.currentTarget.value as MeetingKind)}
              />
              <Radio.Group
                label="What it is about"
                value={about}
                onChange={(value) => {
                  setAbout(value as About);
                  setSubjectId('');
                }}
              >
                <Stack gap="xs" mt="xs">
                  <Radio value="plan" label="The whole plan" />
                  <Radio value="recommendation" label="One recommendation" />
                  <Radio value="team" label="One team" />
                </Stack>
              </Radio.Group>
            </>
          ) : null}
          {about === 'plan' ? null : (
            <NativeSelect
              id="subject"
              label={about === 'team' ? 'Team' : 'Recommendation'}
              value={subjectId}
              data={[{ value: '', label: 'Choose one' }, ...subjectsOf(about, names?.recommendations, teams)]}
              onChange={(event) => setSubjectId(event.currentTarget.value)}
              error={form.errors.subject}
            />
          )}
          <DateField
            id="heldOn"
            label={needsDay ? 'Day' : 'Day (optional)'}
            description={needsDay ? undefined : `Left empty, it is on ${coming?.words}`}
            value={heldOn}
            onChange={setHeldOn}
            onUnreadable={dates.watch('heldOn')}
            error={form.errors.heldOn}
          />
          <TextInput
            id="startTime"
            label="Time (optional)"
            description={`Left empty, it begins at ${coming?.time ?? '10:00'}`}
            value={startTime}
            onChange={(event) => setStartTime(event.currentTarget.value)}
            error={form.errors.startTime}
            w={240}
          />
          <DialogButtons label="Prepare it" busy={prepare.isPending} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

type Names = RouterOutputs['actions']['filters'];

function subjectsOf(
  about: Exclude<About, 'plan'>,
  recommendations: Names['recommendations'] = [],
  teams: Names['teams'],
): { value: string; label: string }[] {
  return about === 'team'
    ? teams.map(({ id, name }) => ({ value: id, label: name }))
    : recommendations.map(({ id, number, quote }) => ({
        value: id,
        label: `R${number} ${quote.slice(0, 80)}`,
      }));
}
