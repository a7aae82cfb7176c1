/** The owner of an action as far as the team is concerned. `teamIds`: the team of the post, or the person's teams. */
export type OwnerInTeam = { name: string; teamIds: readonly string[] };

/**
 * The sentence that says an owner works outside the team (and the partner agency) that an action is given to; null
 * when the owner is inside, or there is no team or no owner. A programme lead may do it and is told; a manager may
 * not, and is told what to do instead.
 */
export function ownerOutsideTeam(
  owner: OwnerInTeam | null,
  team: { id: string; name: string } | null,
  partnerTeamId: string | null,
): string | null {
  if (!owner || !team || owner.teamIds.includes(team.id)) return null;
  if (partnerTeamId !== null && owner.teamIds.includes(partnerTeamId)) return null;
  return `${owner.name} does not work in ${team.name}.`;
}
