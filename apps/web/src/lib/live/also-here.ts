import { useSyncExternalStore } from 'react';
import type { Here } from './live-message.ts';

/** Somebody who has the action open now. */
type Present = Here & { until: number };

export type Company = {
  present: readonly Present[];
  /** Everybody met since the action was opened here, in that order: each is said aloud once. */
  met: readonly Pick<Here, 'userId' | 'name'>[];
};

const NOBODY: Company = { present: [], met: [] };

const companies = new Map<string, Company>();
const listeners = new Set<() => void>();

function set(actionId: string, company: Company): void {
  companies.set(actionId, company);
  for (const listener of listeners) listener();
}

/** Remembers who else has an action open, for as long as is said; nothing depends on it. */
export function noteHere(here: Here): void {
  const { actionId, userId, name, forMs } = here;
  const known = companies.get(actionId) ?? NOBODY;
  const others = known.present.filter((other) => other.userId !== userId);
  if (forMs === 0) {
    set(actionId, { ...known, present: others });
    return;
  }
  const isNew = !known.met.some((person) => person.userId === userId);
  const met = isNew ? [...known.met, { userId, name }] : known.met;
  set(actionId, { present: [...others, { ...here, until: Date.now() + forMs }], met });
  setTimeout(() => leaveOut(actionId), forMs + 50);
}

function leaveOut(actionId: string): void {
  const known = companies.get(actionId);
  if (!known) return;
  const present = known.present.filter(({ until }) => until > Date.now());
  if (present.length < known.present.length) set(actionId, { ...known, present });
}

/** The action is closed here: whoever comes next time is said aloud again. */
export function forgetCompany(actionId: string): void {
  companies.delete(actionId);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who else has this action open. */
export function useCompany(actionId: string): Company {
  return useSyncExternalStore(subscribe, () => companies.get(actionId) ?? NOBODY);
}
