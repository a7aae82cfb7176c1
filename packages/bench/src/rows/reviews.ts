import { randomUUID } from 'node:crypto';
import { type Row, timed } from '../row.ts';
import { KEPT_ACTIONS, type KeptPlan, keptPlan } from '../stage/make-up-weeks.ts';
import type { Stage } from '../stage/stage.ts';
import { median } from '../statistics.ts';
import { timeLimit } from './time-limit.ts';

/** Milliseconds to freeze a review: its snapshot, its minutes and the next one in it. */
const FREEZE_WITHIN = 2_000;
/** Notes taken before a review is frozen. */
const NOTES = 20;
/** Items recorded for one sample. */
const RECORDS = 10;
/** From key to saved, in milliseconds, of which the browser has its share. */
const SAVED_WITHIN = 150;

const today = () => new Date().toISOString().slice(0, 10);

/** A review of the whole plan that has just been opened: with all that is red, overdue or silent on its agenda. */
export async function openReview({ planId, callerIn }: KeptPlan) {
  const caller = callerIn(0);
  const { id: reviewId, version } = await caller.reviews.prepare({
    planId,
    heldOn: today(),
    idempotencyKey: randomUUID(),
  });
  await caller.reviews.open({ reviewId, version });
  return { caller, review: await caller.reviews.get({ reviewId }) };
}

export const reviewFreeze: Row = timeLimit(
  'review-freeze',
  `a review of ${KEPT_ACTIONS.toLocaleString('en-GB')} actions frozen, with snapshot, minutes and the next one`,
  FREEZE_WITHIN,
  async (stage) => {
    const plan = await keptPlan(stage);
    await giveRhythm(stage, plan);
    return {
      async ours() {
        const { caller, review } = await openReview(plan);
        for (const { id: itemId, version } of review.agenda.slice(0, NOTES)) {
          await caller.reviews.saveItem({
            itemId,
            version,
            note: 'The panel met and agreed two carers; a third is still to be seen.',
            state: 'DONE',
          });
        }
        return timed(() => caller.reviews.freeze({ reviewId: review.id, version: review.version }));
      },
    };
  },
);

async function giveRhythm(stage: Stage, { planId }: KeptPlan): Promise<void> {
  const { owner } = await stage.database();
  await owner.query('UPDATE "plan" SET "reviewWeekday" = 3 WHERE "id" = $1', [planId]);
}

/** What somebody would write by hand for one key in a meeting: note and rating, each with its row in the history. */
const BY_HAND = {
  lock: `SELECT "state", "chairId" FROM "review" WHERE "id" = $1 FOR SHARE`,
  item: `UPDATE "review_item" SET "note" = $2, "state" = 'DONE', "version" = "version" + 1 WHERE "id" = $1`,
  read: `SELECT a.*, r."number" AS "of" FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE a."id" = $1`,
  action: `UPDATE "action" SET "declaredRag" = $2::"Rag", "ragReason" = $3, "version" = "version" + 1,
    "ragDeclaredAt" = now(), "changedAt" = now() WHERE "id" = $1`,
  event: `INSERT INTO "audit_event" ("at", "actorName", "action", "entityType", "entityId", "planId", "requestId",
    "payloadDigest") VALUES (now(), 'By hand', $1, $2, $3, $4, 'bench', '') RETURNING "id"`,
  payload: `INSERT INTO "audit_payload" ("eventId", "salt", "body") VALUES ($1, '', $2)`,
  answer: `SELECT i."id", i."note", i."state", i."version", a."title", a."declaredRag", a."version" AS "actionVersion",
    p."title" AS "post", t."name" AS "team"
    FROM "review_item" i JOIN "action" a ON a."id" = i."actionId" LEFT JOIN "post" p ON p."id" = a."ownerPostId"
    LEFT JOIN "team" t ON t."id" = a."teamId" WHERE i."id" = $1`,
};
const COLOURS = ['RED', 'AMBER', 'GREEN'] as const;
const REASON = 'The panel met and agreed two carers.';

export const reviewRecord: Row = {
  name: 'review-record',
  measure: `a note and a rating saved in a review of ${KEPT_ACTIONS.toLocaleString('en-GB')} actions, against hand-written SQL`,
  bar: { cost: 6 },
  async prepare(stage) {
    const plan = await keptPlan(stage);
    const { raw } = await stage.database();
    const { caller, review } = await openReview(plan);
    const items = review.agenda.flatMap(({ id, actionId, version, actionVersion }) =>
      actionId === null ? [] : [{ id, actionId, version, actionVersion: actionVersion ?? 0 }],
    );
    const [mine, theirs] = [items.slice(0, RECORDS), items.slice(RECORDS, 2 * RECORDS)];
    const saved: number[] = [];
    let turn = 0;
    const nextColour = () => {
      turn += 1;
      return COLOURS[turn % COLOURS.length] ?? 'RED';
    };
    const ours = async () => {
      const rag = nextColour();
      let took = 0;
      for (const item of mine) {
        const { id: itemId, version, actionVersion } = item;
        const one = await timed(async () => {
          const written = await caller.reviews.record({
            ...{ itemId, version, note: REASON, state: 'DONE' },
            rating: { actionVersion, rag, ragReason: '' },
          });
          item.version = written.item.version;
          item.actionVersion = written.action?.version ?? actionVersion;
        });
        saved.push(one);
        took += one;
      }
      return took;
    };
    const log = async (action: string, entity: string, id: string) => {
      const { rows } = await raw.query<{ id: string }>(BY_HAND.event, [action, entity, id, plan.planId]);
      await raw.query(BY_HAND.payload, [rows[0]?.id, { before: null, after: { note: REASON } }]);
    };
    const against = async () => {
      const rag = nextColour();
      return timed(async () => {
        for (const { id, actionId } of theirs) {
          await raw.query('BEGIN');
          await raw.query(BY_HAND.lock, [review.id]);
          await raw.query(BY_HAND.item, [id, REASON]);
          await raw.query(BY_HAND.read, [actionId]);
          await raw.query(BY_HAND.action, [actionId, rag, REASON]);
          await log('action.declareRag', 'ACTION', actionId);
          await log('review.record', 'REVIEW', review.id);
          await raw.query(BY_HAND.answer, [id]);
          await raw.query('COMMIT');
        }
      });
    };
    return {
      ours,
      against,
      async dispose() {
        const middle = median(saved);
        const verdict = middle <= SAVED_WITHIN ? 'within' : 'over';
        process.stderr.write(
          `review-record: saved in ${middle.toFixed(1)} ms, the median of ${saved.length}; ${verdict} ${SAVED_WITHIN} ms\n`,
        );
        const { version } = await caller.reviews.get({ reviewId: review.id });
        await caller.reviews.freeze({ reviewId: review.id, version });
      },
    };
  },
};
