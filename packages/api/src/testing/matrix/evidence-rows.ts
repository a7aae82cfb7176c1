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

/** Opening the bytes: not for viewers, and of the administrator's no evidence at all. */
const opening: RowRules['may'] = {
  own: ['lead', 'manager', 'contributor', 'partner', 'verifier'],
  team: ['lead', 'manager', 'contributor', 'verifier'],
  supported: ['lead', 'manager', 'contributor', 'partner', 'verifier'],
  other: ['lead', 'manager', 'contributor', 'verifier'],
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

/** Its one version is the words of a note. */
async function aNote(cell: Cell) {
  const item = await anItem(cell);
  await cell.world.db.evidence.update({
    where: { id: item.evidenceId },
    data: { form: 'NOTE' },
    select: { id: true },
  });
  return item;
}

async function aNewNote({ world, on }: Cell) {
  const actionIds = [(await world.action(on)).id];
  const words = { form: 'NOTE', content: `The panel met: ${newId()}`, idempotencyKey: newId() };
  return { ...facts, ...words, planId: world.plan.planId, actionIds, recommendationIds: [] };
}

async function anOpenQuestion(cell: Cell) {
  const { evidenceId } = await anItem(cell);
  const question = await cell.world.db.evidenceQuestion.create({
    data: { evidenceId, text: 'Who took the minutes?', askedById: cell.world.people.verifier.userId },
    select: { id: true, version: true },
  });
  return { questionId: question.id, version: question.version, answer: 'The panel adviser.' };
}

/** There is something to draw from. */
async function aDraw({ world }: Cell) {
  await world.evidence('own', { state: 'ACCEPTED' });
  return { planId: world.plan.planId, size: 1, idempotencyKey: newId() };
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
  {
    path: 'evidence.content',
    may: opening,
    input: async (cell) => ({ versionId: (await aNote(cell)).versionId }),
  },
  {
    path: 'evidence.preview',
    may: opening,
    // Too large to be shown: who may is decided before that, and no reading process is started for each cell.
    input: async (cell) => {
      const { versionId } = await anItem(cell);
      const data = { size: 1024n ** 4n };
      await cell.world.db.evidenceVersion.update({ where: { id: versionId }, data, select: { id: true } });
      return { versionId };
    },
  },
  { path: 'evidence.write', may: working, input: aNewNote },
  {
    path: 'evidence.rewrite',
    may: { ...working, mine: WORKERS },
    input: async (cell) => {
      const { evidenceId, version } = await aNote(cell);
      return { evidenceId, version, content: 'Other words of the panel.', idempotencyKey: newId() };
    },
  },
  {
    path: 'evidence.ask',
    may: { own: ['lead', 'verifier'], other: ['lead', 'verifier'], mine: NOBODY },
    input: async (cell) => ({
      evidenceId: (await anItem(cell)).evidenceId,
      text: 'Who took the minutes?',
      idempotencyKey: newId(),
    }),
  },
  { path: 'evidence.answer', may: { ...working, mine: WORKERS }, input: anOpenQuestion },
  { path: 'evidence.sample', may: { any: ['lead', 'verifier'] }, input: aboutPlan },
  { path: 'evidence.drawSample', may: { any: ['lead', 'verifier'] }, input: aDraw },
  {
    path: 'evidence.checkSample',
    may: { own: ['lead', 'verifier'], other: ['lead', 'verifier'], mine: NOBODY },
    input: async (cell) => {
      const kind: On = cell.on === 'mine' ? 'own' : cell.on;
      const more = cell.on === 'mine' ? { uploadedBy: cell.person } : {};
      const { evidenceId, version } = await cell.world.evidence(kind, { ...more, state: 'ACCEPTED' });
      return { evidenceId, version, versionNumber: 1, decision: 'ACCEPTED' };
    },
  },
  {
    path: 'evidence.supersede',
    may: editing,
    input: async (cell) => {
      const { evidenceId, version } = await anItem(cell);
      const own: On = cell.on === 'mine' ? 'own' : cell.on;
      return { evidenceId, version, byId: (await cell.world.evidence(own)).evidenceId };
    },
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

/** The smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

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
    may: opening,
    request: async (cell) => ({ params: { versionId: (await anItem(cell)).versionId } }),
  },
  {
    path: 'GET /files/evidence-previews/:versionId/pages/:page',
    // The same rule as opening; each allowed cell starts a reading process, so two kinds of record are enough.
    may: { own: opening.own, other: opening.other },
    request: async (cell) => {
      const { versionId } = await anItem(cell);
      const { sha256, size } = await cell.world.stored(PICTURE);
      const of = { mediaType: 'image/png', fileName: 'Panel.png', sha256, size: BigInt(size) };
      await cell.world.db.evidenceVersion.update({
        where: { id: versionId },
        data: of,
        select: { id: true },
      });
      return { params: { versionId, page: '1' } };
    },
  },
];
