import { trpcClient } from '../../../lib/trpc.ts';
import type { ActionRow } from '../queries.ts';
import type { InlineChange } from './inline-change.ts';

/** Sends a change made in a cell, at the version of `row`; answers the version that it left. */
export async function writeChange(row: ActionRow, change: InlineChange): Promise<{ version: number }> {
  const at = { actionId: row.id, version: row.version };
  switch (change.kind) {
    case 'status':
      return trpcClient.actions.changeStatus.mutate({ ...at, status: change.status, reason: change.reason });
    case 'rag':
      return trpcClient.actions.declareRag.mutate({
        ...at,
        declaredRag: change.declaredRag,
        ragReason: change.reason,
      });
    case 'assign':
      return trpcClient.actions.assign.mutate({
        ...at,
        ...change.to,
        partnerTeamId: row.partnerTeam?.id ?? null,
        supportingTeamIds: row.supportingTeams.map((team) => team.id),
        reason: change.reason,
      });
    case 'dueDate':
      if (change.isRequest) {
        const asked = { ...at, dueDate: change.dueDate, reason: change.reason };
        const { actionVersion } = await trpcClient.planning.requestDueDate.mutate({
          ...asked,
          idempotencyKey: change.key,
        });
        return { version: actionVersion };
      }
      return trpcClient.actions.changeDueDate.mutate({
        ...at,
        dueDate: change.dueDate,
        reason: change.reason,
        agreedOn: change.agreedOn,
      });
    case 'priority': {
      const { title, detail, successMeasure, startDate } = await trpcClient.actions.get.query({
        actionId: row.id,
      });
      return trpcClient.actions.edit.mutate({
        ...at,
        title,
        detail,
        successMeasure,
        startDate,
        priority: change.priority,
      });
    }
  }
}
