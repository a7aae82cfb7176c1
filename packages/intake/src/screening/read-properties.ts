import { type Piece, passage } from './passage.ts';
import type { Archive } from './read-archive.ts';
import { readXml, xmlText } from './read-xml.ts';

/** Written by the program itself; its text says nothing of anybody. */
const OF_THE_PROGRAM = new Set([
  'Application',
  'AppVersion',
  'Template',
  'TotalTime',
  'revision',
  'created',
  'modified',
]);

/** The properties of an Office file: author, title, keywords, custom ones, and data kept with it. */
export async function* readProperties(archive: Archive): AsyncGenerator<Piece> {
  for (const name of archive.names) {
    if (/^docProps\/(?:core|app|custom)\.xml$/.test(name)) {
      const words: string[] = [];
      let inside = '';
      readXml(await archive.read(name), {
        open: (element) => {
          inside = element;
        },
        text: (text) => {
          if (!OF_THE_PROGRAM.has(inside) && text.trim() !== '') words.push(text);
        },
      });
      yield passage('Properties of the file', words.join('\n'), true);
    }
    if (/^customXml\/item\d+\.xml$/.test(name)) {
      yield passage('Data kept with the file', xmlText(await archive.read(name)), true);
    }
  }
}

/** Files inside the file; what is one level deep is read, deeper ones are said to be unread. */
export const EMBEDDED = /\/embeddings\/[^/]+$/;
