import { ErrorSummary } from '@gt/ui';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { paths } from '../../lib/paths.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { AccountFrame } from './account-frame.tsx';
import { checkNewPassword, NewPasswordField } from './new-password-field.tsx';
import { type SetUp, setUpMutation, signInMutation } from './queries.ts';
import { useEnter } from './use-enter.ts';

const filled = (sentence: string) => (value: string) => (value.trim() === '' ? sentence : null);

/** A new installation: its first administrator. */
export function SetUpPage() {
  const { code } = useSearch({ from: paths.setUp });
  const enter = useEnter();
  const setUp = useMutation(setUpMutation);
  const signIn = useMutation(signInMutation);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: code ?? '', name: '', email: '', password: '' },
    validate: {
      name: filled('Enter your name or post'),
      email: (value) =>
        /^\S+@\S+$/.test(value.trim()) ? null : 'Enter an e-mail address, like name@trust.gov.uk',
      password: checkNewPassword,
    },
  });
  const problem = useFormProblem(form);

  const send = async ({ code: typedCode, name, email, password }: Required<SetUp>) => {
    problem.clear();
    const address = email.trim();
    try {
      await setUp.mutateAsync({
        code: typedCode.trim() || undefined,
        name: name.trim(),
        email: address,
        password,
      });
      await signIn.mutateAsync({ email: address, password });
      await enter(undefined);
    } catch (error) {
      problem.refused(error);
    }
  };

  return (
    <AccountFrame>
      <Page
        title="Set up Golden Thread"
        lead="Create the first administrator. You can invite everybody else afterwards."
      >
        <ErrorSummary errors={problem.errors} reference={problem.reference} />
        <form noValidate onSubmit={form.onSubmit(send, problem.onInvalid)}>
          <Stack gap="md">
            <TextInput
              id="code"
              label="Set-up code"
              description="Printed by the server when it started. Leave empty if it printed none."
              autoComplete="one-time-code"
              key={form.key('code')}
              {...form.getInputProps('code')}
            />
            <TextInput
              id="name"
              label="Name or post"
              autoComplete="name"
              key={form.key('name')}
              {...form.getInputProps('name')}
            />
            <TextInput
              id="email"
              type="email"
              label="E-mail address"
              autoComplete="username"
              key={form.key('email')}
              {...form.getInputProps('email')}
            />
            <NewPasswordField key={form.key('password')} {...form.getInputProps('password')} />
            <Button type="submit" loading={setUp.isPending || signIn.isPending}>
              Create the administrator
            </Button>
          </Stack>
        </form>
      </Page>
    </AccountFrame>
  );
}
