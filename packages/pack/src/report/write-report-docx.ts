import type { ReportContent } from '@gt/contracts/words';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { escapeMarkup } from '../paper/clean-text.ts';
import { BULLETS, INK, MUTED, STYLES, THREAD, textRuns } from './docx-style.ts';
import { docxTable, PAGE_WIDTH } from './docx-table.ts';
import { headLine, type PaperBlock, type PaperData, paperData } from './paper-data.ts';
import { logoSize, type ReportHead, type ReportLogo } from './report-head.ts';

/** A4 with margins of 20 mm at the sides and 24 mm above and below, in twips. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { left: 1_134, right: 1_134, top: 1_361, bottom: 1_361, header: 600, footer: 480 },
};

/**
 * A paper as a Word document: real headings, tables with a header row that repeats, alternative text on every
 * picture, the language set, the marking in header and footer. It holds nothing that is not on the page: no comments,
 * no tracked changes, no hidden text, and no properties beyond title, author and date.
 */
export async function writeReportDocx(content: ReportContent, head: ReportHead): Promise<Buffer> {
  const paper = paperData(content, head);
  const properties = { path: 'docProps/core.xml', data: coreProperties(paper.head) };
  return Packer.toBuffer(reportDocument(paper), false, [properties]);
}

/** The document before it is packed, which a test lays out in pages. */
export function reportDocument(paper: PaperData): Document {
  return new Document({
    title: paper.head.title,
    creator: paper.head.organisation,
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: new Header({ children: [markingLine(paper.head.marking)] }) },
        footers: { default: footerOf(paper.head) },
        children: [...headOf(paper), ...paper.sections.flatMap(sectionOf)],
      },
    ],
  });
}

function markingLine(marking: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 0 },
    children: [new TextRun({ text: marking, bold: true, characterSpacing: 12, size: 18, color: INK })],
  });
}

function footerOf({ marking, title }: ReportHead): Footer {
  const small = { size: 16, color: MUTED };
  return new Footer({
    children: [
      markingLine(marking),
      new Paragraph({
        spacing: { before: 40, after: 0 },
        tabStops: [{ type: TabStopType.RIGHT, position: PAGE_WIDTH }],
        children: [
          new TextRun({ ...small, text: title }),
          new TextRun({
            ...small,
            children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

function headOf({ head, subtitle, facts }: PaperData): FileChild[] {
  const quiet = (text: string, size = 18) =>
    new Paragraph({
      spacing: { after: 40 },
      keepNext: true,
      children: [new TextRun({ text, color: MUTED, size })],
    });
  const children: FileChild[] = [
    ...(head.logo ? [logoOf(head.logo)] : []),
    quiet(head.organisation, 20),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns(head.title) }),
    new Paragraph({ style: 'Subtitle', children: textRuns(subtitle) }),
    new Paragraph({
      spacing: { after: 120 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: THREAD } },
      children: [new TextRun({ text: headLine(head), color: MUTED, size: 18 })],
    }),
  ];
  for (const { label, value } of facts) {
    children.push(
      new Paragraph({
        spacing: { after: 40 },
        children: [new TextRun({ text: `${label}: `, color: MUTED, bold: true }), ...textRuns(value)],
      }),
    );
  }
  return children;
}

/** Pixels of Word to a point. */
const PIXELS_A_POINT = 4 / 3;

function logoOf(logo: ReportLogo): Paragraph {
  const { width, height } = logoSize(logo);
  const image = new ImageRun({
    type: 'png',
    data: logo.png,
    transformation: {
      width: Math.round(width * PIXELS_A_POINT),
      height: Math.round(height * PIXELS_A_POINT),
    },
    altText: { name: 'Logo', title: logo.alt, description: logo.alt },
  });
  return new Paragraph({ spacing: { after: 120 }, keepNext: true, children: [image] });
}

function sectionOf({ heading, blocks }: PaperData['sections'][number]): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: textRuns(heading) }),
    ...blocks.flatMap(blockOf),
  ];
}

function blockOf(block: PaperBlock): FileChild[] {
  if (block.kind === 'TABLE') {
    return [
      new Paragraph({ style: 'Caption', keepNext: true, children: textRuns(block.caption) }),
      docxTable(block),
      // Two tables without a paragraph between them would be one table.
      new Paragraph({
        spacing: { before: 60, after: 60 },
        children: textRuns(block.note, { color: MUTED, size: 17 }),
      }),
    ];
  }
  if (block.kind === 'LIST') {
    return block.items.map(
      (item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: textRuns(item) }),
    );
  }
  if (block.kind === 'QUOTE') return [new Paragraph({ style: 'Quote', children: textRuns(block.text) })];
  return [new Paragraph({ children: textRuns(block.text) })];
}

/** Written by hand, because the library dates a document with the moment of packing and names no language. */
function coreProperties({ title, organisation, issuedAt }: ReportHead): string {
  const at = new Date(issuedAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(title)}</dc:title><dc:creator>${escapeMarkup(organisation)}</dc:creator><cp:lastModifiedBy>${escapeMarkup(organisation)}</cp:lastModifiedBy>${stamp('created')}${stamp('modified')}<dc:language>en-GB</dc:language></cp:coreProperties>`;
}
