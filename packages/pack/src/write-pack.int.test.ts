import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { anEvidence, aPack, type PackFixture } from './fixtures/a-pack.ts';
import { FORMULA_PAYLOADS } from './fixtures/formula-payloads.ts';
import { readPdf } from './fixtures/read-pdf.ts';
import { readZip } from './fixtures/read-zip.ts';
import type { PackManifest } from './verify/pack-format.ts';
import { fingerprintOf } from './verify/signature-problems.ts';
import { type PackProgress, type PackSigner, type WritePackOptions, writePack } from './write-pack.ts';

const keys = generateKeyPairSync('ed25519');
const signer: PackSigner = {
  fingerprint: fingerprintOf(keys.publicKey),
  sign: (bytes) => sign(null, bytes, keys.privateKey),
};
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function build({ content, openFile }: PackFixture, options: Partial<WritePackOptions> = {}) {
  const out = new PassThrough();
  const received = buffer(out);
  const result = await writePack(content, { openFile, out, ...options });
  const bytes = await received;
  return { result, bytes, files: await readZip(bytes) };
}
const text = (files: Map<string, Buffer>, name: string) => files.get(name)?.toString('utf8') ?? '';

test('every file is in the manifest with its size and checksum, and the manifest is last', async () => {
  const { result, bytes, files } = await build(aPack());
  expect(result).toMatchObject({ sha256: sha(bytes), size: bytes.length });
  expect([...files.keys()].at(-1)).toBe('manifest.json');
  const manifest = JSON.parse(text(files, 'manifest.json')) as PackManifest;
  expect(manifest).toEqual(result.manifest);
  expect(manifest.files.map((file) => file.path).toSorted()).toEqual(
    [...files.keys()].filter((name) => name !== 'manifest.json').toSorted(),
  );
  for (const { path, size, sha256 } of manifest.files) {
    expect(files.get(path)?.length).toBe(size);
    expect(sha(files.get(path) ?? Buffer.alloc(0))).toBe(sha256);
  }
  expect([...files.keys()].slice(0, 3)).toEqual([
    'evidence/R01/E0001-data.pdf',
    'evidence/R03/E0002-child-or-family-voice.pdf',
    'evidence/R03/E0003-audit.pdf',
  ]);
});

test('the same content makes the same bytes, signature included', async () => {
  const [first, second] = [await build(aPack(), { signer }), await build(aPack(), { signer })];
  for (const [name, bytes] of first.files) {
    expect([name, second.files.get(name)?.equals(bytes)]).toEqual([name, true]);
  }
  expect(second.result.sha256).toBe(first.result.sha256);
  const other = await build(
    aPack((content) => {
      content.generatedAt = '2026-03-12T09:31:00.000Z';
    }),
  );
  expect(other.result.sha256).not.toBe(first.result.sha256);
});

test('the manifest tells of every file what it is, for which period, whose, and what screening said; its signature is last', async () => {
  const { files, result } = await build(aPack(), { signer });
  expect([...files.keys()].slice(-2)).toEqual(['manifest.json', 'manifest.sig']);
  const bytes = files.get('manifest.json') ?? Buffer.alloc(0);
  const { publicKey } = keys;
  expect(verify(null, bytes, publicKey, files.get('manifest.sig') ?? Buffer.alloc(0))).toBe(true);
  expect(result.manifest.signedBy).toBe(signer.fingerprint);
  expect(result.manifest.files.find(({ evidence }) => evidence === 'E1')).toEqual({
    path: 'evidence/R01/E0001-data.pdf',
    size: 12,
    sha256: sha(Buffer.from('evidence one')),
    title: 'Placement stability data',
    kind: 'DATA',
    period: { from: '2026-01-01', to: '2026-02-28' },
    uploaderPost: 'Fostering Officer',
    verifierPost: 'Quality Assurance Lead',
    screening: 'NOTHING_FOUND',
    evidence: 'E1',
  });
  expect(result.manifest.files.find(({ path }) => path === 'summary.pdf')).toMatchObject({
    title: 'Summary',
    kind: 'PAPER',
    period: null,
    screening: 'NOT_NEEDED',
  });
});

