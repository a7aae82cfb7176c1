import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ReportFailureReason, ReportResult } from '@gt/contracts/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportJson } from '../cli/report-json.ts';
import * as made from '../testing/index.ts';
import { NORTHMOOR } from '../testing/northmoor.ts';
import { readInspectionReport } from './read-inspection-report.ts';

const run = promisify(execFile);
const CLI = fileURLToPath(new URL('../cli/report.ts', import.meta.url));

let folder = '';
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gt-intake-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(bytes: Uint8Array): Promise<string> {
  count += 1;
  const path = join(folder, `file-${count}.pdf`);
  await writeFile(path, bytes);
  return path;
}

function draftOf(result: ReportResult) {
  if (!result.ok) throw new Error(result.message);
  return result.draft;
}

describe('reports made here, in the published layouts', () => {
  it('reads the default report whole', async () => {
    const draft = draftOf(await readInspectionReport(await put(made.sampleReportPdf())));
    expect(draft).toMatchObject({
      authority: 'Northmoor',
      authorityPrinted: 'Northmoor City Council',
      inspectionDateText: '3 December 2018 to 14 December 2018',
      startDate: '2018-12-03',
      endDate: '2018-12-14',
      leadInspector: NORTHMOOR.leadInspector,
      publicationDate: null,
      urn: null,
      inspectionType: null,
      frameworkKey: 'ILACS_2018',
      improvementHeading: { text: 'What needs to improve', page: 2 },
      warnings: [],
    });
    expect(draft.items.map((item) => item.text)).toEqual(NORTHMOOR.items);
    expect(draft.items.every((item) => item.page === 2 && item.bearing.length > 0)).toBe(true);
    const written = NORTHMOOR.paragraphs.flatMap(({ section, texts }) =>
      texts.map((text) => ({ section, text })),
    );
    expect(draft.paragraphs.map(({ section, text }) => ({ section, text }))).toEqual(written);
    expect(draft.paragraphs.map((paragraph) => paragraph.number)).toEqual(
      written.map((_, index) => index + 1),
    );
  });

  it('reads the layout with running footers, a footnote mark, references and no overall grade', async () => {
    const items = [
      'Records of 16- and 17-year-old children. (outcome 2, national framework)',
      {
        leadIn: 'Support for young carers, including:',
        subItems: ['finding them early', 'time of their own.'],
      },
    ];
    const areas = ['children who need help and protection', 'children in care', 'care leavers'];
    const pdf = made.makeSampleReport({
      layout: 'ILACS_2026',
      authority: 'North and South Moor',
      startEnd: '8 to 19 June 2026',
      heading: 'What needs to improve?',
      items,
      grades: [
        ['The impact of leaders on social work practice with children and families', 'Good'],
        ...areas.map((area): [string, string] => [`The experiences and progress of ${area}`, 'Good']),
      ],
    });
    const draft = draftOf(await readInspectionReport(await put(pdf)));
    expect(draft).toMatchObject({
      authority: 'North and South Moor',
      frameworkKey: 'ILACS_2026',
      warnings: [],
    });
    expect(draft.items).toMatchObject([
      {
        nationalFrameworkRefs: ['outcome 2'],
        textWithoutFrameworkRef: 'Records of 16- and 17-year-old children.',
      },
      {
        leadIn: 'Support for young carers, including:',
        subItems: ['finding them early', 'time of their own.'],
      },
    ]);
    const everything = JSON.stringify(draft.paragraphs);
    expect(everything).not.toContain('cross-referenced');
    expect(everything).not.toContain('Inspection of North');
  });

  it('reads the older layout: numbered recommendations, overall in a sentence, printed date', async () => {
    const pdf = made.makeSampleReport({
      layout: 'SIF',
      authority: 'Northmoor',
      heading: 'Recommendations',
      published: '25 November 2016',
      overall: 'Children’s services in Northmoor require improvement',
      grades: [
        ['1. Children who need help and protection', 'Requires improvement'],
        ['2. Children looked after and achieving permanence', 'Good'],
        ['3. Leadership, management and governance', 'Good'],
      ],
    });
    const draft = draftOf(await readInspectionReport(await put(pdf)));
    expect(draft).toMatchObject({
      authority: 'Northmoor',
      publicationDate: '2016-11-25',
      leadInspector: NORTHMOOR.leadInspector,
      frameworkKey: 'SIF',
    });
    expect(draft.grades.map((grade) => grade.grade)).toEqual([
      'REQUIRES_IMPROVEMENT',
      'REQUIRES_IMPROVEMENT',
      'GOOD',
      'GOOD',
    ]);
    expect(draft.items).toHaveLength(6);
    expect(draft.paragraphs[0]?.number).toBe(7);
  });

  it('says plainly that there is no list: no heading, or prose under it', async () => {
    const none = draftOf(
      await readInspectionReport(await put(made.makeSampleReport({ heading: null, items: [] }))),
    );
    expect(none.warnings.map((warning) => warning.code)).toEqual(['NO_IMPROVEMENT_HEADING']);
    const prose = 'There is little to improve, and leaders know what it is.';
    const told = draftOf(await readInspectionReport(await put(made.makeSampleReport({ items: [], prose }))));
    expect(told.warnings).toMatchObject([{ code: 'IMPROVEMENT_IS_PROSE', page: 2, prose }]);
  });
});

