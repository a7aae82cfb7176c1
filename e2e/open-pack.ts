import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Entry, fromBuffer } from 'yauzl';

export type OpenPack = {
  paths: string[];
  /** Files whose size or checksum differs from the manifest, that it lacks, or that it does not name. */
  wrong: string[];
  manifest: {
    files: { path: string; size: number; sha256: string; title: string; evidence?: string }[];
    omissions: { what: string; title: string; reason: string }[];
    counts: { evidenceInScope: number };
  };
  /** Whether the signature beside the manifest is by this key (PEM). */
  isSignedBy(pem: string): boolean;
  /** Writes every file under a folder, as an unzip program would. */
  unpackTo(folder: string): Promise<void>;
  text(path: string): string;
  describePdf(path: string): Promise<PdfFacts>;
};

export type PdfFacts = {
  language: string;
  title: string;
  isTagged: boolean;
  headerCells: number;
  text: string;
};

/** What speaks of the files and is not one of them. */
const BESIDE = ['manifest.json', 'manifest.sig'];

/** Reads a pack with other code than the product's own verifier, so that the two cannot be wrong together. */
export async function openPack(zipPath: string): Promise<OpenPack> {
  const files = await unzip(await readFile(zipPath));
  const content = (path: string): Buffer => {
    const found = files.get(path);
    if (!found) throw new Error(`The pack has no ${path}. It has: ${[...files.keys()].join(', ')}`);
    return found;
  };
  const manifest: OpenPack['manifest'] = JSON.parse(content('manifest.json').toString('utf8'));
  const named = new Set(manifest.files.map(({ path }) => path));
  const wrong = manifest.files
    .filter(({ path, size, sha256 }) => {
      const bytes = files.get(path);
      return bytes?.length !== size || createHash('sha256').update(bytes).digest('hex') !== sha256;
    })
    .map(({ path }) => path);
  const extra = [...files.keys()].filter((path) => !BESIDE.includes(path) && !named.has(path));
  return {
    paths: [...files.keys()],
    wrong: [...wrong, ...extra],
    manifest,
    isSignedBy: (pem) =>
      verify(null, content('manifest.json'), createPublicKey(pem), content('manifest.sig')),
    async unpackTo(folder) {
      for (const [path, bytes] of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), bytes);
      }
    },
    text: (path) => unescaped(content(path).toString('utf8')),
    describePdf: (path) => describePdf(content(path)),
  };
}

function unescaped(html: string): string {
  return html
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Every file of a ZIP by its path; a Word document is one. */
export function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const files = new Map<string, Buffer>();
      zip.on('error', reject).on('end', () => resolve(files));
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName.endsWith('/')) return zip.readEntry();
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

type StructNode = { role?: string; children?: StructNode[] };

function count(node: StructNode | null, role: string): number {
  if (!node) return 0;
  return (
    (node.role === role ? 1 : 0) + (node.children ?? []).reduce((sum, child) => sum + count(child, role), 0)
  );
}

async function describePdf(bytes: Buffer): Promise<PdfFacts> {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false });
  const pdf = await loading.promise;
  // Structure and claim as written in the file itself: Typst leaves both outside compressed streams.
  const raw = bytes.toString('latin1');
  const { info } = await pdf.getMetadata();
  const facts = info as { Language?: string; Title?: string };
  let headerCells = 0;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    headerCells += count((await page.getStructTree()) as StructNode | null, 'TH');
    const { items } = await page.getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await loading.destroy();
  return {
    language: facts.Language ?? '',
    title: facts.Title ?? '',
    isTagged: /\/StructTreeRoot/.test(raw) && /\/Marked true/.test(raw) && /pdfuaid:part>1</.test(raw),
    headerCells,
    text: text.replace(/[\s\u00ad-]+/g, ''),
  };
}
