import { type Piece, passage } from './passage.ts';
import type { Archive } from './read-archive.ts';
import { readProperties } from './read-properties.ts';
import { readXml, xmlText } from './read-xml.ts';

/** The parts of a Word file that hold words, and whether a reader sees them. */
const PARTS: readonly { name: RegExp; place: string; isHidden: boolean; hidden?: string }[] = [
  { name: /^word\/header\d*\.xml$/, place: 'Header', isHidden: false },
  { name: /^word\/footer\d*\.xml$/, place: 'Footer', isHidden: false },
  { name: /^word\/footnotes\.xml$/, place: 'Footnotes', isHidden: false },
  { name: /^word\/endnotes\.xml$/, place: 'Endnotes', isHidden: false },
  { name: /^word\/comments[A-Za-z]*\.xml$/, place: 'Comments', isHidden: true, hidden: 'Comments' },
  { name: /^word\/glossary\/document\.xml$/, place: 'Building blocks', isHidden: true },
  { name: /^word\/(?:settings|people)\.xml$/, place: 'Settings of the document', isHidden: true },
  { name: /^word\/(?:charts|diagrams)\/[^/]+\.xml$/, place: 'Chart or diagram', isHidden: false },
];

/** Text of a Word file: the body with tracked changes and hidden words apart, notes, comments, headers, properties. */
export async function* readWord(archive: Archive): AsyncGenerator<Piece> {
  const body = readBody(await archive.read('word/document.xml'));
  yield passage('Text', body.shown);
  if (body.deleted.trim() !== '') {
    yield { kind: 'NOTICE', words: 'Tracked changes: words that were deleted' };
    yield passage('Deleted words (tracked change)', body.deleted, true);
  }
  if (body.hasInsertions) yield { kind: 'NOTICE', words: 'Tracked changes: words that were added' };
  if (body.vanished.trim() !== '') {
    yield { kind: 'NOTICE', words: 'Words formatted as hidden' };
    yield passage('Hidden words', body.vanished, true);
  }
  for (const name of archive.names) {
    const part = PARTS.find((known) => known.name.test(name));
    if (!part) continue;
    const text = xmlText(await archive.read(name));
    if (part.hidden && text.trim() !== '') yield { kind: 'NOTICE', words: part.hidden };
    yield passage(part.place, text, part.isHidden);
  }
  yield* readProperties(archive);
}

type Body = { shown: string; deleted: string; vanished: string; hasInsertions: boolean };

/** The body's words, those of deletions and those formatted as hidden each on their own. */
function readBody(data: Uint8Array): Body {
  const shown: string[] = [];
  const deleted: string[] = [];
  const vanished: string[] = [];
  let [isDeleted, isVanished, hasInsertions] = [0, false, false];
  readXml(data, {
    open: (name, { descr, title, val }) => {
      if (name === 'del' || name === 'moveFrom') isDeleted += 1;
      if (name === 'ins' || name === 'moveTo') hasInsertions = true;
      if (name === 'r') isVanished = false;
      if (name === 'vanish' && val !== '0' && val !== 'false') isVanished = true;
      if (name === 'tab') shown.push('\t');
      if (name === 'docPr') shown.push(`\n${[descr, title].filter(Boolean).join('\n')}\n`);
    },
    text: (text) => void (isDeleted > 0 ? deleted : isVanished ? vanished : shown).push(text),
    close: (name) => {
      if (name === 'del' || name === 'moveFrom') isDeleted -= 1;
      if (name === 'r') isVanished = false;
      if (name === 'p' || name === 'br' || name === 'tc')
        for (const words of [shown, deleted, vanished]) words.push('\n');
    },
  });
  return { shown: shown.join(''), deleted: deleted.join(''), vanished: vanished.join(''), hasInsertions };
}
