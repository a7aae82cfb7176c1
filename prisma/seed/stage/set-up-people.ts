import { acceptInvitation, newId, recordAudit, type SignedIn } from '@gt/api';
import {
  ACCOUNTS,
  type AccountFacts,
  type AccountKey,
  POSTS,
  type PostKey,
  sampleEmail,
  TEAMS,
  type TeamKey,
} from '../northmoor/people.ts';
import { actAs, type Company } from './company.ts';
import type { Caller, Moment, Stage } from './stage.ts';

/** Working days ago on which the product was set up: after the report, before the plan. */
export const SET_UP = 46;

/**
 * The administrator, then teams and posts, then everybody who was there from the start, each by invitation. The first
 * account has nobody to invite it, so it is written as the set-up page writes it.
 */
export async function setUpPeople(stage: Stage): Promise<Company> {
  const moment = { ago: SET_UP, minute: 0 };
  const userIds = new Map<AccountKey, string>([['administrator', await firstAccount(stage, moment)]]);
  const administrator: SignedIn = {
    userId: userIds.get('administrator') ?? '',
    userName: ACCOUNTS.administrator.name,
    email: sampleEmail(ACCOUNTS.administrator.name),
    roles: ACCOUNTS.administrator.roles,
    teamIds: [],
    postIds: [],
    sessionId: newId(),
  };
  const caller = stage.callerAs(administrator, { ago: SET_UP, minute: 5 });
  const teamIds = await makeTeams(caller);
  const company: Company = { teamIds, postIds: await makePosts(caller, teamIds), userIds };
  const keys = Object.keys(ACCOUNTS) as AccountKey[];
  for (const [index, key] of keys.entries()) {
    const facts: AccountFacts = ACCOUNTS[key];
    if (key === 'administrator' || facts.joined !== undefined) continue;
    await joinCompany(stage, company, key, { ago: SET_UP, minute: 20 + index * 3 });
  }
  return company;
}

async function firstAccount(stage: Stage, moment: Moment): Promise<string> {
  const userId = newId();
  const { name, roles } = ACCOUNTS.administrator;
  const { db } = stage;
  const at = stage.ctxAs(null, moment);
  await db.user.create({
    data: { id: userId, email: sampleEmail(name), name, createdAt: at.now },
    select: { id: true },
  });
  await db.account.create({
    data: { userId, accountId: userId, providerId: 'credential', password: stage.passwordHash },
    select: { id: true },
  });
  await db.roleGrant.createMany({ data: roles.map((role) => ({ userId, role, grantedAt: at.now })) });
  const who = { userId, userName: name, now: at.now, requestId: at.requestId };
  await recordAudit(db, who, {
    action: 'installation.setUp',
    entityType: 'USER',
    entityId: userId,
    planId: null,
    after: { roles },
  });
  return userId;
}

async function makeTeams(caller: Caller): Promise<Record<TeamKey, string>> {
  const made: [TeamKey, string][] = [];
  for (const key of Object.keys(TEAMS) as TeamKey[]) {
    const { teamId } = await caller.teams.create({ ...TEAMS[key], idempotencyKey: `sample-team-${key}` });
    made.push([key, teamId]);
  }
  return Object.fromEntries(made) as Record<TeamKey, string>;
}

async function makePosts(caller: Caller, teamIds: Record<TeamKey, string>): Promise<Record<PostKey, string>> {
  const made: [PostKey, string][] = [];
  for (const key of Object.keys(POSTS) as PostKey[]) {
    const { title, team } = POSTS[key];
    const { postId } = await caller.teams.createPost({
      title,
      teamId: teamIds[team],
      idempotencyKey: `sample-post-${key}`,
    });
    made.push([key, postId]);
  }
  return Object.fromEntries(made) as Record<PostKey, string>;
}

/** The administrator invites, the person takes the link and a password, and is given the post. */
export async function joinCompany(
  stage: Stage,
  company: Company,
  key: AccountKey,
  moment: Moment,
): Promise<void> {
  const facts: AccountFacts = ACCOUNTS[key];
  const caller = actAs(stage, company, 'administrator', moment);
  const email = sampleEmail(facts.name);
  const { link } = await caller.people.invite({
    email,
    name: facts.name,
    roles: [...facts.roles],
    teamIds: (facts.teams ?? []).map((team) => company.teamIds[team]),
    postId: null,
    idempotencyKey: `sample-invite-${key}`,
  });
  const secret = link?.split('/').at(-1) ?? '';
  const guest = stage.ctxAs(null, { ...moment, minute: moment.minute + 1 });
  await acceptInvitation(guest, { secret, password: 'set by the scenario' });
  const user = await stage.db.user.update({
    where: { email },
    data: { createdAt: guest.now },
    select: { id: true },
  });
  company.userIds.set(key, user.id);
  if (facts.post) await takePost(stage, company, key, { ...moment, minute: moment.minute + 2 });
}

async function takePost(stage: Stage, company: Company, key: AccountKey, moment: Moment): Promise<void> {
  const facts: AccountFacts = ACCOUNTS[key];
  const postId = facts.post ? company.postIds[facts.post] : '';
  const { version } = await stage.db.post.findUniqueOrThrow({
    where: { id: postId },
    select: { version: true },
  });
  await actAs(stage, company, 'administrator', moment).teams.setPostHolder({
    postId,
    version,
    userId: company.userIds.get(key) ?? null,
    fromDate: facts.since === undefined ? stage.dayOf(moment) : stage.time.fromToday(facts.since),
    note: facts.note ?? '',
  });
}

/** The administrator closes the account; history keeps the name. */
export async function leaveCompany(
  stage: Stage,
  company: Company,
  key: AccountKey,
  moment: Moment,
): Promise<void> {
  const { id, version } = await stage.db.user.findUniqueOrThrow({
    where: { id: company.userIds.get(key) ?? '' },
    select: { id: true, version: true },
  });
  await actAs(stage, company, 'administrator', moment).people.deactivate({ userId: id, version });
}
