import { text } from './search-params.ts';

/** What is read in the inspector room: the recommendation "R3", and the words that are looked for. */
export function readRoomSearch(search: Record<string, unknown>): { show?: string; find?: string } {
  return { show: text(search.show), find: text(search.find) };
}
