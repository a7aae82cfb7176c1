import type { Role } from '@gt/contracts/words';
import { DialogButtons, ErrorSummary } from '@gt/ui';
import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import type { TeamRow } from '../teams/public.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { inviteMutation, type MadeLink, refreshPeople } from './queries.ts';
import { RolesField } from './roles-field.tsx';
import { postChoices } from './team-choices.ts';
import { TeamsField } from './teams-field.tsx';

type Answers = { name: string; email: string; roles: Role[]; teamIds: string[]; postId: string | null };
type InviteFormProps = {
  teams: readonly TeamRow[];
  onMade: (made: MadeLink, name: string) => void;
  onClose: () => void;
};

const EMPTY: Answers = { name: '', email: '', roles: [], teamIds: [], postId: null };

function InviteForm({ teams, onMade, onClose }: InviteFormProps) {
  const invite = useMutation(inviteMutation());
  // One opening of the dialog is one intent: pressing twice invites once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useForm<Answers>({
    mode: 'uncontrolled',
    initialValues: EMPTY,
    validate: {
      name: (value) => (value.trim() === '' ? 'Enter the name to show on screen' : null),
      email: (value) =>
        /^\S+@\S+\.\S+$/.test(value.trim()) ? null : 'Enter an e-mail address, like name@trust.gov.uk',
      roles: (value) => (value.length === 0 ? 'Choose at least one role' : null),
    },
  });
  const problem = useFormProblem(form);
  const send = async (answers: Answers) => {
    problem.clear();
    try {
      const made = await invite.mutateAsync({ ...answers, idempotencyKey });
      await refreshPeople();
      onMade(made, answers.name.trim());
    } catch (error) {
      problem.refused(error);
    }
  };
  return (
    <form noValidate onSubmit={form.onSubmit(send, problem.onInvalid)}>
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <Stack gap="md">
        <TextInput
          id="name"
          label="Name to show"
          description="A post, such as Head of Fostering, holder 2, or a name"
          autoComplete="off"
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          id="email"
          type="email"
          label="E-mail address"
          description="They sign in with it"
          autoComplete="off"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <RolesField key={form.key('roles')} {...form.getInputProps('roles')} />
        <TeamsField
          teams={teams}
          description="A manager answers for these; a partner sees the actions of their agency"
          key={form.key('teamIds')}
          {...form.getInputProps('teamIds')}
        />
        <Select
          id="postId"
          label="Post"
          description="They take it over on the day they join; whoever holds it now stays in its history"
          data={postChoices(teams)}
          searchable
          clearable
          nothingFoundMessage="No post of that title"
          key={form.key('postId')}
          {...form.getInputProps('postId')}
        />
        <DialogButtons label="Invite" busy={invite.isPending} onBack={onClose} />
      </Stack>
    </form>
  );
}

type InviteDialogProps = {
  modal: { opened: boolean; onClose: () => void };
  teams: readonly TeamRow[];
};

/** Invites somebody; then shows their link once, or says where it was mailed. */
export function InviteDialog({ modal, teams }: InviteDialogProps) {
  const [made, setMade] = useState<{ link: MadeLink; name: string } | null>(null);
  const shownOnce = Boolean(made?.link.link);
  return (
    <Modal
      {...modal}
      onExitTransitionEnd={() => setMade(null)}
      title={made ? `${made.name} is invited` : 'Invite somebody'}
      size="lg"
      // A link that is shown once must not be lost to a slip of the hand.
      closeOnClickOutside={false}
      closeOnEscape={!shownOnce}
      withCloseButton={!shownOnce}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {made ? (
        <OneTimeLink made={made.link} name={made.name} onDone={modal.onClose} />
      ) : (
        <InviteForm teams={teams} onMade={(link, name) => setMade({ link, name })} onClose={modal.onClose} />
      )}
    </Modal>
  );
}
