import type { SnapshotAction, SnapshotContent } from '@gt/contracts/words';
import { sql, type Tx } from '@gt/db';
import type { MinutesDecision, MinutesFacts, MinutesItem, MinutesStanding } from '@gt/domain/report';
import { londonTime, toIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import type { LoadedItem } from './load-agenda.ts';
import { headOf, type RawHead } from './review-head.ts';
import { scopeWords } from './review-rows.ts';

type Frozen = { row: RawHead; items: readonly LoadedItem[]; content: SnapshotContent; nextId: string | null };

/** Everything the minutes of a review that is being frozen say. The caller has shown that the person may freeze it. */
export async function loadMinutesFacts(tx: Tx, scope: Scope, frozen: Frozen): Promise<MinutesFacts> {
  const { row, items, content, nextId } = frozen;
  const head = await headOf(tx, scope, row);
  const decisions = head.decisionsMade.map(
    (decision, index): MinutesDecision & { actionId: string | null } => ({
      number: index + 1,
      text: decision.text,
      owner: decision.ownerPost?.title ?? '',
      dueDate: decision.dueDate,
      actionId: decision.actionId,
    }),
  );
  const whys = await loadWhys(tx, row);
  const onAgenda = new Set(items.map(({ item }) => item.actionId));
  const ofAction = (id: string | null) =>
    decisions.filter(({ actionId }) => actionId !== null && actionId === id);
  return {
    planId: row.planId,
    reviewId: row.id,
    snapshotId: row.snapshotId,
    plan: content.plan,
    review: {
      number: row.number,
      meeting: row.meeting,
      of: scopeWords(row),
      heldOn: row.heldOn,
      movedFrom: row.movedFrom,
      chair: row.chair?.name ?? '',
      begun: row.openedAt && londonTime(row.openedAt),
      ended: londonTime(scope.now),
      summary: row.summary,
    },
    attendance: head.attendances.map(({ name, attendance, isChair }) => ({ name, attendance, isChair })),
    carried: await loadCarried(tx, row.id),
    items: items
      .filter(({ item }) => item.decisionId === null)
      .map((loaded) =>
        itemOf(loaded, whys.get(loaded.item.actionId ?? '') ?? [], ofAction(loaded.item.actionId)),
      ),
    decisions: decisions.filter(({ actionId }) => actionId === null || !onAgenda.has(actionId)),
    newActions: head.actionsArising.map(({ reference, title, owner, dueDate }) => ({
      reference,
      title,
      owner,
      dueDate,
    })),
    next: await loadNext(tx, nextId),
    corrections: [],
  };
}

function itemOf(
  { item, raw, frozen }: LoadedItem,
  whys: readonly string[],
  decisions: readonly MinutesDecision[],
): MinutesItem {
  return {
    reference: item.reference,
    title: item.title,
    owner: item.owner,
    section: item.section,
    state: item.state,
    before: raw.before && standingOf(raw.before),
    now: frozen ? standingOf(frozen) : null,
    // The note that was taken for the reason is said once.
    why: whys.filter((why) => why !== '' && !item.note.startsWith(why.replace(/…$/, ''))).join(' '),
    note: item.note,
    decisions,
    newActions: [],
  };
}

function standingOf({
  rag,
  status,
  dueDate,
}: Pick<SnapshotAction, 'rag' | 'status' | 'dueDate'>): MinutesStanding {
  return { rag, status, dueDate };
}

/** Reasons given since the review was opened, by action: for a new colour, and for the newest move of its date. */
async function loadWhys(tx: Tx, { id, openedAt }: RawHead): Promise<ReadonlyMap<string, string[]>> {
  if (openedAt === null) return new Map();
  const rows = await tx.$queryRaw<{ id: string; colour: string | null; date: string | null }[]>`
    SELECT a."id", CASE WHEN a."ragDeclaredAt" >= ${openedAt} THEN a."ragReason" END AS "colour",
      (SELECT d."reason" FROM "date_revision" d
        WHERE d."actionId" = a."id" AND d."changedAt" >= ${openedAt} AND d."fromDate" IS NOT NULL
          AND d."takenBackAt" IS NULL
        ORDER BY d."changedAt" DESC, d."id" DESC LIMIT 1) AS "date"
    FROM "review_item" i JOIN "action" a ON a."id" = i."actionId"
    WHERE i."reviewId" = ${id} AND a."changedAt" >= ${openedAt}`;
  return new Map(rows.map((row) => [row.id, [row.colour ?? '', row.date ?? '']]));
}

/** Decisions of earlier reviews that were on the agenda, as this meeting left them. */
function loadCarried(tx: Tx, reviewId: string): Promise<MinutesFacts['carried'][number][]> {
  return tx.$queryRaw(sql`
    SELECT concat('Review ', dr."number", ', decision ', d."number") AS "reference", d."text",
      COALESCE(p."title", '') AS "owner", d."dueDate"::text, d."state"::text,
      concat_ws(' ', NULLIF(d."settledNote", ''), NULLIF(i."note", '')) AS "note"
    FROM "review_item" i JOIN "review_decision" d ON d."id" = i."decisionId"
    JOIN "review" dr ON dr."id" = d."reviewId"
    LEFT JOIN "post" p ON p."id" = d."ownerPostId"
    WHERE i."reviewId" = ${reviewId}
    ORDER BY i."position"`);
}

async function loadNext(tx: Tx, nextId: string | null): Promise<MinutesFacts['next']> {
  if (nextId === null) return null;
  const next = await tx.review.findUniqueOrThrow({
    where: { id: nextId },
    select: { heldOn: true, startTime: true },
  });
  return { heldOn: toIsoDate(next.heldOn), startTime: next.startTime };
}
