import type { PackContent } from '@gt/contracts/words';
import { type Db, inTransaction, type Tx } from '@gt/db';
import { plansPrinted } from '../../core/plans-that-print.ts';
import type { Scope } from '../../core/scope.ts';
import { CLOCK_SELECT, clockOf } from '../inspections/clock-of.ts';
import { INSPECTION_SELECT, inspectionOf } from '../inspections/inspection-of.ts';
import { readMarks } from '../lineage/read-raised-before.ts';
import { type ActionTexts, loadActionTexts } from './action-texts.ts';
import { loadFigures } from './load-figures.ts';
import { loadClosings, signOffsOf } from './load-sign-offs.ts';
import { packContentOf } from './pack-content-of.ts';
import { loadPackFacts, type PackFacts } from './pack-facts.ts';
import { loadPeople } from './pack-people.ts';
import type { PackRequest } from './pack-sources.ts';

/** Longest time the snapshot may take, in milliseconds: a large plan on a busy machine. */
const SNAPSHOT_TIMEOUT = 120_000;

/**
 * Everything a pack says, as the database stands at one moment, and how many things had been destroyed by then: a
 * pack is stale as soon as that number grows. Throws NOT_FOUND.
 */
export function loadPackContent(
  db: Db,
  scope: Scope,
  request: PackRequest,
): Promise<{ content: PackContent; destroyed: number }> {
  const options = { isolation: 'RepeatableRead', timeoutMs: SNAPSHOT_TIMEOUT } as const;
  return inTransaction(
    db,
    async (tx) => {
      // The first statement fixes the moment that all the others see.
      const destroyed = await countDestroyed(tx, request.planId);
      const facts = await loadPackFacts(tx, scope, request);
      const ids = facts.recommendations.map(({ id }) => id);
      const texts = await loadActionTexts(tx, scope, ids);
      const closings = await loadClosings(tx, scope, ids);
      const people = await loadPeople(tx, userIdsOf(facts, texts, closings), request.audience);
      const measureIds = [...facts.measuresOf.values()].flat().map(({ id }) => id);
      const content = packContentOf({
        request,
        facts,
        texts,
        inspection: await loadInspection(tx, facts),
        clocks: await loadClocks(tx, scope, request.planId),
        people,
        figures: await loadFigures(tx, scope, { measureIds, cutOff: request.cutOff }),
        signOffs: signOffsOf(closings, people),
        raisedBefore: await loadRaisedBefore(tx, scope, request.planId),
        scope,
      });
      return { content, destroyed };
    },
    options,
  );
}

async function loadRaisedBefore(tx: Tx, scope: Scope, planId: string): Promise<Map<string, string>> {
  const marks = await readMarks(tx, scope, planId);
  return new Map(marks.map(({ recommendationId, words }) => [recommendationId, words]));
}

/** How many things of a plan, and of those its packs print from, two people have destroyed. */
export async function countDestroyed(tx: Tx, planId: string): Promise<number> {
  return tx.redaction.count({ where: { planId: { in: await plansPrinted(tx, planId) }, state: 'DONE' } });
}

/** The inspection that the recommendations come from; a plan without one has none. */
async function loadInspection(tx: Tx, facts: PackFacts) {
  const id = facts.recommendations.find(({ inspectionId }) => inspectionId !== null)?.inspectionId;
  const row = await tx.inspection.findFirst({
    where: id ? { id } : { planId: facts.plan.id },
    orderBy: { createdAt: 'desc' },
    select: INSPECTION_SELECT,
  });
  return row && inspectionOf(row);
}

async function loadClocks(tx: Tx, scope: Scope, planId: string) {
  const rows = await tx.statutoryClock.findMany({
    where: { planId },
    orderBy: { dueDate: 'asc' },
    select: CLOCK_SELECT,
  });
  return rows.map((row) => clockOf(row, scope.today));
}

/** Everybody a pack mentions. */
function userIdsOf(
  { evidence }: PackFacts,
  texts: ReadonlyMap<string, ActionTexts>,
  closings: readonly { closedById: string }[],
): string[] {
  const ofTexts = [...texts.values()].flatMap(({ updates, dateRevisions }) => [
    ...updates.flatMap(({ authorId, onBehalfOfId }) => [authorId, onBehalfOfId]),
    ...dateRevisions.flatMap(({ changedById, agreedById }) => [changedById, agreedById]),
  ]);
  const ofEvidence = evidence.flatMap(({ check, file }) => [check?.checkedById, file?.uploadedById]);
  const all = [...ofTexts, ...ofEvidence, ...closings.map(({ closedById }) => closedById)];
  return [...new Set(all.filter((id): id is string => typeof id === 'string'))];
}
