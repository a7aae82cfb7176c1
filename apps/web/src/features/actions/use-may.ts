import { type ActionRecord, canOnAction, type Decision, type Permission } from '@gt/domain/authz';
import { useUser } from '../../lib/session.ts';

type Owned = {
  team: { id: string } | null;
  partnerTeam: { id: string } | null;
  ownerPost: { id: string } | null;
  ownerUser: { id: string } | null;
  supportingTeams?: readonly { id: string }[];
};

/** What the rules of a record need to know of a row. */
export function actionRecordOf(action: Owned): ActionRecord {
  return {
    teamId: action.team?.id ?? null,
    partnerTeamId: action.partnerTeam?.id ?? null,
    ownerPostId: action.ownerPost?.id ?? null,
    ownerUserId: action.ownerUser?.id ?? null,
    supportingTeamIds: action.supportingTeams?.map((team) => team.id) ?? [],
  };
}

/** What the signed-in person may do to an action, by the same rule the server applies; it decides again. */
export function useMay(action: Owned): (permission: Permission) => Decision {
  const { id: userId, roles, teamIds, postIds } = useUser();
  const record = actionRecordOf(action);
  return (permission) => canOnAction({ userId, roles, teamIds, postIds }, permission, record);
}
