import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import type { TeamRow } from '../teams/public.tsx';
import { teamChoices } from './team-choices.ts';

type TeamsFieldProps = Omit<MultiSelectProps, 'data'> & {
  teams: readonly TeamRow[];
  /** Teams the person has; shown even when they were put away. */
  kept?: readonly string[];
};

/** The teams a person works in. Spread `form.getInputProps('teamIds')` over it. */
export function TeamsField({ teams, kept, ...props }: TeamsFieldProps) {
  return (
    <MultiSelect
      id="teamIds"
      label="Teams"
      data={teamChoices(teams, kept)}
      searchable
      clearable
      hidePickedOptions
      nothingFoundMessage="No team of that name"
      {...props}
    />
  );
}
