import { contentStems } from '../wording/index.ts';
import { isFieldWord } from './compare-concerns.ts';
import { THEMES } from './themes.ts';

/** A stretch of a text, and whether the other text has the same in it. */
export type Stretch = { text: string; isShared: boolean };

/**
 * A text cut where it meets another: words of the same stem, and the words by which both stand in one of `themes`.
 * The stretches joined give the text as it was. Where the same stretch is marked for two reasons it is marked once.
 * Example: "Permanence planning for children." beside "Timely permanence." → "Permanence" is shared, the rest not.
 */
export function markShared(text: string, other: string, themes: readonly string[]): Stretch[] {
  const marked = new Array<boolean>(text.length).fill(false);
  const stems = contentStems(other);
  for (const word of text.matchAll(/\p{L}[\p{L}\p{N}’']*/gu)) {
    if ([...contentStems(word[0]).keys()].some((stem) => stems.has(stem) && !isFieldWord(stem))) {
      marked.fill(true, word.index, word.index + word[0].length);
    }
  }
  // One character for one, so that places in it are places in the text.
  const even = text.replace(/[’ʼ]/g, "'").replace(/\s/g, ' ');
  for (const { key, words } of THEMES) {
    if (!themes.includes(key)) continue;
    for (const found of even.matchAll(new RegExp(words.source, 'giu'))) {
      marked.fill(true, found.index, found.index + found[0].length);
    }
  }
  return stretchesOf(text, marked);
}

function stretchesOf(text: string, marked: readonly boolean[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const isShared = marked[at] === true;
    const last = stretches.at(-1);
    if (last?.isShared === isShared) last.text += text[at];
    else stretches.push({ text: text[at] ?? '', isShared });
  }
  return stretches;
}
