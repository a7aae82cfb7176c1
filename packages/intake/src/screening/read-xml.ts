import { Parser } from 'htmlparser2';

export type XmlHandler = {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Walks through an XML part without building a tree. Entities beyond the five of XML are not expanded and nothing is
 * fetched. Names come without their prefix: "w:t" and "t" are both "t".
 */
export function readXml(data: Uint8Array, handler: XmlHandler): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const own: Record<string, string> = {};
        for (const [key, value] of Object.entries(attributes)) own[local(key)] = value;
        handler.open?.(local(name), own);
      },
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(new TextDecoder().decode(data));
  parser.end();
}

/** Elements after which a new line begins, so that words of two paragraphs do not run together. */
const LINES = new Set(['p', 'br', 'tr', 'tc', 'si', 'comment', 'row', 'cr', 'text']);

/** All text of a part, a paragraph a line, with the alternative texts of its pictures. */
export function xmlText(data: Uint8Array): string {
  const words: string[] = [];
  readXml(data, {
    open: (name, { descr, title, val }) => {
      if (name === 'tab') words.push('\t');
      if (name === 'docPr' || name === 'cNvPr')
        words.push(`\n${[descr, title].filter(Boolean).join('\n')}\n`);
      if (name === 'docVar' && val) words.push(`\n${val}\n`);
    },
    text: (text) => void words.push(text),
    close: (name) => {
      if (LINES.has(name)) words.push('\n');
    },
  });
  return words.join('');
}
