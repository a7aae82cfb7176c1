import type { ReportContent } from '@gt/contracts/words';
import { layoutDocument } from 'docx/layout';
import { describe, expect, test } from 'vitest';
import { aBoardReport, aFullBoardReport, aHead } from '../fixtures/a-report.ts';
import { readPdf } from '../fixtures/read-pdf.ts';
import { readZip } from '../fixtures/read-zip.ts';
import { paperData } from './paper-data.ts';
import { reportDocument, writeReportDocx } from './write-report-docx.ts';
import { writeReportPdf } from './write-report-pdf.ts';

const flat = (text: string[]) =>
  text
    .join('\n')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ');

async function readDocx(content: ReportContent, head = aHead()) {
  const files = await readZip(await writeReportDocx(content, head));
  const xml = (path: string) => files.get(path)?.toString('utf8') ?? '';
  const document = xml('word/document.xml');
  const textOf = (part: string) =>
    [...part.matchAll(/<w:t[ >][^<]*|<w:tab\/>|<w:br\/>|<\/w:p>/g)]
      .map(([found]) => (found.startsWith('<w:t ') ? found.replace(/^[^>]*>/, '') : '\n'))
      .join('');
  return { files, xml, document, textOf, text: textOf(document) };
}

const words = (text: string): ReportContent => ({
  formatVersion: 1,
  subtitle: text.slice(0, 200),
  facts: [{ label: text.slice(0, 100), value: text.slice(0, 100) }],
  sections: [
    {
      key: 'a',
      heading: text.slice(0, 100),
      isIncluded: true,
      blocks: [
        { kind: 'WORDS', key: 'w', text, written: '', isInternal: false },
        {
          kind: 'TABLE',
          key: 't',
          caption: text.slice(0, 100),
          columns: [
            { header: 'One', width: 1, isInternal: false },
            { header: 'Two', width: 2, isInternal: false },
          ],
          rows: [[{ text }, { text: '', rag: 'BLUE' }]],
          note: text.slice(0, 100),
        },
      ],
    },
  ],
});