test('index and summary stand in one order with the same numbers, by judgement area', async () => {
  const { files } = await build(
    aPack((content) => {
      const [first] = content.recommendations;
      if (first) first.areas = ['Help and protection', 'Children in care'];
    }),
  );
  const headings = [
    '1 Help and protection',
    '1.1 R1 Partnership working',
    '2 Children in care',
    '2.1 R2 Permanence options',
    '2.2 R3 Effectiveness of the fostering service',
  ];
  const html = text(files, 'index.html');
  const inIndex = [...html.matchAll(/<h[23][^>]*>(\d[^<]*)<\/h[23]>/g)].map((match) => match[1] ?? '');
  const afterNavigation = inIndex.slice(2);
  expect(afterNavigation).toEqual(headings);
  const parts = [...html.matchAll(/<h4>([^<]*)<\/h4>/g)].map((match) => match[1] ?? '');
  expect(parts.slice(0, parts.length / 3)).toEqual([
    'The thread',
    'What good looks like',
    'Actions',
    'Measures',
    'What changed for children',
    'Evidence',
    'What remains, and next steps',
    'Sign-off',
  ]);
  const summary = await readPdf(files.get('summary.pdf') ?? Buffer.alloc(0));
  expect(summary.bookmarks.filter((title) => /^\d/.test(title))).toEqual(headings);
  const flat = summary.text
    .join('\n')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ');
  expect(flat).toContain('See also 1.1 R1 Partnership working');
});

test('the flat files have a row for each item, figure and omission', async () => {
  const { files } = await build(aPack());
  const lines = (name: string) => text(files, name).trim().split('\r\n');
  expect(lines('evidence.csv')).toHaveLength(4);
  expect(lines('evidence.csv')[1]).toContain('evidence/R01/E0001-data.pdf');
  expect(lines('measures.csv')).toHaveLength(1 + 2 * 3);
  expect(lines('measures.csv')[1]).toMatch(/^M1,R1,Approved mainstream carers,.*,2025-11-30,214$/);
  expect(lines('OMISSIONS.csv')[1]).toBe(
    'E9,evidence,Case file extract,UNVERIFIED,Not verified,"Not verified, and may name a child.",R3',
  );
});

const DIFFERENCE = 'Young people say their carer knows what matters to them.';
const readable = (pages: readonly string[]) =>
  pages
    .join('\n')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ');

test('what evidence says is different for children stands under what changed, in both papers and in the flat file', async () => {
  const { files } = await build(aPack());
  const html = text(files, 'index.html');
  const sections = html.split('<h4>What changed for children</h4>').slice(1);
  expect(sections.map((section) => (section.split('<h4>')[0] ?? '').includes(DIFFERENCE))).toEqual([
    true,
    false,
    true,
  ]);
  const summary = await readPdf(files.get('summary.pdf') ?? Buffer.alloc(0));
  expect(readable(summary.text)).toContain(DIFFERENCE);
  const [headers = '', , second = ''] = text(files, 'evidence.csv').split('\r\n');
  const at = headers.split(',').indexOf('the difference for children');
  expect(at).toBe(headers.split(',').indexOf('shows difference for children') + 1);
  expect(second).toContain(`,yes,${DIFFERENCE},Quality Assurance,`);
});

test('a request frozen before packs told of the difference is printed as it was asked', async () => {
  const { files } = await build(
    aPack(({ evidence }) => {
      for (const item of evidence) delete item.difference;
    }),
  );
  expect(text(files, 'evidence.csv').split('\r\n')[0]).toBe(
    '\ufeffevidence,title,kind,what it shows,shows difference for children,source,period from,period to,uploaded,uploader post,state,verification,verifier post,screening,sensitivity,note,recommendations,actions,in the pack,path,bytes,sha256',
  );
  expect([...files.keys()].map((name) => text(files, name)).join()).not.toContain(DIFFERENCE);
  expect(text(files, 'index.html')).toContain('<strong>E2 What young people told us</strong>: Supervision');
});

