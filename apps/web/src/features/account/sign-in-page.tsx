import { ErrorSummary } from '@gt/ui';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { paths } from '../../lib/paths.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { AccountFrame } from './account-frame.tsx';
import { signInMutation } from './queries.ts';
import { SampleAccounts } from './sample-accounts.tsx';
import { useEnter } from './use-enter.ts';

const filled = (sentence: string) => (value: string) => (value.trim() === '' ? sentence : null);

/** Sign in, and return to the place that asked for it. */
export function SignInPage() {
  const { returnTo } = useSearch({ from: paths.signIn });
  const enter = useEnter();
  const signIn = useMutation(signInMutation);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: filled('Enter your e-mail address'), password: filled('Enter your password') },
  });
  const problem = useFormProblem(form);

  const send = async (answers: { email: string; password: string }) => {
    problem.clear();
    try {
      await signIn.mutateAsync(answers);
      await enter(returnTo);
    } catch (error) {
      problem.refused(error);
    }
  };

  return (
    <AccountFrame>
      <Page title="Sign in">
        <ErrorSummary errors={problem.errors} reference={problem.reference} />
        <form noValidate onSubmit={form.onSubmit(send, problem.onInvalid)}>
          <Stack gap="md">
            <TextInput
              id="email"
              type="email"
              label="E-mail address"
              autoComplete="username"
              key={form.key('email')}
              {...form.getInputProps('email')}
            />
            <PasswordInput
              id="password"
              label="Password"
              autoComplete="current-password"
              key={form.key('password')}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={signIn.isPending}>
              Sign in
            </Button>
          </Stack>
        </form>
        <SampleAccounts busy={signIn.isPending} onChoose={send} />
      </Page>
    </AccountFrame>
  );
}