describe('a board report as PDF', () => {
  test('claims PDF/UA-1, is titled and in British English, with headings, captions, header cells and alternative text', async () => {
    const { bytes } = writeReportPdf(aBoardReport(12), aHead());
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toContain('/StructTreeRoot');
    const pdf = await readPdf(bytes);
    expect(pdf.title).toBe('Board report 3, 12 March 2026');
    expect(pdf.lang).toBe('en-GB');
    expect(pdf.roles).toMatchObject({ H1: 1, H2: 9, Table: 8, Caption: 8, THead: 8, TH: 38, Figure: 5 });
    expect(pdf.alts).toContain('2 red, 3 amber, 4 green, 2 not rated and 1 closed');
    expect(pdf.bookmarks).toEqual([
      'Board report 3, 12 March 2026',
      ...aBoardReport(12).sections.map(({ heading }) => heading),
    ]);
  });

  test('says its marking twice on each page, its colours as letter and word, and its place among the pages', async () => {
    const pdf = await readPdf(writeReportPdf(aBoardReport(12), aHead()).bytes);
    for (const [at, page] of pdf.text.entries()) {
      expect(page.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2);
      expect(page).toContain(`Page ${at + 1} of ${pdf.pages}`);
    }
    expect(flat(pdf.text)).toContain('R Off track');
    expect(flat(pdf.text)).toContain('A At risk');
  });

  test.each([
    [0, 1],
    [1, 2],
    [500, 4],
  ])('of %i actions has %i pages', async (actions, pages) => {
    const written = writeReportPdf(aBoardReport(actions), aHead());
    expect(written.pages).toBe(pages);
    expect((await readPdf(written.bytes)).pages).toBe(pages);
  });

  test('of 500 red, late, moved and blocked actions with much to say has four pages, and so has the Word document', async () => {
    const content = aFullBoardReport();
    expect((await readPdf(writeReportPdf(content, aHead()).bytes)).pages).toBe(4);
    expect(layoutDocument(reportDocument(paperData(content, aHead()))).pages).toHaveLength(4);
  });

  test('leaves out what is not included, empty sections and internal columns that were taken away', async () => {
    const content = aBoardReport(12);
    for (const section of content.sections) if (section.key === 'risks') section.isIncluded = false;
    const pdf = flat((await readPdf(writeReportPdf(content, aHead({ marking: '' })).bytes)).text);
    expect(pdf).not.toContain('Risks: what is in the way');
    expect(pdf).not.toContain('OFFICIAL');
    expect(pdf).toContain('What changed for children');
  });

  test('the same paper made twice is the same file', () => {
    const [first, second] = [1, 2].map(() => Buffer.from(writeReportPdf(aBoardReport(3), aHead()).bytes));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('a board report as a Word document', () => {
  test('has heading styles, header rows, alternative text on every picture, its language and its title', async () => {
    const { document, xml } = await readDocx(aBoardReport(12));
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
    expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(9);
    const tables = document.match(/<w:tbl>/g)?.length;
    expect(tables).toBe(8);
    // Each table's first row, and no other, is its header.
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables ?? 0);
    for (const [, first] of document.matchAll(/<w:tbl>.*?(<w:tr>.*?<\/w:tr>)/gs)) {
      expect(first).toContain('<w:tblHeader/>');
    }
    const pictures = [...document.matchAll(/<wp:docPr [^>]*>/g)].map(([found]) => found);
    expect(pictures).toHaveLength(5);
    for (const picture of pictures) expect(picture).toMatch(/descr="\d+ [a-z]+[^"]*"/);
    expect(xml('word/styles.xml')).toMatch(/<w:docDefaults>.*?<w:lang w:val="en-GB"/s);
    expect(xml('docProps/core.xml')).toContain('<dc:title>Board report 3, 12 March 2026</dc:title>');
    expect(xml('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
  });

  test('bears its marking in header and footer, and numbers its pages', async () => {
    const { xml, textOf, document } = await readDocx(aBoardReport(1));
    expect(textOf(xml('word/header1.xml'))).toContain('OFFICIAL-SENSITIVE');
    expect(textOf(xml('word/footer1.xml'))).toContain('OFFICIAL-SENSITIVE');
    expect(xml('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s);
    expect(document).toMatch(/<w:headerReference w:type="default"/);
    expect(document).toMatch(/<w:footerReference w:type="default"/);
  });

  test('holds nothing that is not on the page', async () => {
    const { files, document, xml } = await readDocx(aBoardReport(12));
    expect([...files.keys()].filter((path) => /comment|embed|vba|people/i.test(path))).toEqual([]);
    expect(document).not.toMatch(/<w:(ins|del|vanish|moveFrom|commentReference)[ />]/);
    expect(xml('word/settings.xml')).not.toContain('trackRevisions');
    expect(xml('docProps/custom.xml')).not.toContain('<property ');
  });

  test('prints the colours as shape, letter and word', async () => {
    const { text } = await readDocx(aBoardReport(12));
    expect(text).toContain('▲ R Off track');
    expect(text).toContain('◆ A At risk');
  });
});

describe('hostile words', () => {
  test.each([
    ['markup', '<script>alert(1)</script> & </w:t> #eval("1") *x* $y$ `z` <label> @ref \\ // /* */', null],
    ['right to left and turned', 'שלום \u202egnp.exe\u202c مرحبا', 'gnp.exe'],
    ['emoji and joined letters', 'Good 👍🏽 family 👨‍👩‍👧 and ශ්‍රී', null],
    ['controls', 'A\u0000B\u0007C\ud800D\u2028E', 'ABC'],
    ['20,000 characters without a space', 'x'.repeat(20_000), null],
    ['20,000 characters', 'word '.repeat(4_000), null],
  ])(
    '%s open in both',
    async (_what, text, expected) => {
      const content = words(text);
      const pdf = await readPdf(writeReportPdf(content, aHead({ title: text.slice(0, 200) })).bytes);
      expect(pdf.pages).toBeGreaterThanOrEqual(1);
      const { document, xml } = await readDocx(content, aHead({ title: text.slice(0, 200) }));
      for (const part of [document, xml('docProps/core.xml'), xml('word/footer1.xml')]) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot carry is looked for.
        expect(part).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/);
        expect(part).not.toContain('<script>');
        expect(part.trimEnd().endsWith('>')).toBe(true);
      }
      if (expected) expect(document.replace(/\s/g, '')).toContain(expected);
    },
    60_000,
  );
});
