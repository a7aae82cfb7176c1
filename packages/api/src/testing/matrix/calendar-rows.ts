import { newId } from '../../core/new-id.ts';
import type { Cell, FileRow, ProcedureRow } from './matrix-row.ts';
import { ALL_READERS, LEAD, PLAN_READERS } from './who.ts';

const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });
const VISIT = {
  kind: 'MONITORING_VISIT',
  title: '',
  fromDate: '2026-04-14',
  untilDate: '2026-04-15',
  isFirm: true,
  note: '',
} as const;

/** On a clock of a plan of its own. */
async function aGate({ world }: Cell, more: Record<string, unknown> = {}) {
  const { clockId } = await world.makePlan();
  const row = await world.db.clockGate.create({
    data: { clockId, position: 0, name: 'Trust board', dueDate: new Date('2026-03-20'), ...more },
    select: { id: true },
  });
  return { gateId: row.id, version: 1 };
}

async function aDate({ world }: Cell, more: Record<string, unknown> = {}) {
  const { fromDate, untilDate, ...visit } = VISIT;
  const row = await world.db.planDate.create({
    data: {
      ...{ planId: world.plan.planId, ...visit, createdById: world.people.lead.userId },
      ...{ fromDate: new Date(fromDate), untilDate: new Date(untilDate), ...more },
    },
    select: { id: true },
  });
  return { planDateId: row.id, version: 1 };
}

export const CALENDAR_ROWS: readonly ProcedureRow[] = [
  {
    path: 'calendar.span',
    may: { any: ALL_READERS },
    input: (cell) => ({ ...aboutPlan(cell), from: '2026-03-01', to: '2026-04-30' }),
  },
  {
    path: 'calendar.day',
    may: { any: ALL_READERS },
    input: (cell) => ({ ...aboutPlan(cell), date: '2026-03-12' }),
  },
  { path: 'calendar.clocks', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'calendar.next', may: { any: PLAN_READERS }, input: aboutPlan },
  {
    path: 'calendar.takeReadyGates',
    may: { any: LEAD },
    input: async ({ world }) => ({ clockId: (await world.makePlan()).clockId, idempotencyKey: newId() }),
  },
  {
    path: 'calendar.addGate',
    may: { any: LEAD },
    input: ({ world }) => ({
      ...{ clockId: world.plan.clockId, name: 'Trust board', dueDate: '2026-03-20' },
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'calendar.editGate',
    may: { any: LEAD },
    input: async (cell) => ({ ...(await aGate(cell)), name: 'Trust board', dueDate: '2026-03-23' }),
  },
  {
    path: 'calendar.markGate',
    may: { any: LEAD },
    input: async (cell) => ({
      ...(await aGate(cell)),
      ...{ doneOn: '2026-03-11', doneBy: 'Trust board', doneNote: '' },
    }),
  },
  {
    path: 'calendar.removeGate',
    may: { any: LEAD },
    input: async (cell) => ({ ...(await aGate(cell)), isBack: false }),
  },
  {
    path: 'calendar.setWindow',
    may: { any: LEAD },
    input: async ({ world }) => ({
      ...{ inspectionId: (await world.makePlan()).inspectionId, kind: 'REINSPECTION', version: 0 },
      ...{ fromDate: '2027-03-01', untilDate: '2027-09-30', reason: 'Said at the annual conversation.' },
    }),
  },
  { path: 'calendar.getDate', may: { any: PLAN_READERS }, input: onlyId },
  { path: 'calendar.bin', may: { any: LEAD }, input: aboutPlan },
  {
    path: 'calendar.createDate',
    may: { any: LEAD },
    input: (cell) => ({ ...aboutPlan(cell), ...VISIT, idempotencyKey: newId() }),
  },
  {
    path: 'calendar.editDate',
    may: { any: LEAD },
    input: async (cell) => ({ ...(await aDate(cell)), ...VISIT, isFirm: false }),
  },
  {
    path: 'calendar.removeDate',
    may: { any: LEAD },
    input: async (cell) => ({ ...(await aDate(cell)), reason: 'It was called off by Ofsted.' }),
  },
  {
    path: 'calendar.restoreDate',
    may: { any: LEAD },
    input: (cell) => aDate(cell, { deletedAt: new Date('2026-03-01'), deletedReason: 'Called off.' }),
  },
];

export const CALENDAR_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'GET /files/calendar/:planId',
    may: { any: ALL_READERS },
    request: ({ world }) => ({
      params: { planId: world.plan.planId },
      query: { from: '2026-03-01', to: '2026-03-31' },
    }),
  },
];

async function onlyId(cell: Cell) {
  const { planDateId } = await aDate(cell);
  return { planDateId };
}
