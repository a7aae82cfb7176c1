import { UPDATE_LINK_DAYS } from '@gt/contracts/words';
import { countOf, listWords } from '@gt/domain/wording';
import { DialogButtons, ErrorSummary } from '@gt/ui';
import { Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { contactProblems } from './contact.ts';
import { DaysSelect } from './days-select.tsx';
import { MadeLinkView } from './made-link.tsx';
import { createLinkMutation, type MadeLink, type Partner, refreshLinks } from './queries.ts';
import classes from './update-links.module.css';

type SendFormProps = {
  planId: string;
  partners: readonly Partner[];
  teamId: string | undefined;
  onMade: (made: MadeLink, name: string) => void;
  onClose: () => void;
};

/** References named in the form; the rest are counted. */
const NAMED = 8;

function SendForm({ planId, partners, teamId, onMade, onClose }: SendFormProps) {
  const create = useMutation(createLinkMutation());
  // One opening of the dialog is one intent: pressing twice sends once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const first = partners.find(({ team }) => team.id === teamId) ?? partners[0];
  const form = useForm({
    initialValues: {
      teamId: first?.team.id ?? '',
      email: first?.contact?.email ?? '',
      name: first?.contact?.name ?? '',
      days: UPDATE_LINK_DAYS.usual as number,
    },
    validate: contactProblems,
  });
  const problem = useFormProblem(form);
  const partner = partners.find(({ team }) => team.id === form.values.teamId);
  const send = async (answers: typeof form.values) => {
    problem.clear();
    try {
      const made = await create.mutateAsync({ planId, ...answers, idempotencyKey });
      await refreshLinks();
      onMade(made, answers.name.trim());
    } catch (error) {
      problem.refused(error);
    }
  };
  const choose = (chosen: string) => {
    const { contact } = partners.find(({ team }) => team.id === chosen) ?? { contact: null };
    form.setValues({ teamId: chosen, email: contact?.email ?? '', name: contact?.name ?? '' });
  };
  return (
    <form noValidate onSubmit={form.onSubmit(send, problem.onInvalid)}>
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <Stack gap="md">
        <NativeSelect
          id="teamId"
          label="Partner agency"
          value={form.values.teamId}
          data={partners.map(({ team }) => ({ value: team.id, label: team.name }))}
          onChange={(event) => choose(event.currentTarget.value)}
          error={form.errors.teamId}
        />
        {partner ? (
          <p className={classes.quiet}>
            The link will show {countOf(partner.references.length, 'action')}:{' '}
            {listWords(partner.references, NAMED)}.
          </p>
        ) : null}
        <TextInput
          id="email"
          type="email"
          label="E-mail address"
          description="The mail names actions by reference only, never by what they say"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <TextInput
          id="name"
          label="Post"
          description="Whom it is for, such as Partnership Inspector. Post and address are removed 30 days after the link ends."
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <DaysSelect
          id="days"
          value={form.values.days}
          onChange={(days) => form.setFieldValue('days', days)}
        />
        <DialogButtons label="Send the link" busy={create.isPending} onBack={onClose} />
      </Stack>
    </form>
  );
}

type SendDialogProps = {
  planId: string;
  partners: readonly Partner[];
  teamId: string | undefined;
  modal: { opened: boolean; onClose: () => void };
};

/** Sends one link; then says where it went, or shows it once. */
export function SendDialog({ planId, partners, teamId, modal }: SendDialogProps) {
  const [made, setMade] = useState<{ link: MadeLink; name: string } | null>(null);
  const shownOnce = Boolean(made?.link.link);
  return (
    <Modal
      {...modal}
      onExitTransitionEnd={() => setMade(null)}
      title={made ? `A link for the ${made.name}` : 'Send a link'}
      size="lg"
      // A link that is shown once must not be lost to a slip of the hand.
      closeOnClickOutside={false}
      closeOnEscape={!shownOnce}
      withCloseButton={!shownOnce}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {made ? (
        <MadeLinkView made={made.link} name={made.name} onDone={modal.onClose} />
      ) : (
        <SendForm
          planId={planId}
          partners={partners}
          teamId={teamId}
          onMade={(link, name) => setMade({ link, name })}
          onClose={modal.onClose}
        />
      )}
    </Modal>
  );
}
