import { ROOM_LIMITS } from '@gt/contracts/words';
import { validateRoom } from '@gt/domain/room';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { MadeKeys } from './made-keys.tsx';
import { createRoomMutation, type MadeVisitor, type Rooms, refreshRooms } from './queries.ts';
import { packChoiceWords } from './room-words.ts';
import classes from './rooms.module.css';

type MakeRoomDialogProps = { planId: string; rooms: Rooms; onClose: () => void };

const PREFIX = 'room-';

/** Makes a room; then shows link and code of each visitor, this once. */
export function MakeRoomDialog({ planId, rooms, onClose }: MakeRoomDialogProps) {
  const [made, setMade] = useState<readonly MadeVisitor[] | null>(null);
  return (
    <Dialog
      onClose={onClose}
      title={made ? 'Links and codes' : 'Make a room'}
      size="lg"
      // What is shown once must not be lost to a slip of the hand.
      closeOnClickOutside={false}
      closeOnEscape={made === null}
      withCloseButton={made === null}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {made ? (
        <MadeKeys made={made} onDone={onClose} />
      ) : (
        <MakeRoomForm planId={planId} rooms={rooms} onMade={setMade} onBack={onClose} />
      )}
    </Dialog>
  );
}

type MakeRoomFormProps = {
  planId: string;
  rooms: Rooms;
  onMade: (made: readonly MadeVisitor[]) => void;
  onBack: () => void;
};

function MakeRoomForm({ planId, rooms: { packs, usual }, onMade, onBack }: MakeRoomFormProps) {
  const today = useToday();
  const create = useMutation(createRoomMutation());
  // One opening of the dialog is one intent: pressing twice makes one room.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState({
    packId: packs[0]?.id ?? '',
    name: '',
    organisation: 'Ofsted',
    fromDate: usual.fromDate as typeof usual.fromDate | null,
    untilDate: usual.untilDate as typeof usual.untilDate | null,
    visitors: 'Lead inspector',
  });
  const form = useWriteForm(PREFIX);
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const pack = packs.find(({ id }) => id === values.packId);
  const submit = async () => {
    const { fromDate, untilDate } = values;
    const unread = [
      ...(fromDate ? [] : [{ field: 'fromDate', message: 'Enter the first day' }]),
      ...(untilDate ? [] : [{ field: 'untilDate', message: 'Enter the last day' }]),
    ];
    if (!fromDate || !untilDate) return void form.passes(unread);
    const draft = { ...values, fromDate, untilDate, visitors: linesOf(values.visitors) };
    if (!form.passes(validateRoom(draft, today))) return;
    await form.send(async () => {
      const room = await create.mutateAsync({ planId, ...draft, idempotencyKey });
      await refreshRooms();
      onMade(room.visitors);
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <ErrorSummary {...form.summary} />
        <NativeSelect
          id={`${PREFIX}packId`}
          label="Pack"
          description="Only what is in it can be seen in the room"
          data={packs.map((choice) => ({ value: choice.id, label: packChoiceWords(choice) }))}
          value={values.packId}
          error={form.errors.packId}
          onChange={({ currentTarget }) => set({ packId: currentTarget.value })}
        />
        {pack?.isPartial ? <PartialWarning /> : null}
        <TextInput
          id={`${PREFIX}name`}
          label="Name of the room"
          description="For example, Monitoring visit, March"
          autoComplete="off"
          value={values.name}
          error={form.errors.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          data-autofocus
        />
        <TextInput
          id={`${PREFIX}organisation`}
          label="Whom it is for"
          description="The organisation, not a person"
          autoComplete="off"
          value={values.organisation}
          error={form.errors.organisation}
          onChange={({ currentTarget }) => set({ organisation: currentTarget.value })}
        />
        <div className={classes.days}>
          <DateField
            id={`${PREFIX}fromDate`}
            label="First day"
            value={values.fromDate}
            error={form.errors.fromDate}
            onChange={(fromDate) => set({ fromDate })}
          />
          <DateField
            id={`${PREFIX}untilDate`}
            label="Last day"
            description={`It closes by itself at the end of it; ${ROOM_LIMITS.days} days at most`}
            value={values.untilDate}
            error={form.errors.untilDate}
            onChange={(untilDate) => set({ untilDate })}
          />
        </div>
        <Textarea
          id={`${PREFIX}visitors`}
          label="Who may enter"
          description="One on each line, by what they do, like Inspector for fostering. Each gets a link and a code of their own."
          autosize
          minRows={2}
          value={values.visitors}
          error={form.errors.visitors}
          onChange={({ currentTarget }) => set({ visitors: currentTarget.value })}
        />
        <DialogButtons label="Make the room" busy={create.isPending} onBack={onBack} />
      </Stack>
    </form>
  );
}

/** Said wherever a partial pack is chosen. */
export function PartialWarning() {
  return (
    <p className={classes.warning}>
      <span aria-hidden="true">◆ </span>
      This pack is partial: a file that belongs in it could not be given. The room says so to every visitor.
    </p>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
