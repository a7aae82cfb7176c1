import { formatDate, type IsoDate } from '@gt/contracts/words';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type ReviewRow, useReviewWrites } from './queries.ts';
import { reviewName } from './review-words.ts';

const FIELDS = [
  { name: 'heldOn', label: 'Day', show: (value: unknown) => formatDate(String(value ?? '')) },
  { name: 'startTime', label: 'Time', show: (value: unknown) => String(value ?? '') },
  { name: 'minutesPlanned', label: 'Minutes', show: (value: unknown) => String(value ?? '') },
];

/** Another day, time or length for a review that is prepared. */
export function EditReviewDialog({ review: shown, onClose }: { review: ReviewRow; onClose: () => void }) {
  const [review] = useState(shown);
  const [heldOn, setHeldOn] = useState<IsoDate | null>(review.heldOn);
  const [startTime, setStartTime] = useState(review.startTime);
  const [minutes, setMinutes] = useState(String(review.minutesPlanned));
  const { edit } = useReviewWrites();
  const form = useWriteForm();
  const dates = useUnreadableDates({ heldOn: 'the day' });
  const mine = { heldOn, startTime: startTime.trim(), minutesPlanned: Number(minutes) };

  const send = async (version: number, values: Record<string, unknown>) => {
    const { heldOn: day, startTime: time, minutesPlanned } = values as typeof mine;
    if (day === null) return;
    const saved = await form.send(() =>
      edit.mutateAsync({ reviewId: review.id, version, heldOn: day, startTime: time, minutesPlanned }),
    );
    if (!saved) return;
    toast(`${reviewName(review)} is on ${formatDate(day)} at ${time}.`);
    onClose();
  };
  const submit = () => {
    const found = [
      ...dates.problems,
      ...(heldOn === null && dates.problems.length === 0
        ? [{ field: 'heldOn', message: 'Enter a day' }]
        : []),
      ...(/^([01]?\d|2[0-3]):[0-5]\d$/.test(mine.startTime)
        ? []
        : [{ field: 'startTime', message: 'Enter a time, like 10:00 or 14:30' }]),
      ...(Number.isInteger(mine.minutesPlanned) && mine.minutesPlanned >= 5 && mine.minutesPlanned <= 480
        ? []
        : [{ field: 'minutesPlanned', message: 'Enter whole minutes from 5 to 480' }]),
    ];
    const padded = mine.startTime.padStart(5, '0');
    if (form.passes(found)) void send(review.version, { ...mine, startTime: padded });
  };
  const { conflict } = form;
  return (
    <Dialog onClose={onClose} title={`Day and time of ${reviewName(review)}`}>
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={FIELDS}
          mine={mine}
          submitLabel="Save my choices"
          busy={edit.isPending}
          onBack={form.leaveConflict}
          onSubmit={(chosen) => void send(conflict.version, chosen)}
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
            <DateField
              id="heldOn"
              data-autofocus
              label="Day"
              value={heldOn}
              onChange={setHeldOn}
              onUnreadable={dates.watch('heldOn')}
              error={form.errors.heldOn}
            />
            <Group gap="md" align="flex-start">
              <TextInput
                id="startTime"
                label="Time"
                description="In London"
                value={startTime}
                onChange={(event) => setStartTime(event.currentTarget.value)}
                error={form.errors.startTime}
                w={120}
              />
              <TextInput
                id="minutesPlanned"
                label="Minutes planned"
                description="From 5 to 480"
                inputMode="numeric"
                value={minutes}
                onChange={(event) => setMinutes(event.currentTarget.value)}
                error={form.errors.minutesPlanned}
                w={160}
              />
            </Group>
            <DialogButtons label="Save" busy={edit.isPending} onBack={onClose} />
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
