import { ROLE_LABELS } from '@gt/contracts/words';
import { ErrorSummary, Panel } from '@gt/ui';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Page } from '../../components/page.tsx';
import { toast } from '../../components/toast.tsx';
import { useUser } from '../../lib/session.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import classes from './account-page.module.css';
import { checkNewPassword, NewPasswordField } from './new-password-field.tsx';
import { type ChangePassword, changePasswordMutation } from './queries.ts';

function PasswordPanel() {
  const change = useMutation(changePasswordMutation);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value === '' ? 'Enter your present password' : null),
      newPassword: checkNewPassword,
    },
  });
  const problem = useFormProblem(form);
  const send = async (answers: ChangePassword) => {
    problem.clear();
    try {
      await change.mutateAsync(answers);
      form.reset();
      toast('Password changed. Other devices have been signed out.');
    } catch (error) {
      problem.refused(error);
    }
  };
  return (
    <Panel title="Change your password">
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <form noValidate onSubmit={form.onSubmit(send, problem.onInvalid)}>
        <Stack gap="md" maw={420}>
          <PasswordInput
            id="currentPassword"
            label="Present password"
            autoComplete="current-password"
            key={form.key('currentPassword')}
            {...form.getInputProps('currentPassword')}
          />
          <NewPasswordField
            id="newPassword"
            label="New password"
            key={form.key('newPassword')}
            {...form.getInputProps('newPassword')}
          />
          <div>
            <Button type="submit" loading={change.isPending}>
              Change password
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}

/** Who you are here, what your roles are, and your password. */
export function AccountPage() {
  const user = useUser();
  return (
    <Page title="Your account">
      <Stack gap="lg">
        <Panel title="Who you are here">
          <dl className={classes.facts}>
            <dt>Name</dt>
            <dd>{user.name}</dd>
            <dt>E-mail address</dt>
            <dd>{user.email}</dd>
            <dt>{user.roles.length === 1 ? 'Role' : 'Roles'}</dt>
            <dd>{user.roles.map((role) => ROLE_LABELS[role]).join(', ')}</dd>
          </dl>
          <p className={classes.note}>An administrator can change these.</p>
        </Panel>
        <PasswordPanel />
      </Stack>
    </Page>
  );
}
