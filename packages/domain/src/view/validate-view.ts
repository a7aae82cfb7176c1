import type { FieldProblem } from '@gt/contracts/words';

/** Characters of a view's name; bytes of the address it keeps; views one person keeps in a plan. */
export const VIEW_LIMITS = { name: 80, searchBytes: 4096, views: 100 } as const;

/** Parts of an address that belong to a visit and not to a view: the open panel, and which view it began as. */
const OF_A_VISIT = ['open', 'saved', 'unknown'];

/** What is kept of an address: names and values, in the order of the names, so that equal views are equal. */
export function viewSearch(search: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(search).filter(([name, value]) => value !== '' && !OF_A_VISIT.includes(name));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Everything wrong with a saved view, one sentence a field. `bytes`: the size of its search as JSON in UTF-8.
 * Example: a name of blanks gives "Give the view a name."
 */
export function validateView(view: { name: string; bytes: number }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const name = view.name.trim();
  if (name === '') problems.push({ field: 'name', message: 'Give the view a name.' });
  if (name.length > VIEW_LIMITS.name) {
    const message = `The name is ${name.length} characters long. The limit is ${VIEW_LIMITS.name}.`;
    problems.push({ field: 'name', message });
  }
  if (view.bytes > VIEW_LIMITS.searchBytes) {
    const message =
      'This view holds more than can be kept. Take some values out of its filters and save it again.';
    problems.push({ field: 'search', message });
  }
  return problems;
}
