import {
  DELIVERY_STATUS_LABELS,
  formatDate,
  PRIORITY_LABELS,
  type Problem,
  RAG_LABELS,
} from '@gt/contracts/words';
import { problemOf } from '../../../lib/problem.ts';
import { trpcClient } from '../../../lib/trpc.ts';
import type { ActionFilters, ActionRow } from '../queries.ts';
import { type InlineChange, shownAfter } from './inline-change.ts';

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

/** Takes back the newest change of an action; answers why not, or null when it is as it was. */
export async function takeBack(actionId: string, version: number): Promise<Problem | null> {
  try {
    const { results } = await trpcClient.assignments.undo.mutate({ entries: [{ actionId, version }] });
    const [result] = results;
    return result?.ok ? null : { code: 'RULE', message: result?.sentence ?? '', requestId: '' };
  } catch (error) {
    return problemOf(error);
  }
}

/** "R3.A2 is now due on 12 March 2026." */
export function doneWords(reference: string, change: InlineChange, names: ActionFilters | undefined): string {
  switch (change.kind) {
    case 'status':
      return `${reference} is now “${DELIVERY_STATUS_LABELS[change.status]}”.`;
    case 'rag':
      return `${reference} is now declared ${RAG_LABELS[change.declaredRag].toLowerCase()}.`;
    case 'priority':
      return `The priority of ${reference} is now ${PRIORITY_LABELS[change.priority].toLowerCase()}.`;
    case 'dueDate':
      return change.isRequest
        ? `${formatDate(change.dueDate)} has been asked for ${reference}.`
        : `${reference} is now due on ${formatDate(change.dueDate)}.`;
    case 'assign': {
      const { team, ownerPost } = shownAfter(change, names);
      if (change.column === 'owner') return `${reference} is now with ${ownerPost?.title ?? 'no owner'}.`;
      return `${reference} is now with ${team?.name ?? 'no team'}.`;
    }
  }
}
