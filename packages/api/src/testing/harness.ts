import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IsoDate, isoDate, type Role } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { withTestDatabase } from '@gt/db/testing';
import { type EvidenceStore, localEvidenceStore } from '@gt/storage';
import { afterAll } from 'vitest';
import type { Context } from '../core/context.ts';
import { fromIsoDate } from '../core/dates.ts';
import { newId } from '../core/new-id.ts';
import type { JobName } from '../core/ports.ts';
import type { SignedIn } from '../core/scope.ts';
import { signingWith } from '../core/signing.ts';
import { createCallerFactory } from '../core/trpc.ts';
import { appRouter } from '../root-router.ts';

export const TODAY: IsoDate = isoDate('2026-03-12');
const SIGNING = signingWith();
const createCaller = createCallerFactory(appRouter);

export type Person = SignedIn;
export type RecordedJob = { name: JobName; data: Record<string, string> };
export type Caller = ReturnType<typeof createCaller>;

export type Harness = {
  db: Db;
  ownerUrl: string;
  store: EvidenceStore;
  filesDir: string;
  jobs: RecordedJob[];
  /** Two teams of the trust, one partner agency. */
  teams: { fostering: string; permanence: string; police: string };
  /** Head of Fostering is held by `people.manager`, Fostering Officer by `people.contributor`. */
  posts: { headOfFostering: string; fosteringOfficer: string; headOfPermanence: string };
  people: Record<
    'lead' | 'manager' | 'otherManager' | 'contributor' | 'partner' | 'verifier' | 'viewer' | 'administrator',
    Person
  >;
  makeUser(name: string, roles: Role[], more?: { teamIds?: string[]; postIds?: string[] }): Promise<Person>;
  makePlan(): Promise<PlanFixture>;
  makeAction(
    plan: PlanFixture,
    more?: Record<string, unknown>,
  ): Promise<{ id: string; version: number; number: number }>;
  /** The context of one request; null is nobody signed in. `today` moves the calendar and the clock with it. */
  ctxAs(person: Person | null, today?: IsoDate): Context;
  callerAs(person: Person | null, today?: IsoDate): Caller;
};

export type PlanFixture = {
  planId: string;
  inspectionId: string;
  clockId: string;
  recommendationIds: string[];
};

/** A migrated database of its own with people in every role, and callers who act as them. Cleans up after itself. */
export async function startHarness(): Promise<Harness> {
  const database = await withTestDatabase();
  const filesDir = await mkdtemp(join(tmpdir(), 'golden-thread-files-'));
  afterAll(() => rm(filesDir, { recursive: true, force: true }));
  const store = await localEvidenceStore(filesDir);
  const { db } = database;
  const jobs: RecordedJob[] = [];
  await db.installation.create({ data: { id: 1, mode: 'REAL' }, select: { id: true } });
  const teams = {
    fostering: await makeTeam(db, 'Fostering', 'INTERNAL'),
    permanence: await makeTeam(db, 'Permanence and Adoption', 'INTERNAL'),
    police: await makeTeam(db, 'Police', 'PARTNER_AGENCY'),
  };
  const posts = {
    headOfFostering: await makePost(db, 'Head of Fostering', teams.fostering),
    fosteringOfficer: await makePost(db, 'Fostering Officer', teams.fostering),
    headOfPermanence: await makePost(db, 'Head of Permanence', teams.permanence),
  };
  const makeUser: Harness['makeUser'] = (name, roles, more) => insertUser(db, name, roles, more);
  const people = await everyRole(makeUser, teams, posts);
  const ctxAs: Harness['ctxAs'] = (person, today = TODAY) => ({
    db,
    signedIn: person,
    today,
    now: new Date(`${today}T10:00:00.000Z`),
    requestId: newId(),
    jobs: { enqueue: async (_tx, name, data) => void jobs.push({ name, data }) },
    accounts: {
      hashPassword: async (password) => `hashed:${password.length}`,
      passwordProblem: (password) => (password.length < 12 ? 'Use at least 12 characters.' : null),
    },
    store,
    settings: { publicUrl: 'http://localhost:3000', mailIsSetUp: false },
    signing: SIGNING,
  });
  return {
    db,
    ownerUrl: database.ownerUrl,
    store,
    filesDir,
    jobs,
    teams,
    posts,
    people,
    makeUser,
    makePlan: () => insertPlan(db, people.lead.userId, posts.headOfFostering),
    makeAction: (plan, more) => insertAction(db, plan, people.lead.userId, more),
    ctxAs,
    callerAs: (person, today) => createCaller(ctxAs(person, today)),
  };
}

