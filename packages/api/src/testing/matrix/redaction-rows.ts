import type { RedactableEntity } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow } from './matrix-row.ts';
import { NOBODY } from './who.ts';

const SECOND_PERSON = ['lead', 'verifier', 'administrator'] as const;
const WHOLE_PLAN = ['lead', 'manager', 'contributor', 'verifier'] as const;
const REASON = 'A family could be recognised.';

async function aRequest({ world, on, person }: Cell) {
  const { id, reference } = await world.action('other');
  const requestedById = on === 'mine' ? person.userId : world.people.otherManager.userId;
  const row = await world.db.redaction.create({
    data: {
      entity: 'ACTION',
      entityId: id,
      planId: world.plan.planId,
      reference,
      reason: REASON,
      requestedById,
    },
    select: { id: true },
  });
  return { redactionId: row.id };
}

const asking = (entity: RedactableEntity, entityId: string | undefined) => ({
  entity,
  entityId,
  reason: REASON,
  idempotencyKey: newId(),
});

export const REDACTION_ROWS: readonly ProcedureRow[] = [
  {
    path: 'redactions.list',
    may: { any: [...WHOLE_PLAN, 'partner', 'administrator'] },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  { path: 'redactions.preview', may: { any: SECOND_PERSON }, input: aRequest },
  {
    path: 'redactions.request',
    may: { own: [...WHOLE_PLAN, 'partner'], other: WHOLE_PLAN },
    input: async ({ world, on }) => asking('ACTION', (await world.action(on)).id),
  },
  {
    path: 'redactions.decide',
    may: { any: SECOND_PERSON, mine: NOBODY },
    input: async (cell) => ({
      ...(await aRequest(cell)),
      version: 1,
      approve: false,
      note: 'Read it twice.',
    }),
  },
];

/** The same call on every other kind of record; the census takes the path once. */
export const REDACTION_REQUEST_ROWS: readonly ProcedureRow[] = [
  {
    path: 'redactions.request',
    may: { own: [...WHOLE_PLAN, 'partner'], other: WHOLE_PLAN },
    input: async ({ world, on }) => {
      const { id } = await world.action(on);
      return asking('PROGRESS_UPDATE', await world.update(id, world.people.otherManager));
    },
  },
  {
    path: 'redactions.request',
    may: { own: [...WHOLE_PLAN, 'partner'], other: WHOLE_PLAN },
    input: async ({ world, on }) => asking('EVIDENCE', (await world.evidence(on)).evidenceId),
  },
  {
    path: 'redactions.request',
    may: { own: [...WHOLE_PLAN, 'partner'], other: WHOLE_PLAN },
    input: async ({ world, on }) => asking('EVIDENCE_VERSION', (await world.evidence(on)).versionId),
  },
  {
    path: 'redactions.request',
    may: { any: WHOLE_PLAN },
    input: async ({ world }) => asking('RECOMMENDATION', (await world.makePlan()).recommendationIds[0]),
  },
  {
    path: 'redactions.request',
    may: { any: WHOLE_PLAN },
    input: async ({ world }) => {
      const { inspectionId } = await world.makePlan();
      const paragraph = { inspectionId, number: 40, page: 3, text: 'The family was visited twice.' };
      const { id } = await world.db.reportParagraph.create({ data: paragraph, select: { id: true } });
      return asking('REPORT_PARAGRAPH', id);
    },
  },
  {
    path: 'redactions.request',
    may: { any: WHOLE_PLAN },
    input: async ({ world }) => {
      const { planId } = await world.makePlan();
      const line = { planId, number: 1, question: 'Who is he?', createdById: world.people.lead.userId };
      const { id } = await world.db.lineOfEnquiry.create({ data: line, select: { id: true } });
      return asking('LINE_OF_ENQUIRY', id);
    },
  },
  {
    path: 'redactions.request',
    may: { any: WHOLE_PLAN },
    input: async ({ world }) => {
      const { planId } = await world.makePlan();
      const pack = { planId, number: 1, marking: 'OFFICIAL', coverNote: 'For him.' };
      const { id } = await world.db.pack.create({
        data: { ...pack, requestedById: world.people.lead.userId },
        select: { id: true },
      });
      return asking('PACK', id);
    },
  },
  {
    path: 'redactions.request',
    may: { any: WHOLE_PLAN },
    input: async ({ world }) => {
      const { clockId } = await world.makePlan();
      const gate = { clockId, position: 0, name: 'His visit', dueDate: new Date('2026-03-20') };
      const { id } = await world.db.clockGate.create({ data: gate, select: { id: true } });
      return asking('CLOCK_GATE', id);
    },
  },
  {
    path: 'redactions.request',
    may: { any: WHOLE_PLAN },
    input: async ({ world }) => {
      const { planId, inspectionId } = await world.makePlan();
      const step = { planId, inspectionId, kind: 'REINSPECTION', number: 1, reason: 'He said so.' } as const;
      const { id } = await world.db.windowAssumption.create({
        data: { ...step, setById: world.people.lead.userId },
        select: { id: true },
      });
      return asking('WINDOW_ASSUMPTION', id);
    },
  },
  {
    path: 'redactions.request',
    may: { any: WHOLE_PLAN },
    input: async ({ world }) => {
      const { planId } = await world.makePlan();
      const on = new Date('2026-03-20');
      const { id } = await world.db.planDate.create({
        data: {
          ...{ planId, kind: 'OTHER', title: 'His visit', fromDate: on, untilDate: on },
          createdById: world.people.lead.userId,
        },
        select: { id: true },
      });
      return asking('PLAN_DATE', id);
    },
  },
];
