import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { anEvidence, aPack, type PackFixture } from './fixtures/a-pack.ts';
import { FORMULA_PAYLOADS } from './fixtures/formula-payloads.ts';
import { readPdf } from './fixtures/read-pdf.ts';
import { readZip } from './fixtures/read-zip.ts';
import type { PackManifest } from './manifest.ts';
import { type PackProgress, type WritePackOptions, writePack } from './write-pack.ts';

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
    'evidence/R1 Partnership working/E1 Placement stability data.pdf',
    'evidence/R3 Effectiveness of the fostering service/E2 What young people told us.pdf',
    'evidence/R3 Effectiveness of the fostering service/E3 Foster carer supervision audit.pdf',
  ]);
});

test('the same content makes the same evidence, workbook, index and note', async () => {
  const [first, second] = [await build(aPack()), await build(aPack())];
  for (const name of ['actions.xlsx', 'index.html', 'READ ME.txt']) {
    expect(second.files.get(name)?.equals(first.files.get(name) ?? Buffer.alloc(0))).toBe(true);
  }
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
    expect([...files.keys()].some((name) => name.includes('E2 '))).toBe(false);
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

test('evidence of one title gets names of its own, and evidence of no recommendation a folder', async () => {
  const fixture = aPack();
  const { content, files: stored } = fixture;
  content.evidence = [1, 2].map((n) => ({
    ...anEvidence(stored, n, ['R1'], `text ${n}`),
    ref: 'E1',
    title: 'Same',
  }));
  content.evidence.push({
    ...anEvidence(stored, 3, [], 'text 3'),
    title: 'CON',
    fileName: 'x.unknown-ending',
  });
  const { files } = await build(fixture);
  expect([...files.keys()].slice(0, 3)).toEqual([
    'evidence/R1 Partnership working/E1 Same.pdf',
    'evidence/R1 Partnership working/E1 Same (2).pdf',
    'evidence/Not linked to a recommendation/E3 CON',
  ]);
});

test('OFFICIAL-SENSITIVE files stand apart in an appendix that can be taken out, and every part says so', async () => {
  const fixture = aPack(({ evidence: [, item] }) => {
    if (item) Object.assign(item, { sensitivity: 'OFFICIAL-SENSITIVE', place: 'APPENDIX' });
  });
  const { result, files } = await build(fixture);
  const folder = 'appendix OFFICIAL-SENSITIVE';
  const path = `${folder}/R3 Effectiveness of the fostering service/E2 What young people told us.pdf`;
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
