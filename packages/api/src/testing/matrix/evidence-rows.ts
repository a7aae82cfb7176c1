import { Readable } from 'node:stream';
import { newId } from '../../core/new-id.ts';
import type { Cell, FileRow, ProcedureRow, RowRules } from './matrix-row.ts';
import type { On } from './on.ts';
import {
  ADMINISTRATOR,
  ALL_READERS,
  EVERYBODY,
  LEAD,
  LEAD_AND_MANAGER,
  NOBODY,
  PLAN_READERS,
  WORKERS,
} from './who.ts';

const REASON = 'The minutes are of the wrong panel.';

const reading: RowRules['may'] = {
  own: ALL_READERS,
  team: PLAN_READERS,
  supported: ALL_READERS,
  other: PLAN_READERS,
};
const working: RowRules['may'] = { own: WORKERS, team: LEAD_AND_MANAGER, supported: WORKERS, other: LEAD };
/** What is said about it: whoever uploaded it ("mine"), a manager of the action's team, the programme lead. */
const editing: RowRules['may'] = {
  own: LEAD_AND_MANAGER,
  team: LEAD_AND_MANAGER,
  supported: LEAD,
  other: LEAD,
  mine: WORKERS,
};

/** On "mine" the person who asks has uploaded it to their own action. */
async function anItem({ world, on, person }: Cell) {
  const kind: On = on === 'mine' || on === 'away' ? 'own' : on;
  return world.evidence(kind, on === 'mine' ? { uploadedBy: person } : {});
}

const aboutItem =
  (more: object = {}) =>
  async (cell: Cell) => {
    const { evidenceId, version } = await anItem(cell);
    return { evidenceId, version, ...more };
  };

const facts = {
  title: 'Panel minutes, March',
  kind: 'MINUTES',
  shows: 'Which families were approved, and when.',
  showsImpact: false,
  periodFrom: null,
  periodTo: null,
  source: 'Panel',
  sensitivity: 'OFFICIAL',
};

/** "away" links an own item to an action of somebody else. */
async function aNewLink(cell: Cell) {
  const { evidenceId, version } = await anItem(cell);
  const target = await cell.world.action(cell.on === 'away' ? 'other' : cell.on);
  return { evidenceId, version, actionIds: [target.id], recommendationIds: [] };
}

/** Linked to two actions of the kind, so that one link may go. */
async function anOldLink(cell: Cell) {
  const { world } = cell;
  const { evidenceId, version, actionId, recommendationId } = await anItem(cell);
  const second = await world.action(cell.on);
  await world.db.evidenceLink.create({
    data: { evidenceId, actionId: second.id, recommendationId, linkedById: world.people.lead.userId },
    select: { id: true },
  });
  return { evidenceId, version, actionId, recommendationId };
}

async function aHigherLimit({ world }: Cell) {
  const { uploadMaxBytes } = await world.db.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { uploadMaxBytes: true },
  });
  return { was: Number(uploadMaxBytes), uploadMaxBytes: Number(uploadMaxBytes) + 1024 * 1024 };
}

const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });

export const EVIDENCE_ROWS: readonly ProcedureRow[] = [
  { path: 'evidence.list', may: { any: ALL_READERS }, input: aboutPlan },
  { path: 'evidence.get', may: reading, input: aboutItem() },
  {
    path: 'evidence.byReference',
    may: reading,
    input: async (cell) => ({
      planId: cell.world.plan.planId,
      reference: `E${(await anItem(cell)).number}`,
    }),
  },
  { path: 'evidence.waiting', may: { any: ['lead', 'verifier'] }, input: aboutPlan },
  { path: 'evidence.limits', may: { any: EVERYBODY }, input: () => undefined },
  { path: 'evidence.edit', may: editing, input: aboutItem(facts) },
  { path: 'evidence.link', may: { ...working, away: LEAD }, input: aNewLink },
  { path: 'evidence.unlink', may: working, input: anOldLink },
  {
    path: 'evidence.check',
    may: { own: ['lead', 'verifier'], other: ['lead', 'verifier'], mine: NOBODY },
    input: aboutItem({ versionNumber: 1, decision: 'ACCEPTED' }),
  },
  { path: 'evidence.withdraw', may: editing, input: aboutItem({ reason: REASON }) },
  { path: 'evidence.setUploadLimit', may: { any: ADMINISTRATOR }, input: aHigherLimit },
];

/** Linking straight to a recommendation speaks for the whole of it. */
export const EVIDENCE_TO_RECOMMENDATION: ProcedureRow = {
  path: 'evidence.link',
  may: { own: LEAD, other: LEAD },
  input: async (cell) => ({
    ...(await aboutItem()(cell)),
    actionIds: [],
    recommendationIds: [cell.world.plan.recommendationIds[1]],
  }),
};

const text = () => Readable.from([Buffer.from(`Minutes of the panel ${newId()}`)]);

export const EVIDENCE_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'POST /files/evidence',
    may: working,
    request: async ({ world, on }) => {
      const actionIds = [(await world.action(on)).id];
      const details = { ...facts, planId: world.plan.planId, actionIds };
      const headers = {
        'x-evidence': encodeURIComponent(JSON.stringify(details)),
        'x-file-name': 'minutes.txt',
        'x-idempotency-key': newId(),
      };
      return { headers, body: text() };
    },
  },
  {
    path: 'POST /files/evidence/:evidenceId/versions',
    may: { ...working, mine: WORKERS },
    request: async (cell) => {
      const { evidenceId, version } = await anItem(cell);
      const headers = {
        'x-version': String(version),
        'x-file-name': 'minutes.txt',
        'x-idempotency-key': newId(),
      };
      return { params: { evidenceId }, headers, body: text() };
    },
  },
  {
    path: 'GET /files/evidence-versions/:versionId',
    may: {
      own: ['lead', 'manager', 'contributor', 'partner', 'verifier'],
      team: ['lead', 'manager', 'contributor', 'verifier'],
      supported: ['lead', 'manager', 'contributor', 'partner', 'verifier'],
      other: ['lead', 'manager', 'contributor', 'verifier'],
    },
    request: async (cell) => ({ params: { versionId: (await anItem(cell)).versionId } }),
  },
];
