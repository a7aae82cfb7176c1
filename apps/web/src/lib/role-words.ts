import { ROLES, type Role } from '@gt/contracts/words';
import { holds, type Permission } from '@gt/domain/authz';
import { listWords } from '@gt/domain/wording';

/** What tells one role from another, in the order in which it is told. The rest follows from these. */
const TELLING: readonly (readonly [Permission, string])[] = [
  ['people.edit', 'invite people and give roles'],
  ['team.edit', 'make teams and posts'],
  ['plan.create', 'begin and change plans'],
  ['action.create', 'add and assign actions'],
  ['action.setDueDate', 'set due dates'],
  ['update.create', 'post updates'],
  ['evidence.upload', 'attach evidence'],
  ['evidence.check', 'accept or return evidence'],
  ['pack.build', 'build packs'],
  ['audit.read', 'read the history'],
];

/** Where a role ends: the record rules of the product, in words. */
const LIMITS: Record<Role, string> = {
  ADMINISTRATOR: 'Reads no plan and no evidence by virtue of this role.',
  PROGRAMME_LEAD: 'Never checks evidence that they own or uploaded.',
  MANAGER: "Changes only their own teams' actions; reads the whole plan.",
  CONTRIBUTOR: 'Only on actions that they own or support; reads the whole plan.',
  PARTNER: 'Only on their own actions, and sees nothing else.',
  VERIFIER: 'Reads the whole plan; never checks their own evidence.',
  VIEWER: 'Reads the plan and its reports, and changes nothing.',
};

/** One line on what a role may do, taken from the table of permissions, so that it cannot promise what is refused. */
export function roleInWords(role: Role): string {
  const deeds = TELLING.filter(([permission]) => holds([role], permission)).map(([, words]) => words);
  return deeds.length === 0 ? LIMITS[role] : `May ${listWords(deeds)}. ${LIMITS[role]}`;
}

/** In the order of the table of rights, whatever order they were given in. */
export function inOrder(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}
