import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type ActionPlanning = RouterOutputs['planning']['ofAction'];
export type Milestone = ActionPlanning['milestones'][number];
export type DependencyEnd = ActionPlanning['waitsFor'][number];
export type DueDateRequest = ActionPlanning['requests'][number];
export type Colour = ActionPlanning['colour'];
export type RequestList = RouterOutputs['planning']['dueDateRequests'];
export type RequestRow = RequestList['requests'][number];
export type ChallengeRow = RouterOutputs['actions']['list']['rows'][number];
export type BinItem = RouterOutputs['planning']['bin']['items'][number];
export type PlanSettings = RouterOutputs['plans']['settings'];
export type MeetingMembersOut = RouterOutputs['plans']['members']['REVIEW'];
export type MemberChoice = RouterOutputs['plans']['memberChoices'][number];

/** What the parts of an action's panel need to know of it. */
export type PlannedAction = {
  id: string;
  planId: string;
  recommendationId: string;
  reference: string;
  title: string;
  version: number;
  startDate: string | null;
  dueDate: string | null;
};

export const actionPlanningQuery = (actionId: string) => trpc.planning.ofAction.queryOptions({ actionId });
export const requestsQuery = (planId: string, show: 'OPEN' | 'ANSWERED') =>
  trpc.planning.dueDateRequests.queryOptions({ planId, show });
export const binQuery = (planId: string) => trpc.planning.bin.queryOptions({ planId });
export const membersQuery = (planId: string) => trpc.plans.members.queryOptions({ planId });
export const memberChoicesQuery = () =>
  trpc.plans.memberChoices.queryOptions(undefined, { staleTime: 60_000 });
/** The meetings that would follow from a rhythm that is not saved yet. */
export const meetingPreviewQuery = (rhythm: RouterInputs['plans']['previewMeetings']) =>
  trpc.plans.previewMeetings.queryOptions(rhythm, { placeholderData: (previous) => previous });
export const settingsQuery = (planId: string) => trpc.plans.settings.queryOptions({ planId });
export const recommendationChoicesQuery = (planId: string) =>
  trpc.actions.filters.queryOptions({ planId }, { staleTime: 60_000 });
/** Actions that fit some words or a reference, to wait for. */
export const findActionsQuery = (planId: string, q: string) =>
  trpc.actions.list.queryOptions({ planId, filter: q === '' ? {} : { q }, page: { limit: 20 } });
export const challengeQuery = (planId: string, mismatch: 'ANY' | 'UNEXPLAINED') =>
  trpc.actions.list.queryOptions({ planId, filter: { mismatch }, page: { limit: 200 } });

/** Everything that shows where an action stands: asked again after a write. */
export function usePlanningRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [
        trpc.planning.pathKey(),
        trpc.actions.pathKey(),
        trpc.plans.pathKey(),
        trpc.dashboard.pathKey(),
        trpc.recommendations.pathKey(),
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** One mutation for each way of planning; the panel and every list follow. */
export function usePlanningWrites() {
  const onSuccess = usePlanningRefresh();
  return {
    addMilestone: useMutation(trpc.planning.addMilestone.mutationOptions({ onSuccess })),
    editMilestone: useMutation(trpc.planning.editMilestone.mutationOptions({ onSuccess })),
    // A refusal is followed too: what somebody else changed must be seen before it is tried again.
    tickMilestone: useMutation(trpc.planning.tickMilestone.mutationOptions({ onSettled: onSuccess })),
    removeMilestone: useMutation(trpc.planning.removeMilestone.mutationOptions({ onSettled: onSuccess })),
    restoreMilestone: useMutation(trpc.planning.restoreMilestone.mutationOptions({ onSettled: onSuccess })),
    addDependency: useMutation(trpc.planning.addDependency.mutationOptions({ onSuccess })),
    removeDependency: useMutation(trpc.planning.removeDependency.mutationOptions({ onSettled: onSuccess })),
  };
}

/** Answers to dates that were asked for, one or many. */
export function useDateWrites() {
  const onSuccess = usePlanningRefresh();
  return {
    decide: useMutation(trpc.planning.decideDueDate.mutationOptions({ onSuccess })),
    decideMany: useMutation(trpc.planning.decideDueDates.mutationOptions({ onSuccess })),
    withdraw: useMutation(trpc.planning.withdrawDueDate.mutationOptions({ onSettled: onSuccess })),
  };
}

/** What is done to an action as a whole: explained, copied, moved, brought back. */
export function useActionDeeds() {
  const onSuccess = usePlanningRefresh();
  return {
    explain: useMutation(trpc.planning.explainMismatch.mutationOptions({ onSuccess })),
    move: useMutation(trpc.planning.moveAction.mutationOptions({ onSuccess })),
  };
}

/** Takes something out of the recycle bin. */
export function useRestore() {
  const refresh = usePlanningRefresh();
  const client = useQueryClient();
  const measures = { queryKey: trpc.measures.pathKey() };
  const onSettled = () => Promise.all([refresh(), client.invalidateQueries(measures)]);
  return {
    action: useMutation(trpc.actions.restore.mutationOptions({ onSettled })),
    measure: useMutation(trpc.measures.restore.mutationOptions({ onSettled })),
  };
}

export function useSettingsWrite() {
  const onSuccess = usePlanningRefresh();
  return useMutation(trpc.plans.editSettings.mutationOptions({ onSuccess }));
}

export function useDuplicate() {
  const onSuccess = usePlanningRefresh();
  return useMutation(trpc.planning.duplicateAction.mutationOptions({ onSuccess }));
}

/** A refusal is followed too: what somebody else changed must be seen before it is tried again. */
export function useSplit() {
  const onSettled = usePlanningRefresh();
  return useMutation(trpc.planning.splitAction.mutationOptions({ onSettled }));
}
