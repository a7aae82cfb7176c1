/** Finish to start: the successor waits for the predecessor. */
export type Dependency = { predecessorId: string; successorId: string };

export type DependencyDecision =
  | { ok: true }
  | {
      ok: false;
      code: 'SELF' | 'ALREADY' | 'CYCLE';
      /** For CYCLE the actions round the circle, beginning and ending with the new predecessor; else empty. */
      cycle: string[];
    };

/**
 * Decides whether one action may wait for another: not for itself, not twice, and never in a circle, however long.
 * `existing` needs to hold every dependency that can be reached from the new predecessor backwards.
 * Example: A2 waits for A1 already; A1 may not wait for A2: the cycle is A2 → A1 → A2.
 */
export function decideDependency(existing: readonly Dependency[], wanted: Dependency): DependencyDecision {
  const { predecessorId, successorId } = wanted;
  if (predecessorId === successorId) return { ok: false, code: 'SELF', cycle: [] };
  const isThere = existing.some(
    (edge) => edge.predecessorId === predecessorId && edge.successorId === successorId,
  );
  if (isThere) return { ok: false, code: 'ALREADY', cycle: [] };
  const path = shortestPath(existing, successorId, predecessorId);
  return path ? { ok: false, code: 'CYCLE', cycle: [predecessorId, ...path] } : { ok: true };
}

/** The fewest steps along which `to` waits for `from`, both included; null when it does not. */
function shortestPath(edges: readonly Dependency[], from: string, to: string): string[] | null {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    next.set(edge.predecessorId, [...(next.get(edge.predecessorId) ?? []), edge.successorId]);
  }
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) return backTo(cameFrom, at);
    for (const successorId of next.get(at) ?? []) {
      if (cameFrom.has(successorId)) continue;
      cameFrom.set(successorId, at);
      queue.push(successorId);
    }
  }
  return null;
}

function backTo(cameFrom: ReadonlyMap<string, string | null>, end: string): string[] {
  const path: string[] = [];
  for (let at: string | null | undefined = end; at; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

/** "R1.A2 → R3.A1 → R1.A2" */
export function cycleWords(references: readonly string[]): string {
  return references.join(' → ');
}
