import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Button, NativeSelect, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { PartialWarning } from './make-room-dialog.tsx';
import { putPackMutation, type Room, refreshRooms } from './queries.ts';
import { packChoiceWords } from './room-words.ts';
import classes from './rooms.module.css';

/** Puts another pack into the room; not there while there is no other. */
export function ChangePackButton({ room }: { room: Room }) {
  const [isOpen, setOpen] = useState(false);
  const others = room.packs.filter(({ id }) => id !== room.pack.id);
  if (others.length === 0) return null;
  return (
    <>
      <Button className="gt-screen-only" variant="default" mt="sm" onClick={() => setOpen(true)}>
        Put another pack in
      </Button>
      {isOpen ? <ChangePackDialog room={room} others={others} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type ChangePackDialogProps = { room: Room; others: Room['packs']; onClose: () => void };

function ChangePackDialog({ room, others, onClose }: ChangePackDialogProps) {
  const put = useMutation(putPackMutation());
  const form = useWriteForm('change-');
  const [packId, setPackId] = useState(others[0]?.id ?? '');
  const chosen = others.find(({ id }) => id === packId);
  const submit = async () => {
    const version = form.conflict?.version ?? room.version;
    const isDone = await form.send(() => put.mutateAsync({ roomId: room.id, packId, version }));
    await refreshRooms();
    if (!isDone) return;
    toast(`Pack ${chosen?.number} stands in the room.`);
    onClose();
  };
  return (
    <Dialog title="Put another pack in" onClose={onClose} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <ErrorSummary {...form.summary} />
          {form.conflict ? (
            <p role="alert" className={classes.warning}>
              {form.conflict.changedBy} changed this room meanwhile. Look at it, then press once more.
            </p>
          ) : null}
          <p className={classes.plain}>
            It takes the place of pack {room.pack.number} for everybody, with the next page that they open.
            The log of the room tells of it.
          </p>
          <NativeSelect
            id="change-packId"
            label="Pack"
            data={others.map((choice) => ({ value: choice.id, label: packChoiceWords(choice) }))}
            value={packId}
            error={form.errors.packId}
            onChange={({ currentTarget }) => setPackId(currentTarget.value)}
            data-autofocus
          />
          {chosen?.isPartial ? <PartialWarning /> : null}
          <DialogButtons label="Put it in" busy={put.isPending} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
