import type { SnapshotContent } from '@gt/contracts/words';
import { type Db, sql } from '@gt/db';
import type { Scope } from '../../core/scope.ts';
import { type ActionFacts, actionFactsSql } from '../recommendations/load-facts.ts';
import { rateAction } from '../recommendations/rate-action.ts';

/** What the page says of an action that it names. */
export type ActionName = {
  title: string;
  ragReason: string;
  /** The parts of the rule that fired, worst first, and the first of them or why there is none. */
  reasons: readonly string[];
  calculatedSentence: string;
};
export type ActionNames = ReadonlyMap<string, ActionName>;

/** The few actions of a plan that its position names: one statement. */
export async function nameActions(
  db: Db,
  scope: Scope,
  planId: string,
  actionIds: readonly string[],
): Promise<ActionNames> {
  if (actionIds.length === 0) return new Map();
  const rows = await db.$queryRaw<(ActionFacts & { ragReason: string })[]>(sql`
    SELECT x.*, y."ragReason" FROM (${actionFactsSql(scope, { planId, actionIds })}) x
    JOIN "action" y ON y."id" = x."id"`);
  return new Map(
    rows.map((facts) => {
      const { reasons, sentence } = rateAction(facts, scope.today).calculated;
      const said = { reasons: reasons.map((reason) => reason.sentence), calculatedSentence: sentence };
      return [facts.id, { title: facts.title, ragReason: facts.ragReason, ...said }];
    }),
  );
}

/** The same of a snapshot, in the words that it kept. */
export function namesInSnapshot(content: SnapshotContent): ActionNames {
  return new Map(
    content.actions.map(({ id, title, ragReason, calculatedReasons: reasons }) => [
      id,
      { title, ragReason, reasons, calculatedSentence: reasons[0] ?? 'nothing late, moved often or silent' },
    ]),
  );
}
