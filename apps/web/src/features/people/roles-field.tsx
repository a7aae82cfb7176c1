import { ROLE_LABELS, ROLES } from '@gt/contracts/words';
import { Checkbox, type CheckboxGroupProps, Stack } from '@mantine/core';
import { roleInWords } from '../../lib/role-words.ts';

/** Roles as boxes to tick, each with what it may do. Spread `form.getInputProps('roles')` over it. */
export function RolesField(props: Omit<CheckboxGroupProps, 'children'>) {
  return (
    <Checkbox.Group label="Roles" description="One person may hold several." {...props}>
      <Stack gap="xs" mt="xs">
        {ROLES.map((role, index) => (
          <Checkbox
            key={role}
            // The error summary leads to the first box.
            id={index === 0 ? 'roles' : undefined}
            value={role}
            label={ROLE_LABELS[role]}
            description={roleInWords(role)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
