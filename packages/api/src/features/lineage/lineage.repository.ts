import type {
  LineageHistoryOut,
  LineageInspection,
  LineageItemOut,
  LineageOut,
  WhatWasDone,
} from '@gt/contracts/schemas';
import type { DeliveryStatus } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { chainOf, isEarlier, saidAgainOf, suggestLineage } from '@gt/domain/lineage';
import { londonDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { concernsOf, likenessIn } from './likeness-in.ts';
import { type History, keyOf, loadHistory } from './load-history.ts';

const NOTHING_DONE: WhatWasDone = { actions: [], closings: [] };

/** The whole history with what is suggested for the recommendations of this plan. Four statements. Throws NOT_FOUND. */
export async function getHistory(db: Db, scope: Scope, planId: string): Promise<LineageHistoryOut> {
  const { authorityKeys: _keys, ...history } = await loadHistory(db, scope, { planId });
  const mine = history.items.filter((item) => item.source === 'PLAN' && item.planId === planId);
  return { ...history, suggestions: suggestionsFor(history, mine) };
}

/** One recommendation in the history of its authority. Six statements, however long it is. Throws NOT_FOUND. */
export async function getLineage(db: Db, scope: Scope, recommendationId: string): Promise<LineageOut> {
  const history = await loadHistory(db, scope, { recommendationId });
  const key = keyOf('PLAN', recommendationId);
  const item = history.items.find((one) => one.key === key);
  // Of a plan without an inspection nothing has a place in time.
  if (!item) return { ...NOTHING, recommendationId, planId: history.planId };
  const confirmed = history.links.filter(({ state }) => state === 'CONFIRMED');
  const chain = chainOf(key, confirmed).flatMap((link) => withItem(history, link.key, link));
  const done = await loadDone(db, chain);
  const liken = likenessIn(history);
  const decided = history.links.filter(({ laterKey }) => laterKey === key);
  const earlier = earlierThan(history, item);
  return {
    recommendationId,
    planId: history.planId,
    quote: item.quote,
    raisedBefore: chain.toSorted(inTime).map(({ throughKey, ...before }) => ({
      ...before,
      likeness: liken(item, before.item),
      link: decided.find((link) => link.earlierKey === before.item.key && link.state === 'CONFIRMED') ?? null,
      through: throughKey === null ? null : placeOf(history, throughKey),
      done: before.item.source === 'PLAN' ? (done.get(before.item.id) ?? NOTHING_DONE) : null,
    })),
    saidAgain: saidAgainOf(key, confirmed)
      .flatMap((link) => withItem(history, link.key, {}))
      .toSorted(inTime),
    suggestions: suggestionsFor(history, [item]).flatMap(({ laterKey: _later, earlierKey, ...likeness }) =>
      withItem(history, earlierKey, { likeness }),
    ),
    dismissed: decided
      .filter(({ state }) => state === 'DISMISSED')
      .flatMap((link) => withItem(history, link.earlierKey, { link })),
    others: earlier
      .filter((one) => !decided.some(({ earlierKey }) => earlierKey === one.key))
      .map(({ source, id, reference, quote, inspectionKey }) => ({
        source,
        id,
        reference,
        quote,
        inspection: inspectionWords(history.inspections.find((of) => of.key === inspectionKey)),
      })),
    earlierInspections: new Set(earlier.map(({ inspectionKey }) => inspectionKey)).size,
  };
}

const NOTHING = {
  quote: '',
  raisedBefore: [],
  saidAgain: [],
  suggestions: [],
  dismissed: [],
  others: [],
  earlierInspections: 0,
};

/** The report of an inspection kept as history. Throws NOT_FOUND. */
export async function findEarlierReport(db: Db, _scope: Scope, earlierInspectionId: string) {
  const row = await db.earlierInspection.findFirst({
    where: { id: earlierInspectionId, deletedAt: null, redactedAt: null },
    select: { reportFileName: true, reportSha256: true },
  });
  if (!row?.reportFileName || !row.reportSha256) throw notFound('report');
  return { fileName: row.reportFileName, sha256: row.reportSha256, mediaType: 'application/pdf' };
}

/** Items of inspections that ended before this one's, newest inspection first; destroyed words are no words. */
function earlierThan(
  history: Pick<History, 'inspections' | 'items'>,
  item: LineageItemOut,
): LineageItemOut[] {
  const on = new Map(history.inspections.map((inspection) => [inspection.key, inspection.on]));
  const own = on.get(item.inspectionKey) ?? null;
  const order = history.inspections.map(({ key }) => key);
  return history.items
    .filter((one) => one.redactedAt === null && isEarlier(on.get(one.inspectionKey) ?? null, own))
    .toSorted(
      (a, b) => order.indexOf(b.inspectionKey) - order.indexOf(a.inspectionKey) || a.number - b.number,
    );
}

/** What may be repeated, of all that nothing was decided on yet. */
function suggestionsFor(
  history: Pick<History, 'inspections' | 'items' | 'links'>,
  items: readonly LineageItemOut[],
) {
  const concerns = concernsOf(history.items);
  const concernsFor = (of: readonly LineageItemOut[]) => of.flatMap(({ key }) => concerns.get(key) ?? []);
  const decided = new Set(history.links.map(({ laterKey, earlierKey }) => `${laterKey} ${earlierKey}`));
  const openFor = (key: string) => {
    const item = items.find((one) => one.key === key);
    const earlier = item && item.redactedAt === null ? earlierThan(history, item) : [];
    return concernsFor(earlier.filter((one) => !decided.has(`${key} ${one.key}`)));
  };
  return suggestLineage(concernsFor(items), ({ key }) => openFor(key), [...concerns.values()]);
}

type Placed = { item: LineageItemOut; inspection: LineageInspection };

function withItem<T extends object>(history: History, key: string, more: T): (Placed & T)[] {
  const item = history.items.find((one) => one.key === key);
  const inspection = history.inspections.find((one) => one.key === item?.inspectionKey);
  return item && inspection ? [{ item, inspection, ...more }] : [];
}

function inTime(a: Placed, b: Placed): number {
  return a.inspection.on < b.inspection.on
    ? -1
    : Number(a.inspection.on > b.inspection.on) || a.item.number - b.item.number;
}

function placeOf(history: History, key: string): string {
  const [placed] = withItem(history, key, {});
  return placed ? `${placed.item.reference} of ${placed.inspection.on.slice(0, 4)}` : '';
}

function inspectionWords(inspection: LineageInspection | undefined): string {
  return inspection ? `${inspection.authority}, ${inspection.dateText || inspection.on.slice(0, 4)}` : '';
}

type RawDone = {
  recommendationId: string;
  actionId: string | null;
  recommendationNumber: number;
  number: number;
  title: string;
  status: DeliveryStatus;
};

/** How the actions of recommendations ended, and when these were closed and opened again. Two statements. */
async function loadDone(db: Db, chain: readonly Placed[]): Promise<Map<string, WhatWasDone>> {
  const ids = chain.filter(({ item }) => item.source === 'PLAN').map(({ item }) => item.id);
  const [actions, closings] = await Promise.all([
    db.$queryRaw<RawDone[]>`
      SELECT a."recommendationId", a."id" AS "actionId", r."number" AS "recommendationNumber", a."number", a."title",
        a."status"::text AS "status"
      FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
      WHERE a."recommendationId" = ANY(${ids}::text[]) AND a."deletedAt" IS NULL ORDER BY a."number"`,
    db.recommendationClosure.findMany({
      where: { recommendationId: { in: ids } },
      select: { recommendationId: true, closedAt: true, reopenedAt: true, reopenedReason: true },
      orderBy: { closedAt: 'asc' },
    }),
  ]);
  return new Map(
    ids.map((id) => [
      id,
      {
        actions: actions
          .filter(({ recommendationId }) => recommendationId === id)
          .map(({ actionId, recommendationNumber, number, title, status }) => ({
            id: actionId ?? '',
            reference: actionReference(recommendationNumber, number),
            title,
            status,
          })),
        closings: closings
          .filter(({ recommendationId }) => recommendationId === id)
          .map(({ closedAt, reopenedAt, reopenedReason }) => ({
            closedOn: londonDate(closedAt),
            reopenedOn: reopenedAt && londonDate(reopenedAt),
            reopenedReason,
          })),
      },
    ]),
  );
}