describe('files that cannot be read', () => {
  it.each<[ReportFailureReason, () => Uint8Array, RegExp]>([
    ['EMPTY_FILE', made.emptyFile, /0 bytes/],
    ['NOT_A_PDF', () => new TextEncoder().encode('PK\u0003\u0004 a workbook'), /not a PDF/],
    ['ENCRYPTED', made.encryptedPdf, /password/],
    ['NO_TEXT', made.scannedPdf, /no text/],
    ['TOO_MANY_PAGES', made.longPdf, /600 pages.*500 pages/],
    ['NOT_AN_INSPECTION_REPORT', made.ordinaryPdf, /does not look like an inspection report/],
    ['DAMAGED', made.damagedPdf, /damaged/],
  ])('%s', async (reason, make, words) => {
    const result = await readInspectionReport(await put(make()));
    expect(result).toMatchObject({ ok: false, reason, message: expect.stringMatching(words) });
    expect(result).toMatchObject({ message: expect.stringContaining('enter the recommendations by hand') });
  });

  it('stops at its limits of time and memory', async () => {
    const path = await put(made.sampleReportPdf());
    const slow = await readInspectionReport(path, { timeMs: 5 });
    expect(slow).toMatchObject({ reason: 'TOO_SLOW', message: expect.stringContaining('0.005 seconds') });
    const large = await readInspectionReport(path, { memoryBytes: 40 * 1024 * 1024 });
    expect(large).toMatchObject({ reason: 'TOO_MUCH_MEMORY', message: expect.stringContaining('40 MB') });
  });

  it('never fails by an exception on a report that was cut off', async () => {
    const whole = made.sampleReportPdf();
    for (const share of [0.02, 0.3, 0.6, 0.95]) {
      const result = await readInspectionReport(await put(whole.slice(0, Math.floor(whole.length * share))));
      expect(typeof result.ok).toBe('boolean');
    }
  });
});

describe('the command', () => {
  it('prints JSON for a report', async () => {
    const { stdout } = await run(process.execPath, [CLI, await put(made.sampleReportPdf())]);
    expect(JSON.parse(stdout)).toMatchObject({
      authority: 'Northmoor',
      published: null,
      what_needs_to_improve: NORTHMOOR.items,
    });
  });
  it('prints one sentence and fails for anything else', async () => {
    for (const path of [await put(made.ordinaryPdf()), join(folder, 'no-such-file.pdf')]) {
      const failed = run(process.execPath, [CLI, path]);
      await expect(failed).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^[^\n]+\n$/),
      });
    }
  });
});

describe('published reports', () => {
  const published = process.env.REPORTS_DIR;
  const names = published ? readdirSync(published).filter((name) => name.endsWith('.pdf')) : [];
  if (!published) process.stdout.write('published reports: not run\n');
  it.skipIf(!published)('there is at least one', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  for (const name of names) {
    const path = join(published ?? '', name);
    const notes = path.replace(/\.pdf$/, '.expected.json');
    it.skipIf(!existsSync(notes))(`${name} comes out as a careful reader took it`, async () => {
      const expected = JSON.parse(readFileSync(notes, 'utf8'));
      const found = reportJson(draftOf(await readInspectionReport(path)));
      const keys = [
        'authority',
        'inspection_date',
        'lead_inspector',
        'report_format',
        'grades',
        'what_needs_to_improve',
        'items',
      ];
      for (const key of keys.filter((each) => each in expected))
        expect(found[key], key).toEqual(expected[key]);
      // What is not printed is null; what is printed must be what was published.
      for (const key of ['published', 'urn', 'inspection_type'])
        expect([null, expected[key] ?? null], key).toContain(found[key]);
      const numbers = (found.paragraphs as { number: number }[]).map((paragraph) => paragraph.number);
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
      expect(numbers.length).toBeGreaterThan(25);
    });
  }
});
