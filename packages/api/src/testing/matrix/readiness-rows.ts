import { newId } from '../../core/new-id.ts';
import type { Cell, Column, ProcedureRow } from './matrix-row.ts';
import { LEAD, PLAN_READERS, WORKERS } from './who.ts';

const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });
const aboutRecommendation = ({ world }: Cell) => ({ recommendationId: world.plan.recommendationIds[0] });
const LEAD_AND_VERIFIER: readonly Column[] = ['lead', 'verifier'];

/** Of a fresh action of that kind, so that the partner's is the partner's own. Own: the contributor's post. */
async function anAsk({ world, on }: Cell, askedById = world.people.lead.userId) {
  const action = await world.action(on);
  const postId = on === 'other' ? world.posts.headOfPermanence : world.posts.fosteringOfficer;
  const row = await world.db.evidenceAsk.create({
    data: {
      planId: world.plan.planId,
      recommendationId: action.recommendationId,
      actionId: action.id,
      postId,
      text: 'Bring the audit of March, please.',
      dueDate: new Date('2026-03-20'),
      askedById,
    },
    select: { id: true, version: true },
  });
  return {
    askId: row.id,
    version: row.version,
    actionId: action.id,
    recommendationId: action.recommendationId,
  };
}

async function anAnswer(cell: Cell) {
  const { askId, version, actionId, recommendationId } = await anAsk(cell);
  const { evidenceId } = await cell.world.evidence(cell.on);
  const linkedById = cell.world.people.lead.userId;
  await cell.world.db.evidenceLink.create({
    data: { evidenceId, actionId, recommendationId, linkedById },
    select: { id: true },
  });
  return { askId, version, evidenceId };
}

const ANSWERS = {
  done: 'Twelve carers joined and stayed.',
  practice: 'Every visit is planned six weeks ahead.',
  consistent: 'In all three teams since January.',
  difference: 'Children say that they move less often.',
};

/** A recommendation of a plan of its own, with its test met: one accepted audit on one closed action. */
async function aReady({ world }: Cell) {
  const plan = await world.makePlan();
  const [recommendationId = ''] = plan.recommendationIds;
  await world.db.recommendation.update({
    where: { id: recommendationId },
    data: { minEvidenceKinds: 1, requireImpact: false },
    select: { id: true },
  });
  const action = await world.makeAction(plan, { recommendationId, status: 'CLOSED' });
  const by = world.people.otherManager.userId;
  await world.db.evidence.create({
    data: {
      planId: plan.planId,
      number: 1,
      title: 'Audit of visits',
      kind: 'AUDIT',
      shows: 'What was found',
      periodTo: new Date('2026-03-01'),
      state: 'ACCEPTED',
      uploadedById: by,
      changedById: by,
      links: { create: { actionId: action.id, recommendationId, linkedById: by } },
    },
    select: { id: true },
  });
  return { planId: plan.planId, recommendationId };
}

async function aClosed(cell: Cell, state: 'WAITING' | 'SUSTAINED' = 'WAITING') {
  const { recommendationId } = await aReady(cell);
  const { db, people } = cell.world;
  const closed = { status: 'CLOSED', closedAt: new Date('2026-01-10') } as const;
  await db.recommendation.update({ where: { id: recommendationId }, data: closed, select: { id: true } });
  const closure = await db.recommendationClosure.create({
    data: {
      recommendationId,
      ...ANSWERS,
      evidence: { state: 'SUFFICIENT', words: 'Proved', references: ['E1'] },
      closedById: people.otherManager.userId,
      checks: { create: { months: 3, dueDate: new Date('2026-04-10'), state } },
    },
    select: { checks: { select: { id: true, version: true } } },
  });
  const [check] = closure.checks;
  return { recommendationId, checkId: check?.id ?? '', version: check?.version ?? 0 };
}

