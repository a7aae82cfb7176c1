import type { IsoDate } from '@gt/contracts/words';
import { useEffect, useState } from 'react';
import type { ScreeningSettings } from './queries.ts';
import type { SeenWords } from './screen-typed.ts';

/** Words are looked through when typing pauses for so long, in milliseconds. */
const PAUSE_MS = 400;
const NOTHING: readonly SeenWords[] = [];

/**
 * What may identify somebody in words that are being typed. The rules come over the network with the first words;
 * without a connection nothing is said, and the words are looked through again before they go anywhere.
 */
export function useSeenWords(
  text: string,
  settings: ScreeningSettings | null,
  today: IsoDate,
): readonly SeenWords[] {
  const [seen, setSeen] = useState(NOTHING);
  const isEmpty = text.trim() === '';
  useEffect(() => {
    if (isEmpty) {
      setSeen(NOTHING);
      return;
    }
    let isOver = false;
    const timer = setTimeout(() => {
      void import('./screen-typed.ts')
        .then(({ screenTyped }) => screenTyped(text, settings, today))
        .catch(() => NOTHING)
        .then((found) => {
          if (!isOver) setSeen(found);
        });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, isEmpty, settings, today]);
  return seen;
}
