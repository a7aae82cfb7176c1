import { useSyncExternalStore } from 'react';
import type { Here } from './live-message.ts';

/** Somebody who has the action, or the meeting, open now. */
type Present = Here & { until: number };

export type Company = {
  present: readonly Present[];
  /** Everybody met since it was opened here, in that order: each is said aloud once. */
  met: readonly Pick<Here, 'userId' | 'name'>[];
};

const NOBODY: Company = { present: [], met: [] };

const companies = new Map<string, Company>();
const listeners = new Set<() => void>();

function set(recordId: string, company: Company): void {
  companies.set(recordId, company);
  for (const listener of listeners) listener();
}

/** Remembers who else has something open, for as long as is said; nothing depends on it. */
export function noteHere(here: Here): void {
  const { recordId, userId, name, forMs } = here;
  const known = companies.get(recordId) ?? NOBODY;
  const others = known.present.filter((other) => other.userId !== userId);
  if (forMs === 0) {
    set(recordId, { ...known, present: others });
    return;
  }
  const isNew = !known.met.some((person) => person.userId === userId);
  const met = isNew ? [...known.met, { userId, name }] : known.met;
  set(recordId, { present: [...others, { ...here, until: Date.now() + forMs }], met });
  setTimeout(() => leaveOut(recordId), forMs + 50);
}

function leaveOut(recordId: string): void {
  const known = companies.get(recordId);
  if (!known) return;
  const present = known.present.filter(({ until }) => until > Date.now());
  if (present.length < known.present.length) set(recordId, { ...known, present });
}

/** It is closed here: whoever comes next time is said aloud again. */
export function forgetCompany(recordId: string): void {
  companies.delete(recordId);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who else has this action, or this meeting, open. */
export function useCompany(recordId: string): Company {
  return useSyncExternalStore(subscribe, () => companies.get(recordId) ?? NOBODY);
}
