import { type Piece, passage } from './passage.ts';
import type { Archive } from './read-archive.ts';
import { readProperties } from './read-properties.ts';
import { readXml, xmlText } from './read-xml.ts';

/** Text of a presentation: slides with those that are not shown apart, speaker notes, comments, properties. */
export async function* readSlides(archive: Archive): AsyncGenerator<Piece> {
  let hiddenSlides = 0;
  for (const name of archive.names) {
    const number = /(\d+)\.xml$/.exec(name)?.[1] ?? '';
    if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) {
      const data = await archive.read(name);
      const isHidden = isNotShown(data);
      if (isHidden) hiddenSlides += 1;
      yield passage(`Slide ${number}${isHidden ? ' (not shown)' : ''}`, xmlText(data), isHidden);
    } else if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name)) {
      const text = xmlText(await archive.read(name));
      if (text.trim() !== '') yield { kind: 'NOTICE', words: 'Speaker notes' };
      yield passage(`Speaker notes ${number}`, text, true);
    } else if (/^ppt\/comments\/[^/]+\.xml$/.test(name)) {
      yield { kind: 'NOTICE', words: 'Comments' };
      yield passage('Comments', xmlText(await archive.read(name)), true);
    } else if (/^ppt\/(?:slideMasters|slideLayouts|charts|diagrams)\/[^/]+\.xml$/.test(name)) {
      yield passage('Chart, diagram or layout', xmlText(await archive.read(name)));
    } else if (/^ppt\/(?:commentAuthors|authors)\.xml$/.test(name)) {
      yield passage('Authors of comments', attributesOf(await archive.read(name)), true);
    }
  }
  if (hiddenSlides > 0)
    yield {
      kind: 'NOTICE',
      words: hiddenSlides === 1 ? '1 slide that is not shown' : `${hiddenSlides} slides that are not shown`,
    };
  yield* readProperties(archive);
}

function isNotShown(data: Uint8Array): boolean {
  let isHidden = false;
  readXml(data, {
    open: (name, { show }) => {
      if (name === 'sld' && (show === '0' || show === 'false')) isHidden = true;
    },
  });
  return isHidden;
}

function attributesOf(data: Uint8Array): string {
  const words: string[] = [];
  readXml(data, { open: (_, attributes) => void words.push(...Object.values(attributes)) });
  return words.join('\n');
}
