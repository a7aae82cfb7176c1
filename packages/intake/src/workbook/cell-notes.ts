import type { Archive } from '../screening/read-archive.ts';
import { readXml } from '../screening/read-xml.ts';

/** What a reply leaves in the old kind of note: a sentence about newer versions, then the words. */
const STAND_IN = /^\[Threaded comment\]/;

/**
 * The words of the notes and comments on a sheet's cells, by cell ("B4"), a conversation in its order. Who wrote them
 * is not read: names belong to accounts. `part` is the sheet's own part of the archive.
 */
export async function readCellNotes(archive: Archive, part: string): Promise<Map<string, string>> {
  const at = part.lastIndexOf('/');
  const rels = `${part.slice(0, at)}/_rels${part.slice(at)}.rels`;
  const parts: string[] = [];
  readXml(await archive.read(rels), {
    open: (name, { Type = '', Target = '' }) => {
      if (name === 'Relationship' && /\/(?:comments|threadedComment)$/.test(Type))
        parts.push(partOf(part.slice(0, at), Target));
    },
  });
  const notes = new Map<string, string[]>();
  const said = new Map<string, string[]>();
  for (const name of parts) {
    const isThread = name.includes('hreadedComment');
    for (const { ref, words } of wordsOf(await archive.read(name))) {
      if (!isThread && STAND_IN.test(words)) continue;
      const into = isThread ? said : notes;
      into.set(ref, [...(into.get(ref) ?? []), words]);
    }
  }
  const refs = new Set([...notes.keys(), ...said.keys()]);
  return new Map(
    [...refs].map((ref) => [ref, [...(notes.get(ref) ?? []), ...(said.get(ref) ?? [])].join('\n')]),
  );
}

function wordsOf(data: Uint8Array): { ref: string; words: string }[] {
  const found: { ref: string; words: string }[] = [];
  let current: { ref: string; words: string } | null = null;
  let element = '';
  readXml(data, {
    open: (name, { ref = '' }) => {
      element = name;
      if (name === 'comment' || name === 'threadedComment') current = { ref, words: '' };
    },
    text: (text) => {
      if (current && (element === 't' || element === 'text')) current.words += text;
    },
    close: (name) => {
      element = '';
      if (name !== 'comment' && name !== 'threadedComment') return;
      const words = current?.words.replace(/\r\n?/g, '\n').trim() ?? '';
      if (current && words !== '') found.push({ ref: current.ref, words });
      current = null;
    },
  });
  return found;
}

/** A target as written in a folder: from the root, or up from the folder. */
function partOf(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
