import type { AccountKey, TeamKey } from './people.ts';

/** Who answers for each team when work is given to it. */
export const ANSWERS_FOR: Record<TeamKey, AccountKey> = {
  EARLY_HELP: 'earlyHelp',
  FOSTERING: 'fostering',
  PERMANENCE: 'formerPermanence',
  COURTS: 'courts',
  QUALITY: 'lead',
  VIRTUAL_SCHOOL: 'virtualSchool',
  POLICE: 'police',
  HEALTH: 'health',
  SCHOOLS: 'schools',
};
/** Permanence changed hands so many working days ago; from then on the second holder answers. */
export const SECOND_HOLDER_FROM = 20;

/** Given to a team that has not answered yet. */
export const STILL_OFFERED: readonly string[] = ['R2.A9', 'R4.A6', 'R6.A7'];

/** Given to a team that asks something first. */
export const ASKED_BACK: Readonly<Record<string, string>> = {
  'R6.A6':
    'Which part is ours, and which is the leaving care team’s? We can keep the list, but only they speak to every young person.',
};
