import { viewSearch } from '@gt/domain/view';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import type { View } from './queries.ts';

/** How things are drawn: a ready-made view says nothing of it and leaves it as it is. */
const DRAWING = ['view', 'columns', 'density', 'group', 'zoom', 'as'] as const;

/** What a view keeps of an address: filters, sort, layout and columns, not the open action. */
export function keptOf(search: PlanActionsSearch): Record<string, string> {
  const said = Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return viewSearch(Object.fromEntries(said) as Record<string, string>);
}

function withoutDrawing(kept: Record<string, string>): Record<string, string> {
  const names: readonly string[] = DRAWING;
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !names.includes(name)));
}

/** The values of a field may stand in any order; columns stand in theirs. */
function comparable(kept: Record<string, string>): string {
  const sorted = Object.entries(viewSearch(kept)).map(([name, value]) => [
    name,
    name === 'columns' ? value : value.split(',').sort().join(','),
  ]);
  return JSON.stringify(sorted);
}

/** Whether the address shows something else than the view it began as. */
export function isChanged(search: PlanActionsSearch, view: Pick<View, 'kind' | 'search'>): boolean {
  const of = view.kind === 'READY' ? withoutDrawing : (kept: Record<string, string>) => kept;
  return comparable(of(keptOf(search))) !== comparable(of(view.search));
}

/** The address of a view; a ready-made one keeps the layout and the columns of the address that was. */
export function addressOf(
  view: Pick<View, 'id' | 'kind' | 'search'>,
  before: PlanActionsSearch,
): PlanActionsSearch {
  const drawn = view.kind === 'READY' ? Object.fromEntries(DRAWING.map((name) => [name, before[name]])) : {};
  // Read by the route as any other address: what it does not understand is told there.
  return { ...drawn, ...(view.search as PlanActionsSearch), saved: view.id };
}
