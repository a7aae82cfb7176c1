import type { IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { CHECK_EARLY_DAYS } from '@gt/domain/recommendation';
import type { Scope } from '../../core/scope.ts';
import { tellAll } from '../../core/tell.ts';

type Due = { id: string; planId: string; recommendationId: string; dueDate: IsoDate; userIds: string[] };

/**
 * From the day on which a sustain check can be made, and again once it is late, the programme leads, whoever closed the
 * recommendation and the holders of the post that answers for it hear of it; each once.
 */
export async function remindOfChecks(tx: Tx, scope: Scope): Promise<void> {
  const until = addDays(scope.today, CHECK_EARLY_DAYS);
  const due = await tx.$queryRaw<Due[]>`
    SELECT c."id", r."planId", r."id" AS "recommendationId", c."dueDate"::text AS "dueDate", ARRAY(
        SELECT u."id" FROM "user" u WHERE u."deactivatedAt" IS NULL AND (u."id" = cl."closedById"
          OR EXISTS (SELECT 1 FROM "role_grant" g WHERE g."userId" = u."id" AND g."role" = 'PROGRAMME_LEAD')
          OR EXISTS (SELECT 1 FROM "post_holding" h WHERE h."userId" = u."id" AND h."postId" = r."leadPostId"
            AND h."fromDate" <= ${scope.today}::date AND (h."toDate" IS NULL OR h."toDate" >= ${scope.today}::date)))
      ) AS "userIds"
    FROM "sustain_check" c
    JOIN "recommendation_closure" cl ON cl."id" = c."closureId" AND cl."reopenedAt" IS NULL
    JOIN "recommendation" r ON r."id" = cl."recommendationId" AND r."deletedAt" IS NULL
    JOIN "plan" pl ON pl."id" = r."planId" AND pl."deletedAt" IS NULL
    WHERE c."state" = 'WAITING' AND c."dueDate" <= ${until}::date`;
  await tellAll(
    tx,
    scope,
    due.map(({ id, planId, recommendationId, dueDate, userIds }) => ({
      kind: 'SUSTAIN_DUE',
      planId,
      actionId: null,
      sourceId: `${recommendationId}:${id}${dueDate < scope.today ? ':late' : ''}`,
      userIds,
    })),
  );
}
