import type { Db } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { measureReference } from '@gt/domain/measure';
import type { Scope } from '../../core/scope.ts';
import { reportReference } from '../reports/load-report.ts';

/** How people call the record that a row of the history is about. */
export type Subject = { about: string; actionId: string | null };

const ACTION_SELECT = { id: true, number: true, recommendation: { select: { number: true } } } as const;

/**
 * Names for the records of one page of the history: references and names, never content, so that somebody who does
 * not read plans may see them. One statement for each kind of record that the page holds.
 */
export async function loadSubjects(
  db: Db,
  _scope: Scope,
  rows: readonly { entityType: string; entityId: string }[],
): Promise<Map<string, Subject>> {
  const idsOf = (...types: string[]) => [
    ...new Set(rows.filter((row) => types.includes(row.entityType)).map((row) => row.entityId)),
  ];
  const found = await Promise.all([
    actionSubjects(db, idsOf('ACTION')),
    updateSubjects(db, idsOf('PROGRESS_UPDATE')),
    commentSubjects(db, idsOf('COMMENT')),
    figureSubjects(db, idsOf),
    planSubjects(db, idsOf),
    calendarSubjects(db, idsOf('CLOCK_GATE', 'WINDOW_ASSUMPTION', 'PLAN_DATE')),
    reportSubjects(db, idsOf('REPORT')),
    peopleSubjects(db, idsOf),
  ]);
  return new Map(found.flat());
}

type Found = (readonly [string, Subject])[];
type IdsOf = (...types: string[]) => string[];

const named = (id: string, about: string): readonly [string, Subject] => [id, { about, actionId: null }];

async function actionSubjects(db: Db, ids: string[]): Promise<Found> {
  if (ids.length === 0) return [];
  const rows = await db.action.findMany({ where: { id: { in: ids } }, select: ACTION_SELECT });
  return rows.map((row) => [
    row.id,
    { about: actionReference(row.recommendation.number, row.number), actionId: row.id },
  ]);
}

async function updateSubjects(db: Db, ids: string[]): Promise<Found> {
  if (ids.length === 0) return [];
  const rows = await db.progressUpdate.findMany({
    where: { id: { in: ids } },
    select: { id: true, action: { select: ACTION_SELECT } },
  });
  return rows.map(({ id, action }) => [
    id,
    { about: actionReference(action.recommendation.number, action.number), actionId: action.id },
  ]);
}

async function commentSubjects(db: Db, ids: string[]): Promise<Found> {
  if (ids.length === 0) return [];
  const rows = await db.actionComment.findMany({
    where: { id: { in: ids } },
    select: { id: true, action: { select: ACTION_SELECT } },
  });
  return rows.map(({ id, action }) => [
    id,
    { about: actionReference(action.recommendation.number, action.number), actionId: action.id },
  ]);
}

async function figureSubjects(db: Db, idsOf: IdsOf): Promise<Found> {
  const [comments, files] = await Promise.all([
    db.measureComment.findMany({
      where: { id: { in: idsOf('MEASURE_COMMENT') } },
      select: { id: true, measure: { select: { number: true } } },
    }),
    db.figureImport.findMany({
      where: { id: { in: idsOf('FIGURE_IMPORT') } },
      select: { id: true, fileName: true },
    }),
  ]);
  return [
    ...comments.map((row) => named(row.id, measureReference(row.measure.number))),
    ...files.map((row) => named(row.id, row.fileName)),
  ];
}

