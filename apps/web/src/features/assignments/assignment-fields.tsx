import { answersForTeam, ownerOutsideTeam } from '@gt/domain/assignment';
import { canAssignTo } from '@gt/domain/authz';
import { referenceAcross } from '@gt/domain/plan';
import { listWords } from '@gt/domain/wording';
import { MultiSelect, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { holderWords } from '../../lib/holder-words.ts';
import { useUser } from '../../lib/session.ts';
import { type Assignee, AssigneeSelect } from './assignee-select.tsx';
import classes from './assignment-fields.module.css';
import type { Assignees } from './queries.ts';

export type AssignmentValues = {
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  leadPostId: string | null;
  partnerTeamId: string | null;
  supportingTeamIds: string[];
  alsoServesIds: string[];
};

type AssignmentFieldsProps = {
  values: AssignmentValues;
  assignees: Assignees | undefined;
  errors: Record<string, string>;
  onChange: (patch: Partial<AssignmentValues>) => void;
  /** A dialog that begins with these fields begins at the first of them. */
  startsHere?: boolean;
  /** The recommendation that the action stands under; without one, "also serves" is not asked. */
  recommendationId?: string;
  /** What is said where nobody is named: in bulk that leaves each action as it is. */
  nobody?: { team: string; owner: string; other: string };
  /** Stands beneath the owner: what becomes of the owners when none is named. */
  afterOwner?: ReactNode;
};

/** Asked less often, and folded away until then. */
const MORE = ['ownerUserId', 'leadPostId', 'partnerTeamId', 'supportingTeamIds', 'alsoServesIds'] as const;
const isSet = (value: string | null | readonly string[]) => value !== null && value.length > 0;

const NOBODY = { team: 'No team yet', owner: 'No post yet', other: 'None' };

/** Team, owner, accountable lead, partner agency and supporting teams, each with the work they have already. */
export function AssignmentFields(props: AssignmentFieldsProps) {
  const {
    values,
    assignees,
    errors,
    onChange,
    startsHere,
    recommendationId,
    nobody = NOBODY,
    afterOwner,
  } = props;
  const offered = useOffered(assignees, values);
  const { teams = [], recommendations = [] } = assignees ?? {};
  const warning = useOwnerWarning(assignees, values);
  // Opened where something is set, so that nothing that stands there is overlooked.
  const [wasSet] = useState(() => MORE.some((field) => isSet(values[field])));
  const isMore = wasSet || MORE.some((field) => errors[field]);
  const moreWords = recommendationId
    ? 'Person, accountable lead, partner agency, supporting teams, also serves'
    : 'Person, accountable lead, partner agency, supporting teams';
  const choosePost = (ownerPostId: string | null) => {
    const team = assignees?.posts.find((post) => post.id === ownerPostId)?.teamId;
    onChange(team && !values.teamId ? { ownerPostId, teamId: team } : { ownerPostId });
  };
  return (
    <Stack gap="md">
      <AssigneeSelect
        id="teamId"
        label="Team"
        description={teamWords(assignees, values.teamId)}
        placeholder={nobody.team}
        options={offered.teams}
        value={values.teamId}
        onChange={(teamId) => onChange({ teamId })}
        error={errors.teamId}
        startsHere={startsHere}
      />
      <AssigneeSelect
        id="ownerPostId"
        label="Owner (post)"
        placeholder={nobody.owner}
        options={offered.posts}
        value={values.ownerPostId}
        onChange={choosePost}
        error={errors.ownerPostId}
      />
      {warning ? (
        <p className={classes.warning} role="status">
          {warning} You can assign it all the same.
        </p>
      ) : null}
      {afterOwner}
      <details className={classes.more} open={isMore || undefined}>
        <summary>{moreWords}</summary>
        <Stack gap="md" mt="sm">
          <AssigneeSelect
            id="ownerUserId"
            label="Owner (person, if not the post's holder)"
            placeholder="Whoever holds the post"
            options={offered.people}
            value={values.ownerUserId}
            onChange={(ownerUserId) => onChange({ ownerUserId })}
            error={errors.ownerUserId}
          />
          <AssigneeSelect
            id="leadPostId"
            label="Accountable lead (post)"
            description="Answers for it, beside the post that does it."
            placeholder={nobody.other}
            options={offered.leads}
            value={values.leadPostId}
            onChange={(leadPostId) => onChange({ leadPostId })}
            error={errors.leadPostId}
          />
          <AssigneeSelect
            id="partnerTeamId"
            label="Partner agency"
            placeholder={nobody.other}
            options={offered.partners}
            value={values.partnerTeamId}
            onChange={(partnerTeamId) => onChange({ partnerTeamId })}
            error={errors.partnerTeamId}
          />
          <MultiSelect
            id="supportingTeamIds"
            label="Supporting teams"
            description="They can post updates and add evidence too."
            placeholder={values.supportingTeamIds.length === 0 ? nobody.other : undefined}
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={values.supportingTeamIds}
            onChange={(ids) => onChange({ supportingTeamIds: [...ids].sort() })}
            error={errors.supportingTeamIds}
            searchable
            selectFirstOptionOnChange
            maxValues={20}
          />
          {recommendationId ? (
            <MultiSelect
              id="alsoServesIds"
              label="Also serves"
              description="Further recommendations that this action answers, of this plan or another. It counts in their threads, and once in totals."
              placeholder={values.alsoServesIds.length === 0 ? 'No other recommendation' : undefined}
              data={byPlan(recommendations, recommendationId)}
              value={values.alsoServesIds}
              onChange={(ids) => onChange({ alsoServesIds: [...ids].sort() })}
              error={errors.alsoServesIds}
              searchable
              selectFirstOptionOnChange
              maxValues={20}
            />
          ) : null}
        </Stack>
      </details>
    </Stack>
  );
}

/** By plan, its own first; the plan's name stands in each line, so that it is found by it and read once chosen. */
function byPlan(recommendations: Assignees['recommendations'], ownId: string) {
  const own = recommendations.find(({ id }) => id === ownId)?.planId;
  const others = recommendations.filter(({ id }) => id !== ownId);
  return [...Map.groupBy(others, ({ planId }) => planId)].map(([planId, items]) => ({
    group: planId === own ? 'This plan' : (items[0]?.planName ?? ''),
    items: items.map(({ id, number, quote, planName }) => ({
      value: id,
      label: `${referenceAcross(`R${number}`, planId === own ? null : planName)} ${quote.slice(0, 80)}`,
    })),
  }));
}

/** Whom this person may give work to; who has it now stays in the list. */
function useOffered(assignees: Assignees | undefined, values: AssignmentValues) {
  const user = useUser();
  const actor = { ...user, userId: user.id };
  const { teams = [], posts = [], people = [] } = assignees ?? {};
  const may = (teamId: string | null) => canAssignTo(actor, { teamId }).ok;
  const { teamId } = values;
  const teamName = new Map(teams.map(({ id, name }) => [id, name]));
  const asPost = (post: (typeof posts)[number]): Assignee => ({
    id: post.id,
    name: post.title,
    note: holderWords(post),
    load: post.load,
    group: teamId
      ? post.teamId === teamId
        ? (teamName.get(teamId) ?? 'This team')
        : 'Other teams'
      : undefined,
  });
  const inTeamFirst = (one: { teamId: string }) => (one.teamId === teamId ? 0 : 1);
  const mayHave = posts.filter(
    (post) => may(post.teamId) || [values.ownerPostId, values.leadPostId].includes(post.id),
  );
  const isWithin = (post: (typeof posts)[number]) =>
    user.roles.includes('PROGRAMME_LEAD') ||
    !teamId ||
    post.teamId === teamId ||
    post.id === values.ownerPostId;
  return {
    teams: teams
      .filter(({ id }) => may(id) || id === teamId)
      .map(({ id, name, load, kind }) => ({
        id,
        name,
        load,
        group: kind === 'INTERNAL' ? 'Teams of the trust' : 'Partner agencies',
      })),
    posts: mayHave
      .filter(isWithin)
      .toSorted((a, b) => inTeamFirst(a) - inTeamFirst(b))
      .map(asPost),
    leads: mayHave.map((post) => ({ ...asPost(post), group: undefined })),
    people: people
      .filter(
        ({ id, teamIds }) =>
          may(teamIds.find((one) => may(one)) ?? null) || [user.id, values.ownerUserId].includes(id),
      )
      .filter(
        ({ id, teamIds }) => !teamId || teamIds.includes(teamId) || may(null) || id === values.ownerUserId,
      )
      .map(({ id, name, load }) => ({ id, name, load })),
    partners: teams
      .filter(({ kind }) => kind === 'PARTNER_AGENCY')
      .map(({ id, name, load }) => ({ id, name, load })),
  };
}

/** What a programme lead should know and may do all the same; a manager is not offered it. */
function useOwnerWarning(assignees: Assignees | undefined, values: AssignmentValues): string | null {
  const team = assignees?.teams.find(({ id }) => id === values.teamId) ?? null;
  const post = assignees?.posts.find(({ id }) => id === values.ownerPostId);
  const person = assignees?.people.find(({ id }) => id === values.ownerUserId);
  const owners = [post ? { name: post.title, teamIds: [post.teamId] } : null, person ?? null];
  const found = owners.flatMap((owner) => ownerOutsideTeam(owner, team, values.partnerTeamId) ?? []);
  return found.length > 0 ? found.join(' ') : null;
}

/** Who will be asked to take it on. */
function teamWords(assignees: Assignees | undefined, teamId: string | null): string | undefined {
  const team = assignees?.teams.find(({ id }) => id === teamId);
  if (!team) return undefined;
  if (team.answeredBy.length === 0) {
    return team.kind === 'INTERNAL'
      ? 'Nobody manages this team yet, so nobody can take it on. An administrator names its manager.'
      : 'Nobody of this agency has an account yet, so nobody can take it on.';
  }
  return `Answered for by ${listWords(team.answeredBy, 3)}.`;
}

/** Whether giving work to a team asks somebody else to take it on. */
export function useIsOffer(): (teamId: string | null) => boolean {
  const user = useUser();
  return (teamId) => teamId !== null && !answersForTeam(user, teamId);
}
