import { randomUUID } from 'node:crypto';
import { type Row, timed } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';

/** The most that one bulk change takes. */
const ACTIONS = 500;
/** What the whole request may take on two cores, in seconds; printed beside the ratio. */
const SECONDS = 3;

/** What somebody would write by hand: each action in a small transaction of its own, with its row in the history. */
const LOCK = `SELECT "version" FROM "action" WHERE "id" = $1 FOR UPDATE`;
const WRITE = `UPDATE "action" SET "teamId" = $2, "ownerPostId" = $3, "version" = "version" + 1, "changedAt" = now()
  WHERE "id" = $1`;
const EVENT = `INSERT INTO "audit_event" ("at", "actorName", "action", "entityType", "entityId", "planId", "requestId",
  "payloadDigest") VALUES (now(), 'By hand', 'action.assign', 'ACTION', $1, $2, 'bench', '') RETURNING "id"`;
const PAYLOAD = `INSERT INTO "audit_payload" ("eventId", "salt", "body") VALUES ($1, '', $2)`;

type Target = { id: string; version: number };
type Post = { id: string; teamId: string };

export const bulkChange: Row = {
  name: 'bulk-change',
  measure: `${ACTIONS} actions assigned in one request, against a hand-written transaction for each`,
  bar: { cost: 1 },
  async prepare(stage) {
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const { raw, plans } = database;
    const { rows: posts } = await raw.query<Post>(
      'SELECT "id", "teamId" FROM "post" ORDER BY "title" LIMIT 2',
    );
    let turn = 0;
    let slowest = 0;
    const targets = async () => {
      const { rows } = await raw.query<Target>(
        `SELECT "id", "version" FROM "action" WHERE "planId" = $1 ORDER BY "id" LIMIT ${ACTIONS}`,
        [plans.large],
      );
      turn += 1;
      const post = posts[turn % 2];
      if (!post || rows.length < ACTIONS) throw new Error('the made-up plan is too small');
      return { rows, post };
    };
    const ours = async () => {
      const { rows, post } = await targets();
      const took = await timed(async () => {
        const { results } = await caller.assignments.bulkChange({
          change: {
            kind: 'ASSIGN',
            set: { teamId: post.teamId, ownerPostId: post.id },
            reason: 'Measured by the benchmark',
          },
          items: rows.map(({ id, version }) => ({ actionId: id, version })),
          idempotencyKey: randomUUID(),
        });
        const refused = results.find(({ ok }) => !ok);
        if (refused || results.length < ACTIONS) throw new Error(refused?.sentence ?? 'too few lines');
      });
      slowest = Math.max(slowest, took / 1000);
      return took;
    };
    const against = async () => {
      const { rows, post } = await targets();
      return timed(async () => {
        for (const { id } of rows) {
          await raw.query('BEGIN');
          await raw.query(LOCK, [id]);
          await raw.query(WRITE, [id, post.teamId, post.id]);
          const { rows: events } = await raw.query<{ id: string }>(EVENT, [id, plans.large]);
          await raw.query(PAYLOAD, [events[0]?.id, { before: null, after: post }]);
          await raw.query('COMMIT');
        }
      });
    };
    return {
      ours,
      against,
      async dispose() {
        const verdict = slowest <= SECONDS ? 'within' : 'over';
        process.stderr.write(
          `bulk-change: ${ACTIONS} actions in ${slowest.toFixed(2)} s at the slowest, ${verdict} ${SECONDS} s\n`,
        );
      },
    };
  },
};
