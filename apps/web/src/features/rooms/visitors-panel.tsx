import { ROOM_LIMITS } from '@gt/contracts/words';
import { checkVisitor } from '@gt/domain/room';
import { countOf } from '@gt/domain/wording';
import { ConfirmDialog, Dialog, DialogButtons, ErrorSummary, Panel } from '@gt/ui';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { MadeKeys } from './made-keys.tsx';
import {
  addVisitorMutation,
  type MadeVisitor,
  type Room,
  type RoomVisitor,
  refreshRooms,
  renewVisitorMutation,
  revokeVisitorMutation,
} from './queries.ts';
import { entranceWords, momentWords } from './room-words.ts';
import classes from './rooms.module.css';

/** Who may enter, each with a link and a code of their own, and what stands against it. */
export function VisitorsPanel({ room, isOver }: { room: Room; isOver: boolean }) {
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<MadeVisitor | null>(null);
  return (
    <Panel
      title="Who may enter"
      aside={
        isOver ? undefined : (
          <Button
            className="gt-screen-only"
            variant="default"
            size="compact-sm"
            onClick={() => setAdding(true)}
          >
            Add a visitor
          </Button>
        )
      }
    >
      <ul className={classes.rooms}>
        {room.visitors.map((visitor) => (
          <li key={visitor.id} className={classes.room}>
            <div className={classes.roomHead}>
              <h3 className={classes.roomTitle}>{visitor.label}</h3>
              {isOver || visitor.revokedAt !== null ? null : <Deeds visitor={visitor} onMade={setMade} />}
            </div>
            <p className={classes.meta}>{entranceWords(visitor.entrances, visitor.lastEnteredAt)}</p>
            <Standing visitor={visitor} />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AddDialog
          roomId={room.id}
          onClose={() => setAdding(false)}
          onMade={(visitor) => {
            setAdding(false);
            setMade(visitor);
          }}
        />
      ) : null}
      {made ? (
        <Dialog
          title="Link and code"
          size="lg"
          onClose={() => setMade(null)}
          closeOnClickOutside={false}
          closeOnEscape={false}
          withCloseButton={false}
        >
          <MadeKeys made={[made]} onDone={() => setMade(null)} />
        </Dialog>
      ) : null}
    </Panel>
  );
}

function Standing({ visitor: { revokedAt, lockedAt, wrongCodes } }: { visitor: RoomVisitor }) {
  if (revokedAt) return <p className={classes.bad}>Link withdrawn on {momentWords(revokedAt)}.</p>;
  if (lockedAt) {
    return (
      <p className={classes.bad}>
        <span aria-hidden="true">▲ </span>
        Locked on {momentWords(lockedAt)} after {ROOM_LIMITS.wrongCodes} wrong codes. Make a new link and code
        once you know who tried.
      </p>
    );
  }
  return wrongCodes === 0 ? null : (
    <p className={classes.warning}>
      <span aria-hidden="true">◆ </span>
      {countOf(wrongCodes, 'wrong code')} since the last entrance.
    </p>
  );
}

function Deeds({ visitor, onMade }: { visitor: RoomVisitor; onMade: (made: MadeVisitor) => void }) {
  const [asks, setAsks] = useState<'renew' | 'revoke' | null>(null);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const renew = useMutation({ ...renewVisitorMutation(), onSettled: refreshRooms });
  const revoke = useMutation({ ...revokeVisitorMutation(), onSettled: refreshRooms });
  const close = () => setAsks(null);
  const { id: visitorId, label } = visitor;
  return (
    <Group gap="xs" className="gt-screen-only">
      <Button variant="default" size="compact-sm" onClick={() => setAsks('renew')}>
        New link and code<span className="gt-visually-hidden"> for {label}</span> …
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setAsks('revoke')}>
        Withdraw<span className="gt-visually-hidden"> the link of {label}</span> …
      </Button>
      <ConfirmDialog
        opened={asks === 'renew'}
        title={`A new link and code for ${label}?`}
        confirmLabel="Make them"
        busy={renew.isPending}
        refusal={renew.error ? problemOf(renew.error).message : undefined}
        onClose={close}
        onConfirm={() =>
          renew.mutate(
            { visitorId, idempotencyKey },
            {
              onSuccess: (made) => {
                setKey(crypto.randomUUID());
                close();
                onMade(made);
              },
            },
          )
        }
      >
        <p>The present link and code open nothing any more, and whoever came in by them is out.</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asks === 'revoke'}
        title={`Withdraw the link of ${label}?`}
        confirmLabel="Withdraw it now"
        danger
        busy={revoke.isPending}
        refusal={revoke.error ? problemOf(revoke.error).message : undefined}
        onClose={close}
        onConfirm={() => revoke.mutate({ visitorId }, { onSuccess: close })}
      >
        <p>They see nothing more from this moment on. What they did stays in the log.</p>
      </ConfirmDialog>
    </Group>
  );
}

type AddDialogProps = { roomId: string; onMade: (made: MadeVisitor) => void; onClose: () => void };

function AddDialog({ roomId, onMade, onClose }: AddDialogProps) {
  const add = useMutation(addVisitorMutation());
  const form = useWriteForm('new-');
  const [visitor, setVisitor] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const submit = async () => {
    if (!form.passes(checkVisitor(visitor))) return;
    await form.send(async () => {
      const made = await add.mutateAsync({ roomId, visitor, idempotencyKey });
      await refreshRooms();
      onMade(made);
    });
  };
  return (
    <Dialog title="Add a visitor" onClose={onClose} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <ErrorSummary {...form.summary} />
          <TextInput
            id="new-visitors"
            label="What the visitor does"
            description="For example, Inspector for fostering. A person’s name is not needed."
            autoComplete="off"
            value={visitor}
            error={form.errors.visitors}
            onChange={({ currentTarget }) => setVisitor(currentTarget.value)}
            data-autofocus
          />
          <DialogButtons label="Add the visitor" busy={add.isPending} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
