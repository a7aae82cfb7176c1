import type { Line } from './group-lines.ts';

const BROKEN = /(\p{L}+)[-\u2010]$/u;
const GOES_ON = /^(\p{Ll}+)/u;

/**
 * A writer that breaks words at the margin leaves "improve-" and "ment". Where the whole document writes the word
 * in one and never with its hyphen, the hyphen becomes a soft one, which goes when lines are joined. Everything else
 * keeps its hyphen: these reports break where a hyphen belongs ("multi-" and "agency").
 */
export function mendHyphens(pages: readonly Line[][]): Line[][] {
  const lines = pages.flat();
  const words = new Set<string>();
  for (const { text } of lines)
    for (const word of text.toLowerCase().match(/\p{L}+(?:[-\u2010]\p{L}+)*/gu) ?? []) words.add(word);
  const next = new Map(lines.map((line, index) => [line, lines[index + 1]]));
  return pages.map((page) =>
    page.map((line) => {
      const head = BROKEN.exec(line.text)?.[1]?.toLowerCase();
      const tail = head && GOES_ON.exec(next.get(line)?.text ?? '')?.[1];
      if (!head || !tail || !words.has(head + tail) || words.has(`${head}-${tail}`)) return line;
      return { ...line, text: line.text.replace(/[-\u2010]$/u, '\u00AD') };
    }),
  );
}
