import { ROLE_LABELS } from '@gt/contracts/words';
import { ErrorSummary, Panel } from '@gt/ui';
import {
  Button,
  type MantineColorScheme,
  PasswordInput,
  Radio,
  Stack,
  useMantineColorScheme,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Page } from '../../components/page.tsx';
import { toast } from '../../components/toast.tsx';
import { inOrder, roleInWords } from '../../lib/role-words.ts';
import { useUser } from '../../lib/session.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useSignOut } from '../../lib/use-sign-out.ts';
import { CalendarPanel } from '../notifications/public.tsx';
import classes from './account-page.module.css';
import { DigestPanel } from './digest-panel.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { checkNewPassword, NewPasswordField } from './new-password-field.tsx';
import { type ChangePassword, changePasswordMutation } from './queries.ts';

const SCHEMES: readonly { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As this device' },
];

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

function WhoPanel() {
  const user = useUser();
  const signOut = useSignOut();
  return (
    <Panel title="Who you are here">
      <dl className={classes.facts}>
        <dt>Name</dt>
        <dd>{user.name}</dd>
        <dt>E-mail address</dt>
        <dd>{user.email}</dd>
        <dt>{user.roles.length === 1 ? 'Role' : 'Roles'}</dt>
        <dd>
          <ul className={classes.roles}>
            {inOrder(user.roles).map((role) => (
              <li key={role}>
                <strong>{ROLE_LABELS[role]}</strong>
                <br />
                {roleInWords(role)}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <p className={classes.note}>An administrator can change these.</p>
      <Button variant="default" mt="md" onClick={() => void signOut()}>
        Sign out
      </Button>
    </Panel>
  );
}

function ColoursPanel() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Panel title="Colours">
      <Radio.Group
        label="On this device"
        value={colorScheme}
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
      >
        <Stack gap="xs" mt="xs">
          {SCHEMES.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
    </Panel>
  );
}

/** Who you are here, what your roles let you do, your colours, your keys and your password. */
export function AccountPage() {
  return (
    <Page title="Your account">
      <Stack gap="lg">
        <WhoPanel />
        <PasswordPanel />
        <ColoursPanel />
        <DigestPanel />
        <KeysPanel />
        <Suspense>
          <CalendarPanel />
        </Suspense>
      </Stack>
    </Page>
  );
}
