import { formatDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { recommendationReference } from '@gt/domain/recommendation';
import { londonDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import type { Written } from './written.ts';

export type ChangedSince = { id: string; reference: string; title: string; sentence: string };

type ActionRow = {
  id: string;
  number: number;
  recommendationNumber: number;
  title: string;
  isChanged: boolean;
  changedBy: string | null;
  changedAt: Date;
  added: string | null;
};

/**
 * What an import wrote and somebody changed since, with who and what: a newer version, or something that hangs on it,
 * such as an update, evidence, a comment or a place on an agenda.
 */
export async function findChangedSince(tx: Tx, scope: Scope, written: Written): Promise<ChangedSince[]> {
  const made = await changedActions(tx, written.actions, true);
  const updated = await changedActions(tx, written.updates, false);
  const actions = [...made, ...updated].map((row) => ({
    id: row.id,
    reference: actionReference(row.recommendationNumber, row.number),
    title: row.title,
    sentence: sentenceOf(row),
  }));
  return [...actions, ...(await changedRecommendations(tx, scope, written))];
}

function sentenceOf({ isChanged, changedBy, changedAt, added }: ActionRow): string {
  const on = formatDate(londonDate(changedAt));
  const change = isChanged ? `Changed by ${changedBy ?? 'somebody'} on ${on}.` : '';
  return [change, added === null ? '' : `It has ${added} now.`].filter(Boolean).join(' ');
}

/** Locks the actions, so that nothing is added to them while they are looked at. */
async function changedActions(
  tx: Tx,
  written: readonly { id: string; version: number }[],
  wasMade: boolean,
): Promise<ActionRow[]> {
  if (written.length === 0) return [];
  const ids = written.map(({ id }) => id);
  const versions = written.map(({ version }) => version);
  await tx.$queryRaw`SELECT 1 AS "locked" FROM "action" WHERE "id" = ANY(${ids}::text[]) ORDER BY "id" FOR UPDATE`;
  const rows = await tx.$queryRaw<ActionRow[]>`
    SELECT a."id", a."number", r."number" AS "recommendationNumber", a."title", a."changedAt",
      (a."version" <> w."version" OR a."deletedAt" IS NOT NULL) AS "isChanged",
      (SELECT u."name" FROM "user" u WHERE u."id" = a."changedById") AS "changedBy",
      CASE WHEN NOT ${wasMade} THEN NULL
        WHEN EXISTS (SELECT 1 FROM "progress_update" c WHERE c."actionId" = a."id") THEN 'a progress update'
        WHEN EXISTS (SELECT 1 FROM "evidence_link" c WHERE c."actionId" = a."id") THEN 'evidence'
        WHEN EXISTS (SELECT 1 FROM "action_comment" c WHERE c."actionId" = a."id") THEN 'a comment'
        WHEN EXISTS (SELECT 1 FROM "milestone" c WHERE c."actionId" = a."id") THEN 'a milestone'
        WHEN EXISTS (SELECT 1 FROM "action_dependency" c WHERE a."id" IN (c."predecessorId", c."successorId"))
          THEN 'something it waits for, or that waits for it'
        WHEN EXISTS (SELECT 1 FROM "due_date_request" c WHERE c."actionId" = a."id") THEN 'a request for another date'
        WHEN EXISTS (SELECT 1 FROM "action_measure" c WHERE c."actionId" = a."id") THEN 'a measure'
        WHEN EXISTS (SELECT 1 FROM "evidence_ask" c WHERE c."actionId" = a."id") THEN 'a request for evidence'
        WHEN EXISTS (SELECT 1 FROM "review_item" c WHERE c."actionId" = a."id") THEN 'a place on the agenda of a review'
        WHEN EXISTS (SELECT 1 FROM "review_decision" c WHERE c."actionId" = a."id") THEN 'a decision'
        WHEN EXISTS (SELECT 1 FROM "also_serves" c WHERE c."actionId" = a."id") THEN 'a further recommendation it answers'
        WHEN EXISTS (SELECT 1 FROM "former_reference" c WHERE c."actionId" = a."id") THEN 'another place in the plan'
      END AS "added"
    FROM unnest(${ids}::text[], ${versions}::int[]) AS w("id", "version")
    JOIN "action" a ON a."id" = w."id" JOIN "recommendation" r ON r."id" = a."recommendationId"
    ORDER BY r."number", a."number"`;
  return rows.filter(({ isChanged, added }) => isChanged || added !== null);
}

/** Recommendations that the import made and that hold more now than it brought, or say something else. */
async function changedRecommendations(tx: Tx, _scope: Scope, written: Written): Promise<ChangedSince[]> {
  if (written.recommendations.length === 0) return [];
  const ids = written.recommendations.map(({ id }) => id);
  const own = written.actions.map(({ id }) => id);
  const rows = await tx.$queryRaw<
    { id: string; number: number; quote: string; added: string | null; version: number }[]
  >`
    SELECT r."id", r."number", r."quote", r."version",
      CASE WHEN EXISTS (SELECT 1 FROM "action" a WHERE a."recommendationId" = r."id" AND a."id" <> ALL(${own}::text[]))
          THEN 'further actions'
        WHEN EXISTS (SELECT 1 FROM "evidence_link" c WHERE c."recommendationId" = r."id") THEN 'evidence'
        WHEN EXISTS (SELECT 1 FROM "measure" c WHERE c."recommendationId" = r."id") THEN 'a measure'
        WHEN EXISTS (SELECT 1 FROM "recommendation_closure" c WHERE c."recommendationId" = r."id") THEN 'a closing'
        WHEN EXISTS (SELECT 1 FROM "evidence_ask" c WHERE c."recommendationId" = r."id") THEN 'a request for evidence'
        WHEN EXISTS (SELECT 1 FROM "also_serves" c WHERE c."recommendationId" = r."id") THEN 'further actions'
        WHEN EXISTS (SELECT 1 FROM "former_reference" c WHERE c."recommendationId" = r."id") THEN 'actions that were moved'
        WHEN EXISTS (SELECT 1 FROM "line_of_enquiry" c WHERE r."id" = ANY(c."recommendationIds")) THEN 'a line of enquiry'
        WHEN EXISTS (SELECT 1 FROM "recommendation_paragraph" c WHERE c."recommendationId" = r."id") THEN 'paragraphs'
      END AS "added"
    FROM "recommendation" r WHERE r."id" = ANY(${ids}::text[]) ORDER BY r."number" FOR UPDATE OF r`;
  const versions = new Map(written.recommendations.map(({ id, version }) => [id, version]));
  return rows
    .filter(({ id, version, added }) => added !== null || version !== versions.get(id))
    .map(({ id, number, quote, added }) => ({
      id,
      reference: recommendationReference(number),
      title: quote.slice(0, 200),
      sentence: added === null ? 'It was changed.' : `It has ${added} now.`,
    }));
}
