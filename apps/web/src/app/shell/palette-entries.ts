import type { RecentPlace } from '../../lib/recent-places.ts';
import type { Command } from '../../lib/shortcuts.ts';

/** One line of the palette. */
export type PaletteEntry = {
  key: string;
  group: string;
  words: string;
  /** Beside the words: where it was found, which team. */
  note?: string;
  keys?: string;
  run: () => void;
};

/** Lines of one group shown before anything more is typed. */
const MOST_OF_A_GROUP = 8;

/** Every typed word must begin a word of the entry: "fos" finds Fostering, "ost" does not. */
export function fitsWords(text: string, typed: string): boolean {
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .every((word) => lower.includes(` ${word}`));
}

export function commandEntries(commands: readonly Command[]): PaletteEntry[] {
  return commands
    .filter(({ onlyKeys }) => !onlyKeys)
    .map(({ says, group, keys, run }) => ({ key: `${group}: ${says}`, group, words: says, keys, run }));
}

export function recentEntries(
  places: readonly RecentPlace[],
  here: string,
  go: (href: string) => void,
): PaletteEntry[] {
  return places
    .filter(({ href }) => href !== here)
    .map(({ href, title }) => ({
      key: `recent: ${href}`,
      group: 'Where you were',
      words: title,
      run: () => go(href),
    }));
}

/** What is at hand comes before what is anywhere; other groups follow as they come. */
const FIRST = ['The selected actions', 'The open action', 'Where you were'];

/** Entries that fit what is typed, at most eight of each group, groups kept together. */
export function narrowed(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const groups = new Map<string, PaletteEntry[]>(FIRST.map((group) => [group, []]));
  for (const entry of entries) {
    if (!fitsWords(`${entry.words} ${entry.note ?? ''}`, typed)) continue;
    const group = groups.get(entry.group) ?? [];
    if (group.length < MOST_OF_A_GROUP) groups.set(entry.group, [...group, entry]);
  }
  return [...groups.values()].flat();
}
