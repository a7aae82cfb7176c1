import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type Span = RouterOutputs['calendar']['span'];
export type Entry = Span['entries'][number];
export type Crowd = Span['crowds'][number];
export type Clocks = RouterOutputs['calendar']['clocks'];
export type GatedClock = Clocks['clocks'][number];
export type Gate = GatedClock['gates'][number];
export type VisitWindow = Clocks['windows'][number];
export type PlanDate = RouterOutputs['calendar']['getDate'];
export type SpanInput = RouterInputs['calendar']['span'];
export type DayInput = RouterInputs['calendar']['day'];

export const spanQuery = (input: SpanInput) => trpc.calendar.span.queryOptions(input);
export const dayQuery = (input: DayInput) => trpc.calendar.day.queryOptions(input);
export const clocksQuery = (planId: string) => trpc.calendar.clocks.queryOptions({ planId });
export const nextQuery = (planId: string) => trpc.calendar.next.queryOptions({ planId });
export const planDateQuery = (planDateId: string) => trpc.calendar.getDate.queryOptions({ planDateId });
export const dateBinQuery = (planId: string) => trpc.calendar.bin.queryOptions({ planId });

/** Every write of this feature; whatever shows gates, windows and dates asks again. */
export function useCalendarWrites() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.calendar.pathKey() });
  return {
    takeReadyGates: useMutation(trpc.calendar.takeReadyGates.mutationOptions({ onSuccess })),
    addGate: useMutation(trpc.calendar.addGate.mutationOptions({ onSuccess })),
    editGate: useMutation(trpc.calendar.editGate.mutationOptions({ onSuccess })),
    markGate: useMutation(trpc.calendar.markGate.mutationOptions({ onSuccess })),
    removeGate: useMutation(trpc.calendar.removeGate.mutationOptions({ onSuccess })),
    setWindow: useMutation(trpc.calendar.setWindow.mutationOptions({ onSuccess })),
    createDate: useMutation(trpc.calendar.createDate.mutationOptions({ onSuccess })),
    editDate: useMutation(trpc.calendar.editDate.mutationOptions({ onSuccess })),
    removeDate: useMutation(trpc.calendar.removeDate.mutationOptions({ onSuccess })),
    restoreDate: useMutation(trpc.calendar.restoreDate.mutationOptions({ onSuccess })),
  };
}
