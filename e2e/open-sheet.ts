import { fromBuffer } from 'yauzl';

/** The cells of the first sheet of a workbook as text, read with other code than the product writes it with. */
export async function openSheet(bytes: Buffer): Promise<string[][]> {
  const xml = (await entry(bytes, /worksheets\/sheet1\.xml$/)).toString('utf8');
  const shared = await entry(bytes, /sharedStrings\.xml$/).catch(() => Buffer.from(''));
  const strings = [...shared.toString('utf8').matchAll(/<si>(.*?)<\/si>/gs)].map((found) => words(found[1]));
  return [...xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((row) =>
    [...(row[1] ?? '').matchAll(/<c([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inside = '']) =>
      attributes.includes('t="s"') ? (strings[Number(words(inside))] ?? '') : words(inside),
    ),
  );
}

/** Rows of a comma-separated file, quotes undone. */
export function openCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

function words(xml = ''): string {
  return xml
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

function entry(bytes: Buffer, path: RegExp): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (problem, zip) => {
      if (problem) return reject(problem);
      zip.on('entry', (found) => {
        if (!path.test(found.fileName)) return zip.readEntry();
        zip.openReadStream(found, async (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          resolve(Buffer.concat(chunks));
        });
      });
      zip.on('end', () => reject(new Error(`The workbook has no ${path}`)));
      zip.readEntry();
    });
  });
}