async function everyRole(
  makeUser: Harness['makeUser'],
  teams: Harness['teams'],
  posts: Harness['posts'],
): Promise<Harness['people']> {
  return {
    lead: await makeUser('Programme Lead', ['PROGRAMME_LEAD']),
    manager: await makeUser('Head of Fostering, holder 1', ['MANAGER'], {
      teamIds: [teams.fostering],
      postIds: [posts.headOfFostering],
    }),
    otherManager: await makeUser('Head of Permanence, holder 1', ['MANAGER'], {
      teamIds: [teams.permanence],
      postIds: [posts.headOfPermanence],
    }),
    contributor: await makeUser('Fostering Officer, holder 1', ['CONTRIBUTOR'], {
      teamIds: [teams.fostering],
      postIds: [posts.fosteringOfficer],
    }),
    partner: await makeUser('Police Partnership Lead, holder 1', ['PARTNER'], { teamIds: [teams.police] }),
    verifier: await makeUser('Quality Assurance Lead, holder 1', ['VERIFIER']),
    viewer: await makeUser('Improvement Board Chair, holder 1', ['VIEWER']),
    administrator: await makeUser('Administrator', ['ADMINISTRATOR']),
  };
}

async function makeTeam(db: Db, name: string, kind: 'INTERNAL' | 'PARTNER_AGENCY'): Promise<string> {
  return (await db.team.create({ data: { name, kind }, select: { id: true } })).id;
}

async function makePost(db: Db, title: string, teamId: string): Promise<string> {
  return (await db.post.create({ data: { title, teamId }, select: { id: true } })).id;
}

async function insertUser(
  db: Db,
  name: string,
  roles: Role[],
  more: { teamIds?: string[]; postIds?: string[] } = {},
): Promise<Person> {
  const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@trust.example`;
  const { id: userId } = await db.user.create({ data: { name, email }, select: { id: true } });
  const teamIds = more.teamIds ?? [];
  const postIds = more.postIds ?? [];
  await db.roleGrant.createMany({ data: roles.map((role) => ({ userId, role })) });
  await db.teamMembership.createMany({ data: teamIds.map((teamId) => ({ userId, teamId })) });
  await db.postHolding.createMany({
    data: postIds.map((postId) => ({ userId, postId, fromDate: new Date('2025-01-06') })),
  });
  return { userId, userName: name, email, roles, teamIds, postIds, sessionId: newId() };
}

async function insertPlan(db: Db, createdById: string, leadPostId: string): Promise<PlanFixture> {
  const plan = await db.plan.create({
    data: {
      name: 'Northmoor ILACS plan',
      councilName: 'Northmoor Council',
      trustName: "Northmoor Children's Trust",
      createdById,
      nextRecommendationNumber: 3,
    },
    select: { id: true },
  });
  const inspection = await db.inspection.create({
    data: {
      planId: plan.id,
      kind: 'ILACS_STANDARD',
      frameworkKey: 'ILACS_2023',
      authority: 'Northmoor',
      inspectionDateText: '1 to 12 December 2025',
      startDate: new Date('2025-12-01'),
      endDate: new Date('2025-12-12'),
      receivedDate: new Date('2026-01-20'),
    },
    select: { id: true },
  });
  const clock = await db.statutoryClock.create({
    data: {
      planId: plan.id,
      inspectionId: inspection.id,
      workingDays: 70,
      receivedDate: new Date('2026-01-20'),
      dueDate: new Date('2026-04-30'),
    },
    select: { id: true },
  });
  const quotes = [
    'The effectiveness of the fostering service.',
    'The focus on every permanence option for children.',
  ];
  const recommendationIds: string[] = [];
  for (const [index, quote] of quotes.entries()) {
    const row = await db.recommendation.create({
      data: { planId: plan.id, inspectionId: inspection.id, number: index + 1, quote, page: 3, leadPostId },
      select: { id: true },
    });
    recommendationIds.push(row.id);
  }
  return { planId: plan.id, inspectionId: inspection.id, clockId: clock.id, recommendationIds };
}

async function insertAction(
  db: Db,
  plan: PlanFixture,
  createdById: string,
  more: Record<string, unknown> = {},
): Promise<{ id: string; version: number; number: number }> {
  const recommendationId = (more.recommendationId as string | undefined) ?? plan.recommendationIds[0] ?? '';
  const { nextActionNumber } = await db.recommendation.update({
    where: { id: recommendationId },
    data: { nextActionNumber: { increment: 1 } },
    select: { nextActionNumber: true },
  });
  const due = fromIsoDate(isoDate('2026-04-30'));
  return db.action.create({
    data: {
      planId: plan.planId,
      recommendationId,
      number: nextActionNumber - 1,
      title: 'Recruit twelve mainstream foster carers',
      startDate: new Date('2026-02-02'),
      originalDueDate: due,
      dueDate: due,
      createdById,
      changedById: createdById,
      ...more,
    },
    select: { id: true, version: true, number: true },
  });
}
