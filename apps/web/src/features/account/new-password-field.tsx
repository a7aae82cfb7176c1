import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** The shortest password; the server decides, and refuses common ones too. */
export const SHORTEST_PASSWORD = 12;

export function checkNewPassword(value: string): string | null {
  if (value === '') return 'Enter a password';
  return value.length < SHORTEST_PASSWORD
    ? `Enter a password of at least ${SHORTEST_PASSWORD} characters`
    : null;
}

/** The field with its rule beside it. Spread `form.getInputProps('password')` over it. */
export function NewPasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      id="password"
      label="Password"
      description={`At least ${SHORTEST_PASSWORD} characters. Three or four words that do not belong together are easy to remember and hard to guess.`}
      autoComplete="new-password"
      {...props}
    />
  );
}
