import type { SignedIn } from '@gt/api';
import {
  ACCOUNTS,
  type AccountFacts,
  type AccountKey,
  type PostKey,
  type TeamKey,
} from '../northmoor/people.ts';
import type { Caller, Moment, Stage, Upload } from './stage.ts';

/** The people of a scenario, once their accounts are made. */
export type Company = {
  teamIds: Readonly<Record<TeamKey, string>>;
  postIds: Readonly<Record<PostKey, string>>;
  userIds: Map<AccountKey, string>;
};

/** The person as signed in on that day: posts are theirs only while they hold them. */
export function personOf(company: Company, key: AccountKey, moment: Moment): SignedIn {
  const facts: AccountFacts = ACCOUNTS[key];
  const userId = company.userIds.get(key);
  if (!userId) throw new Error(`${facts.name} has no account yet.`);
  const holds = facts.post !== undefined && (facts.left === undefined || moment.ago > facts.left);
  return {
    userId,
    userName: facts.name,
    email: '',
    roles: facts.roles,
    teamIds: (facts.teams ?? []).map((team) => company.teamIds[team]),
    postIds: holds && facts.post ? [company.postIds[facts.post]] : [],
    sessionId: userId,
  };
}

export function actAs(stage: Stage, company: Company, key: AccountKey, moment: Moment): Caller {
  return stage.callerAs(personOf(company, key, moment), moment);
}

export function uploadAs(stage: Stage, company: Company, key: AccountKey, moment: Moment, file: Upload) {
  return stage.upload(personOf(company, key, moment), moment, file);
}
