import { EmptyState, ErrorSummary, SkeletonRows } from '@gt/ui';
import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { paths } from '../../lib/paths.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { AccountFrame } from './account-frame.tsx';
import { checkNewPassword, NewPasswordField } from './new-password-field.tsx';
import { acceptInvitationMutation, type Invitation, invitationQuery, signInMutation } from './queries.ts';
import { useEnter } from './use-enter.ts';

function PasswordForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const enter = useEnter();
  const accept = useMutation(acceptInvitationMutation(token));
  const signIn = useMutation(signInMutation);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: checkNewPassword },
  });
  const problem = useFormProblem(form);

  const send = async ({ password }: { password: string }) => {
    problem.clear();
    try {
      await accept.mutateAsync({ password });
      await signIn.mutateAsync({ email: invitation.email, password });
      await enter(undefined);
    } catch (error) {
      problem.refused(error);
    }
  };

  return (
    <>
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <form noValidate onSubmit={form.onSubmit(send, problem.onInvalid)}>
        <Stack gap="md">
          <p>
            {invitation.name}, your account is <strong>{invitation.email}</strong>.
          </p>
          {/* Lets a password manager file the new password under the right account. */}
          <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
          <NewPasswordField key={form.key('password')} {...form.getInputProps('password')} />
          <Button type="submit" loading={accept.isPending || signIn.isPending}>
            Set password and sign in
          </Button>
        </Stack>
      </form>
    </>
  );
}

/** Behind a one-time link: a first password (`/join`) or a new one (`/reset`). */
export function InvitationPage() {
  const { token } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data, isPending } = useQuery(invitationQuery(token ?? ''));
  return (
    <AccountFrame>
      <Page title={data?.kind === 'RESET' ? 'Choose a new password' : 'Welcome to Golden Thread'}>
        {isPending ? <SkeletonRows rows={3} /> : null}
        {data ? <PasswordForm token={token ?? ''} invitation={data} /> : null}
        {!isPending && !data ? (
          <EmptyState
            sentence="This link has been used or has run out. Ask your administrator for a new one."
            buttonLabel="Go to sign in"
            onButton={() => void navigate({ to: paths.signIn })}
          />
        ) : null}
      </Page>
    </AccountFrame>
  );
}
