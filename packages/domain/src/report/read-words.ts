/** A part of wording as it is set: a paragraph, or a list. */
export type WordsPart = { kind: 'PARAGRAPH'; text: string } | { kind: 'LIST'; items: string[] };

const BULLET = /^\s*[-•*]\s+(.*)$/;

/**
 * Wording as people type it, in paragraphs and lists: a blank line parts paragraphs, lines that begin with "- " are
 * the items of a list, and a line after an item goes on with it when it is indented.
 * Example: "In short:\n- one\n- two" gives a paragraph and a list of two.
 */
export function readWords(text: string): WordsPart[] {
  const parts: WordsPart[] = [];
  let open = false;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const words = line.trim();
    const item = BULLET.exec(line)?.[1]?.trim();
    const last = parts.at(-1);
    if (words === '') open = false;
    else if (item !== undefined) {
      if (last?.kind === 'LIST') last.items.push(item);
      else parts.push({ kind: 'LIST', items: [item] });
      open = true;
    } else if (open && last?.kind === 'LIST' && /^\s/.test(line)) {
      last.items.push(`${last.items.pop() ?? ''} ${words}`);
    } else if (open && last?.kind === 'PARAGRAPH') {
      last.text = `${last.text} ${words}`;
    } else {
      parts.push({ kind: 'PARAGRAPH', text: words });
      open = true;
    }
  }
  return parts;
}

/** Items as the lines of a list, each on one line. */
export function listLines(items: readonly string[]): string {
  return items.map((item) => `- ${item.replace(/\s+/g, ' ').trim()}`).join('\n');
}

/** Shortens at a word, with "…"; what fits stays as it is. `clip('One two three', 8)` is "One two…". */
export function clip(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > max / 2 ? space : max - 1).replace(/[\s,;:.–-]+$/, '')}…`;
}