test('the index links every file, says where shared evidence is kept, and runs nothing', async () => {
  const { files } = await build(aPack());
  const html = text(files, 'index.html');
  const links = [...html.matchAll(/href="([^"#]+)"/g)].map((match) => decodeURIComponent(match[1] ?? ''));
  for (const link of links) expect([...files.keys()]).toContain(link);
  expect(links.filter((link) => link.startsWith('evidence/'))).toHaveLength(4);
  expect(html).toContain('Kept in the folder of R3');
  expect(html).toContain('Also serves R1');
  expect(html).not.toMatch(/<script|onclick|javascript:/i);
  expect(html).toContain('<html lang="en-GB">');
});

test('people’s text stays text in every part', async () => {
  const hostile = '<script>alert(1)</script> & "quotes" \u202eevil\u0000';
  const fixture = aPack((content) => {
    for (const item of content.recommendations) item.quote = hostile;
    const [action] = content.recommendations[0]?.actions ?? [];
    const updates = FORMULA_PAYLOADS.map((payload) => ({ happened: payload, difference: payload }));
    const [update] = action?.updates ?? [];
    if (action && update) action.updates = updates.map((words) => ({ ...update, ...words }));
  });
  const { files } = await build(fixture);
  expect(text(files, 'index.html')).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; evil',
  );
  expect(text(files, 'index.html')).not.toContain('<script');
  const workbook = await readZip(files.get('actions.xlsx') ?? Buffer.alloc(0));
  for (const [name, xml] of workbook) {
    expect(xml.toString('utf8'), name).not.toMatch(/<f[\s>/]/);
    expect(xml.toString('utf8'), name).not.toMatch(/state="(veryH|h)idden"|hidden="1"|<definedName/);
  }
  const names = [...(workbook.get('xl/workbook.xml')?.toString() ?? '').matchAll(/<sheet name="([^"]+)"/g)];
  expect(names.map((match) => match[1])).toEqual([
    'Actions',
    'Updates',
    'Evidence',
    'Dates ledger',
    'Left out',
  ]);
});

describe('evidence that cannot be given', () => {
  /** In scope = included + left out, in every part that says so. */
  async function expectOmitted(fixture: PackFixture, reason: RegExp) {
    const { result, files } = await build(fixture);
    const { counts, omissions } = result.manifest;
    expect(counts).toMatchObject({ evidenceInScope: 4, evidenceIncluded: 2, evidenceLeftOut: 2 });
    expect(omissions.map((omission) => omission.ref)).toEqual(['E9', 'E2']);
    expect(omissions[1]?.reason).toMatch(reason);
    expect([...files.keys()].some((name) => name.includes('E0002'))).toBe(false);
    expect(text(files, 'index.html')).toContain('2 in this pack, 2 left out');
    expect(text(files, 'READ ME.txt')).toMatch(reason);
  }
  const second = (fixture: PackFixture) => fixture.content.evidence[1]?.sha256 ?? '';

  test('missing from the store', async () => {
    const fixture = aPack();
    fixture.files.delete(second(fixture));
    await expectOmitted(fixture, /not found in the store/);
  });

  test.each([
    ['changed', 'evidence 2wo'],
    ['longer', 'evidence two and more'],
    ['shorter', 'evidence'],
    ['emptied', ''],
  ])('%s since upload', async (_, bytes) => {
    const fixture = aPack();
    fixture.files.set(second(fixture), Buffer.from(bytes));
    await expectOmitted(fixture, /no longer matches the checksum/);
  });

  test('changed since upload, too large to check in memory', async () => {
    const large = Buffer.alloc(5 * 1024 * 1024, 'thread');
    const fixture = aPack((content) => {
      const [, item] = content.evidence;
      if (item) Object.assign(item, { sha256: sha(large), size: large.length });
    });
    fixture.files.set(sha(large), Buffer.concat([large.subarray(1), Buffer.from('x')]));
    await expectOmitted(fixture, /no longer matches the checksum/);
  });

  test('the disk fails while reading', async () => {
    const fixture = aPack();
    const broken = second(fixture);
    const { openFile } = fixture;
    fixture.openFile = async (name) => {
      if (name !== broken) return openFile(name);
      return new Readable({
        read() {
          this.destroy(new Error('EIO'));
        },
      });
    };
    await expectOmitted(fixture, /could not be read/);
  });
});

test('names are made of numbers: two of one number are kept apart, and evidence of no recommendation has a folder', async () => {
  const fixture = aPack();
  const { content, files: stored } = fixture;
  content.evidence = [1, 2].map((n) => ({
    ...anEvidence(stored, n, ['R1'], `text ${n}`),
    ref: 'E1',
    kind: 'DATA' as const,
  }));
  content.evidence.push({
    ...anEvidence(stored, 3, [], 'text 3'),
    title: 'CON',
    fileName: 'x.unknown-ending',
  });
  const { files } = await build(fixture);
  expect([...files.keys()].slice(0, 3)).toEqual([
    'evidence/R01/E0001-data.pdf',
    'evidence/R01/E0001-data (2).pdf',
    'evidence/unlinked/E0003-audit',
  ]);
});

test('OFFICIAL-SENSITIVE files stand apart in an appendix that can be taken out, and every part says so', async () => {
  const fixture = aPack(({ evidence: [, item] }) => {
    if (item) Object.assign(item, { sensitivity: 'OFFICIAL-SENSITIVE', place: 'APPENDIX' });
  });
  const { result, files } = await build(fixture);
  const folder = 'appendix OFFICIAL-SENSITIVE';
  const path = `${folder}/R03/E0002-child-or-family-voice.pdf`;
  expect([...files.keys()].filter((name) => name.startsWith(folder))).toEqual([path]);
  expect(result.manifest.counts).toMatchObject({ evidenceIncluded: 3, evidenceInAppendix: 1 });
  const apart = result.manifest.files.filter((file) => file.appendix);
  expect(apart).toMatchObject([{ path, evidence: 'E2' }]);
  const html = text(files, 'index.html');
  expect(html).toContain(`href="${path.split('/').map(encodeURIComponent).join('/')}"`);
  expect(html).toContain('1 of them stands apart in the folder “appendix OFFICIAL-SENSITIVE”');
  expect(html).toContain('OFFICIAL-SENSITIVE: in the separable appendix.');
  const note = text(files, 'READ ME.txt');
  expect(note).toContain('THE SEPARABLE APPENDIX');
  expect(note).toContain('every other file still matches its own checksum');
  const workbook = await readZip(files.get('actions.xlsx') ?? Buffer.alloc(0));
  const cells = [...workbook.values()].map((xml) => xml.toString('utf8')).join('');
  expect(cells).toContain('In the appendix');
  expect(cells).toContain(path);
  const summary = await readPdf(files.get('summary.pdf') ?? Buffer.alloc(0));
  expect(summary.text.join(' ').replace(/\s+/g, ' ')).toMatch(
    /OFFICIAL-SENSITIVE: in the separable appendix/,
  );
});

test('a pack without sensitive files has no appendix and speaks of none', async () => {
  const { result, files } = await build(aPack());
  expect(result.manifest.counts.evidenceInAppendix).toBe(0);
  expect([...files.keys()].join()).not.toContain('appendix');
  for (const name of ['index.html', 'READ ME.txt']) expect(text(files, name)).not.toMatch(/appendix/i);
});

test('progress goes through the stages and ends full', async () => {
  const seen: PackProgress[] = [];
  await build(aPack(), { onProgress: (progress) => seen.push(progress) });
  expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(['files', 'summary', 'workbook', 'manifest']);
  for (const stage of ['files', 'summary', 'workbook', 'manifest']) {
    const last = seen.findLast((progress) => progress.stage === stage);
    expect(last?.done).toBe(last?.total);
  }
});

test.each(['files', 'summary', 'workbook'] as const)(
  'cancelled during %s, it rejects with the reason',
  async (stage) => {
    const controller = new AbortController();
    const reason = new Error('Cancelled by Programme Lead, holder 1');
    const onProgress = (progress: PackProgress) => {
      if (progress.stage === stage) controller.abort(reason);
    };
    const out = new PassThrough();
    out.resume();
    const { content, openFile } = aPack();
    await expect(writePack(content, { openFile, out, onProgress, signal: controller.signal })).rejects.toBe(
      reason,
    );
    expect(out.writableEnded).toBe(false);
  },
);