async function planSubjects(db: Db, idsOf: IdsOf): Promise<Found> {
  const [plans, recommendations, evidence, files, measures, redactions, snapshots, reviews, rooms] =
    await Promise.all([
      db.plan.findMany({ where: { id: { in: idsOf('PLAN') } }, select: { id: true, name: true } }),
      db.recommendation.findMany({
        where: { id: { in: idsOf('RECOMMENDATION') } },
        select: { id: true, number: true },
      }),
      db.evidence.findMany({ where: { id: { in: idsOf('EVIDENCE') } }, select: { id: true, number: true } }),
      db.evidenceVersion.findMany({
        where: { id: { in: idsOf('EVIDENCE_VERSION') } },
        select: { id: true, number: true, evidence: { select: { number: true } } },
      }),
      db.measure.findMany({ where: { id: { in: idsOf('MEASURE') } }, select: { id: true, number: true } }),
      db.redaction.findMany({
        where: { id: { in: idsOf('REDACTION') } },
        select: { id: true, reference: true },
      }),
      db.snapshot.findMany({ where: { id: { in: idsOf('SNAPSHOT') } }, select: { id: true, number: true } }),
      db.review.findMany({ where: { id: { in: idsOf('REVIEW') } }, select: { id: true, number: true } }),
      db.inspectorRoom.findMany({
        where: { id: { in: idsOf('INSPECTOR_ROOM') } },
        select: { id: true, number: true },
      }),
    ]);
  return [
    ...plans.map((row) => named(row.id, row.name)),
    ...recommendations.map((row) => named(row.id, `R${row.number}`)),
    ...evidence.map((row) => named(row.id, `E${row.number}`)),
    ...files.map((row) => named(row.id, `E${row.evidence.number}, file ${row.number}`)),
    ...measures.map((row) => named(row.id, measureReference(row.number))),
    ...redactions.map((row) => named(row.id, row.reference)),
    ...snapshots.map((row) => named(row.id, `snapshot ${row.number}`)),
    ...reviews.map((row) => named(row.id, `review ${row.number}`)),
    ...rooms.map((row) => named(row.id, `inspector room ${row.number}`)),
  ];
}

/** Gates, windows and dates are called by their plan: what they are called themselves was typed. */
async function calendarSubjects(db: Db, ids: string[]): Promise<Found> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT x."id", p."name" FROM (
      SELECT g."id", c."planId" FROM "clock_gate" g JOIN "statutory_clock" c ON c."id" = g."clockId"
      UNION ALL SELECT w."id", w."planId" FROM "window_assumption" w
      UNION ALL SELECT d."id", d."planId" FROM "plan_date" d
    ) x JOIN "plan" p ON p."id" = x."planId" WHERE x."id" = ANY(${ids}::text[])`;
  return rows.map((row) => named(row.id, row.name));
}

async function reportSubjects(db: Db, ids: string[]): Promise<Found> {
  if (ids.length === 0) return [];
  const rows = await db.report.findMany({
    where: { id: { in: ids } },
    select: { id: true, kind: true, number: true, versionNumber: true, edition: true },
  });
  return rows.map((row) => named(row.id, reportReference(row)));
}

async function peopleSubjects(db: Db, idsOf: IdsOf): Promise<Found> {
  const [users, invitations, teams, posts, links] = await Promise.all([
    db.user.findMany({ where: { id: { in: idsOf('USER') } }, select: { id: true, name: true } }),
    db.invitation.findMany({ where: { id: { in: idsOf('INVITATION') } }, select: { id: true, name: true } }),
    db.team.findMany({ where: { id: { in: idsOf('TEAM') } }, select: { id: true, name: true } }),
    db.post.findMany({ where: { id: { in: idsOf('POST') } }, select: { id: true, title: true } }),
    agenciesOfLinks(db, idsOf('UPDATE_LINK')),
  ]);
  return [
    ...users.map((row) => named(row.id, row.name)),
    ...invitations.map((row) => named(row.id, row.name)),
    ...teams.map((row) => named(row.id, row.name)),
    ...posts.map((row) => named(row.id, row.title)),
    ...links.map((row) => named(row.id, row.name)),
  ];
}

/** A link is called by the agency that it is for: whom it was sent to is removed some time after it ends. */
function agenciesOfLinks(db: Db, ids: string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.$queryRaw`
    SELECT l."id", t."name" FROM "update_link" l JOIN "team" t ON t."id" = l."teamId"
    WHERE l."id" = ANY(${ids}::text[])`;
}
