import { NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { holderWords } from '../../lib/holder-words.ts';
import type { ActionFilters } from './queries.ts';

export type OwnerValues = {
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  partnerTeamId: string | null;
};

type OwnerFieldsProps = {
  values: OwnerValues;
  names: ActionFilters | undefined;
  errors: Record<string, string>;
  onChange: (patch: Partial<OwnerValues>) => void;
  /** A dialog that begins with these fields begins at the first of them. */
  startsHere?: boolean;
};

const none = (label: string) => ({ value: '', label });

/** Team, post, person and partner agency. Choosing a post chooses its team when none is chosen yet. */
export function OwnerFields({ values, names, errors, onChange, startsHere }: OwnerFieldsProps) {
  const { teams = [], posts = [], people = [] } = names ?? {};
  const ofTeam = <T,>(list: readonly T[], teamIds: (item: T) => readonly string[]) =>
    values.teamId ? list.filter((item) => teamIds(item).includes(values.teamId ?? '')) : list;
  const keep = <T extends { id: string }>(list: readonly T[], all: readonly T[], id: string | null) => {
    const chosen = all.find((item) => item.id === id);
    return chosen && !list.includes(chosen) ? [...list, chosen] : list;
  };
  const shownPosts = keep(
    ofTeam(posts, (post) => [post.teamId]),
    posts,
    values.ownerPostId,
  );
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NativeSelect
          id="teamId"
          data-autofocus={startsHere || undefined}
          label="Team"
          value={values.teamId ?? ''}
          data={[none('No team yet'), ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => onChange({ teamId: event.currentTarget.value || null })}
          error={errors.teamId}
        />
        <NativeSelect
          id="partnerTeamId"
          label="Partner agency"
          value={values.partnerTeamId ?? ''}
          data={[
            none('None'),
            ...teams
              .filter((team) => team.kind === 'PARTNER_AGENCY')
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChange({ partnerTeamId: event.currentTarget.value || null })}
          error={errors.partnerTeamId}
        />
      </SimpleGrid>
      <NativeSelect
        id="ownerPostId"
        label="Owner (post)"
        value={values.ownerPostId ?? ''}
        data={[
          none('No post yet'),
          ...shownPosts.map(({ id, title, holder }) => ({
            value: id,
            label: `${title} (${holderWords({ title, holder })})`,
          })),
        ]}
        onChange={(event) => {
          const ownerPostId = event.currentTarget.value || null;
          const team = posts.find((post) => post.id === ownerPostId)?.teamId;
          onChange(team && !values.teamId ? { ownerPostId, teamId: team } : { ownerPostId });
        }}
        error={errors.ownerPostId}
      />
      <NativeSelect
        id="ownerUserId"
        label="Owner (person, if not the post's holder)"
        value={values.ownerUserId ?? ''}
        data={[none('Whoever holds the post'), ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => onChange({ ownerUserId: event.currentTarget.value || null })}
        error={errors.ownerUserId}
      />
    </Stack>
  );
}
