export type Named = { id: string; name: string };

/** Letters looked for after an @ at most; a name is found long before. */
const LONGEST = 40;

/** What stands between an @ and the caret; null when no name is being typed there. `at` is where the @ stands. */
export function mentionAt(text: string, caret: number): { at: number; q: string } | null {
  const before = text.slice(Math.max(0, caret - LONGEST - 1), caret);
  const sign = before.lastIndexOf('@');
  if (sign === -1) return null;
  const q = before.slice(sign + 1);
  const at = caret - q.length - 1;
  // An e-mail address is not a mention, and a new line ends one.
  const begins = at === 0 || /[\s([“"'‘]/.test(text.charAt(at - 1));
  return begins && !/[\n@]/.test(q) && !q.startsWith(' ') ? { at, q } : null;
}

/** The text with the name in place of what was typed of it, and where the caret goes. */
export function withMention(
  text: string,
  typed: { at: number; q: string },
  name: string,
): { text: string; caret: number } {
  const rest = text.slice(typed.at + 1 + typed.q.length);
  const put = `@${name}${rest.startsWith(' ') ? '' : ' '}`;
  return { text: text.slice(0, typed.at) + put + rest, caret: typed.at + put.length };
}

/** Of those chosen, the ones whose name still stands in the text. */
export function mentionedIn(text: string, chosen: readonly Named[]): Named[] {
  return chosen.filter(({ name }) => text.includes(`@${name}`));
}

/** The text in parts, so that names of people can be told from words. Longer names are looked for first. */
export function partsOf(
  text: string,
  mentions: readonly Named[],
): { key: string; text: string; isName: boolean }[] {
  const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  const parts: { key: string; text: string; isName: boolean }[] = [];
  let words = '';
  let at = 0;
  const flush = () => {
    if (words !== '') parts.push({ key: `${at - words.length}`, text: words, isName: false });
    words = '';
  };
  while (at < text.length) {
    const name = text.charAt(at) === '@' ? names.find((item) => text.startsWith(item, at)) : undefined;
    if (name) {
      flush();
      parts.push({ key: `${at}`, text: name, isName: true });
      at += name.length;
    } else {
      words += text.charAt(at);
      at += 1;
    }
  }
  flush();
  return parts;
}
