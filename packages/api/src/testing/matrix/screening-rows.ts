import { newId } from '../../core/new-id.ts';
import { sha256OfWords } from '../../features/screening/typed-texts.ts';
import { TODAY } from '../harness.ts';
import type { Cell, ProcedureRow, RowRules } from './matrix-row.ts';
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

/** Whoever may replace the file: of their own actions, and who uploaded it ("mine"). */
const replacing: RowRules['may'] = {
  own: WORKERS,
  team: LEAD_AND_MANAGER,
  supported: WORKERS,
  other: LEAD,
  mine: WORKERS,
};

/** An item in whose file something was found. On "mine" the person who asks has uploaded it. */
async function aFinding({ world, on, person }: Cell, answer: 'NONE' | 'JUSTIFIED' = 'NONE') {
  const kind: On = on === 'mine' ? 'own' : on;
  const item = await world.evidence(kind, on === 'mine' ? { uploadedBy: person } : {});
  const { version } = await world.db.evidenceScreening.create({
    data: {
      versionId: item.versionId,
      rules: 1,
      outcome: 'FOUND',
      findings: [],
      total: 1,
      likely: 1,
      answer,
    },
    select: { version: true },
  });
  return { evidenceId: item.evidenceId, versionId: item.versionId, version };
}

/** An update in which somebody is named. On "mine" the person who asks wrote it. */
async function aNamedUpdate({ world, on, person }: Cell) {
  const { id: actionId } = await world.action(on === 'mine' ? 'own' : on);
  const entityId = await world.update(actionId, on === 'mine' ? person : world.people.otherManager);
  const words = 'NHS number 943 476 5919.';
  await world.db.progressUpdate.update({
    where: { id: entityId },
    data: { whatHappened: words },
    select: { id: true },
  });
  return {
    ...{ planId: world.plan.planId, entity: 'PROGRESS_UPDATE', entityId, field: 'whatHappened' },
    ...{ sha256: sha256OfWords(words), reason: WHY, idempotencyKey: newId() },
  };
}

const WHY = 'The number is printed on every leaflet as an example.';
let shapes = 0;

export const SCREENING_ROWS: readonly ProcedureRow[] = [
  {
    path: 'screening.of',
    may: { own: ALL_READERS, team: PLAN_READERS, supported: ALL_READERS, other: PLAN_READERS },
    input: async (cell) => ({ evidenceId: (await aFinding(cell)).evidenceId }),
  },
  {
    path: 'screening.open',
    may: { any: ALL_READERS },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  {
    path: 'screening.ofReview',
    may: { any: PLAN_READERS },
    input: async ({ world }) => {
      const { planId } = await world.makePlan();
      const { id } = await world.db.review.create({
        data: { planId, number: 1, heldOn: new Date(TODAY), summary: 'DOB 12/03/2015' },
        select: { id: true },
      });
      return { reviewId: id };
    },
  },
  {
    path: 'screening.justify',
    may: replacing,
    input: async (cell) => {
      const { versionId, version } = await aFinding(cell);
      return { versionId, version, justification: WHY };
    },
  },
  {
    path: 'screening.decide',
    may: { own: ['lead', 'verifier'], other: ['lead', 'verifier'], mine: NOBODY },
    input: async (cell) => {
      const { versionId, version } = await aFinding(cell, 'JUSTIFIED');
      return { versionId, version, decision: 'ALLOWED' };
    },
  },
  {
    path: 'screening.again',
    may: replacing,
    input: async (cell) => ({ versionId: (await aFinding(cell)).versionId }),
  },
  {
    path: 'screening.texts',
    may: { any: PLAN_READERS },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  {
    path: 'screening.allowText',
    may: { own: ['lead', 'verifier'], other: ['lead', 'verifier'], mine: NOBODY },
    input: (cell) => aNamedUpdate(cell),
  },
  {
    path: 'screening.takeBackText',
    may: { any: ['lead', 'verifier'] },
    input: async ({ world }) => {
      const { id, version } = await world.db.textAllowance.create({
        data: {
          ...{ planId: world.plan.planId, entity: 'ACTION', entityId: newId(), field: 'detail' },
          ...{ sha256: '0'.repeat(64), reason: WHY, allowedById: world.people.verifier.userId },
        },
        select: { id: true, version: true },
      });
      return { allowanceId: id, version };
    },
  },
  { path: 'screening.settings', may: { any: EVERYBODY }, input: () => undefined },
  {
    path: 'screening.setSettings',
    may: { any: ADMINISTRATOR },
    input: async ({ world }) => {
      const was = await world.db.installation.findUniqueOrThrow({
        where: { id: 1 },
        select: { officePostcodes: true, caseNumberShape: true },
      });
      shapes += 1;
      return { officePostcodes: ['B1 1AA'], caseNumberShape: `CS${shapes}-#######`, was };
    },
  },
];
