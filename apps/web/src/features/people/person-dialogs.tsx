import { listWords } from '@gt/domain/wording';
import { ConfirmDialog, ErrorSummary } from '@gt/ui';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { OneTimeLink } from './one-time-link.tsx';
import classes from './people.module.css';
import {
  deactivateMutation,
  type InvitationRow,
  type MadeLink,
  type PersonRow,
  reactivateMutation,
  refreshPeople,
  resetLinkMutation,
  revokeInvitationMutation,
} from './queries.ts';

type Close = { opened: boolean; onClose: () => void };

/** What the server said, in a form that makes sense where nothing was typed. */
function refusalOf(error: unknown): string {
  const { code, message, current } = problemOf(error);
  if (code !== 'CONFLICT') return message;
  return `${current?.changedBy ?? 'Somebody'} changed this account a moment ago. Look at it again; if you still mean to, press once more.`;
}

/** Closes an account, or opens it again. `person` is taken afresh from the list, so that a second press is no conflict. */
export function ActiveDialog({ person, opened, onClose }: Close & { person: PersonRow }) {
  const [refusal, setRefusal] = useState<string>();
  const deactivate = useMutation(deactivateMutation());
  const reactivate = useMutation(reactivateMutation());
  const goes = person.deactivatedAt === null;
  const close = () => {
    setRefusal(undefined);
    onClose();
  };
  const confirm = async () => {
    const input = { userId: person.id, version: person.version };
    try {
      await (goes ? deactivate.mutateAsync(input) : reactivate.mutateAsync(input));
      toast(goes ? `${person.name} is deactivated and signed out.` : `${person.name} is active again.`);
      close();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    await refreshPeople();
  };
  const posts = listWords(person.posts.map(({ title }) => title));
  return (
    <ConfirmDialog
      opened={opened}
      title={goes ? `Deactivate ${person.name}?` : `Make ${person.name} active again?`}
      confirmLabel={goes ? 'Deactivate' : 'Make active'}
      danger={goes}
      busy={deactivate.isPending || reactivate.isPending}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      {goes ? (
        <>
          <p>
            They are signed out everywhere at once and cannot sign in again. What they wrote stays, with their
            name. You can make the account active again later.
          </p>
          {posts ? (
            <p>
              They hold {posts}. Hand over on the Teams page, so that the work there has somebody who can be
              asked.
            </p>
          ) : null}
        </>
      ) : (
        <p>They can sign in again with the password, roles and teams that they had.</p>
      )}
    </ConfirmDialog>
  );
}

/** Withdraws a link that has not been used. */
export function WithdrawDialog({ invitation, opened, onClose }: Close & { invitation: InvitationRow }) {
  const [refusal, setRefusal] = useState<string>();
  const revoke = useMutation(revokeInvitationMutation());
  const close = () => {
    setRefusal(undefined);
    onClose();
  };
  const confirm = async () => {
    try {
      await revoke.mutateAsync({ invitationId: invitation.id });
      toast(`The link for ${invitation.name} no longer works.`);
      close();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    await refreshPeople();
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={`Withdraw the link for ${invitation.name}?`}
      confirmLabel="Withdraw the link"
      danger
      busy={revoke.isPending}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <p>It stops working at once. You can make another at any time.</p>
    </ConfirmDialog>
  );
}

function ResetBody({ person, mailIsSetUp, onClose }: ResetLinkProps & { onClose: () => void }) {
  const reset = useMutation(resetLinkMutation());
  const [made, setMade] = useState<MadeLink | null>(null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [errors, setErrors] = useState<readonly { message: string }[]>([]);
  const make = async () => {
    try {
      setMade(await reset.mutateAsync({ userId: person.id, idempotencyKey }));
      await refreshPeople();
    } catch (error) {
      setErrors([{ message: refusalOf(error) }]);
    }
  };
  if (made) return <OneTimeLink made={made} name={person.name} onDone={onClose} />;
  return (
    <Stack gap="md">
      <ErrorSummary errors={errors} />
      <p className={classes.say}>
        {mailIsSetUp
          ? `A link is mailed to ${person.email}. `
          : 'Mail is not set up, so the link is shown to you once. '}
        It works once, within seven days, and ends their open sessions when it is used. Until then the present
        password still works, and an earlier link for {person.name} stops working.
      </p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
        <Button loading={reset.isPending} onClick={() => void make()} data-autofocus>
          {mailIsSetUp ? 'Send the link' : 'Make the link'}
        </Button>
      </Group>
    </Stack>
  );
}

type ResetLinkProps = { person: PersonRow; mailIsSetUp: boolean };

/** A link for a new password, for somebody who has lost theirs. */
export function ResetLinkDialog({ modal, ...props }: ResetLinkProps & { modal: Close }) {
  return (
    <Modal
      {...modal}
      title={`New password for ${props.person.name}`}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ResetBody {...props} onClose={modal.onClose} />
    </Modal>
  );
}
