import type { RoomFindable } from '@gt/contracts/words';

/** What holds every one of the words, in any order, in the order of the pack. A reference alone finds its own. */
export function findInRoom(findable: readonly RoomFindable[], words: string): RoomFindable[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return findable.filter(({ ref, title, words: text }) => {
    const inside = folded(`${ref} ${title} ${text}`);
    return wanted.every((word) => inside.includes(word));
  });
}

/** In small letters and without accents: "Café" is found by "cafe". */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