async function anEnquiry({ world }: Cell) {
  const plan = await world.makePlan();
  const row = await world.db.lineOfEnquiry.create({
    data: {
      planId: plan.planId,
      number: 1,
      question: 'How do you know that carers stay?',
      recommendationIds: plan.recommendationIds,
      createdById: world.people.lead.userId,
    },
    select: { id: true },
  });
  return { enquiryId: row.id, version: 1, recommendationIds: plan.recommendationIds };
}

const words = { question: 'How do you know that it works?', note: '', evidenceIds: [] };

export const READINESS_ROWS: readonly ProcedureRow[] = [
  { path: 'readiness.get', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'asks.list', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'asks.mine', may: { any: WORKERS }, input: () => undefined },
  {
    path: 'asks.get',
    may: { own: PLAN_READERS, other: PLAN_READERS },
    input: async (cell) => ({ askId: (await anAsk(cell)).askId }),
  },
  {
    // A manager asks posts of the own team alone.
    path: 'asks.create',
    may: { own: ['lead', 'manager', 'verifier'], other: LEAD_AND_VERIFIER },
    input: ({ world, on }) => ({
      ...aboutRecommendation({ world } as Cell),
      actionId: null,
      postId: on === 'own' ? world.posts.fosteringOfficer : world.posts.headOfPermanence,
      text: 'Bring the audit of March, please.',
      dueDate: '2026-03-20',
      idempotencyKey: newId(),
    }),
  },
  {
    // Whoever holds the post, its team's manager, the programme lead.
    path: 'asks.answer',
    may: { own: ['lead', 'manager', 'contributor'], other: LEAD },
    input: anAnswer,
  },
  {
    path: 'asks.withdraw',
    may: { any: LEAD, mine: ['lead', 'manager', 'verifier'] },
    input: async (cell) => {
      const { askId, version } = await anAsk(
        cell,
        cell.on === 'mine' ? cell.person.userId : cell.world.people.otherManager.userId,
      );
      return { askId, version, reason: 'The audit is not needed any more.' };
    },
  },
  { path: 'closure.get', may: { any: PLAN_READERS }, input: aboutRecommendation },
  {
    path: 'closure.close',
    may: { any: LEAD_AND_VERIFIER },
    input: async (cell) => {
      const { recommendationId } = await aReady(cell);
      return { recommendationId, version: 1, ...ANSWERS, idempotencyKey: newId() };
    },
  },
  {
    path: 'closure.reopen',
    may: { any: LEAD_AND_VERIFIER },
    input: async (cell) => {
      const { recommendationId } = await aClosed(cell);
      return { recommendationId, version: 1, reason: 'Visits are late again in two teams.' };
    },
  },
  {
    path: 'closure.check',
    may: { any: LEAD_AND_VERIFIER },
    input: async (cell) => {
      const { checkId, version } = await aClosed(cell);
      return { checkId, version, outcome: 'NOT_SUSTAINED', note: 'Visits are late again in two teams.' };
    },
  },
  {
    path: 'closure.correctCheck',
    may: { any: LEAD_AND_VERIFIER },
    input: async (cell) => {
      const { checkId, version } = await aClosed(cell, 'SUSTAINED');
      return { checkId, version, reason: 'It was the check of another recommendation.' };
    },
  },
  { path: 'enquiries.list', may: { any: PLAN_READERS }, input: aboutPlan },
  {
    path: 'enquiries.choices',
    may: { any: LEAD_AND_VERIFIER },
    input: ({ world }) => ({ planId: world.plan.planId, recommendationIds: world.plan.recommendationIds }),
  },
  {
    path: 'enquiries.create',
    may: { any: LEAD_AND_VERIFIER },
    input: ({ world }) => ({
      ...words,
      planId: world.plan.planId,
      recommendationIds: world.plan.recommendationIds,
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'enquiries.edit',
    may: { any: LEAD_AND_VERIFIER },
    input: async (cell) => ({ ...(await anEnquiry(cell)), ...words }),
  },
  {
    path: 'enquiries.remove',
    may: { any: LEAD_AND_VERIFIER },
    input: async (cell) => {
      const { enquiryId, version } = await anEnquiry(cell);
      return { enquiryId, version };
    },
  },
];
