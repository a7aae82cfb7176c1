import type { Writable } from 'node:stream';
import { cleanText, escapeMarkup } from '../paper/clean-text.ts';
import { ZipWriter } from '../zip/zip-writer.ts';
import { type Sheet, sheetXml } from './sheet-xml.ts';

export interface XlsxOptions {
  /** The only document properties written are this title and the time: no author, no company. */
  title: string;
  /** Printed at the top and bottom of each page; '' for none. */
  marking: string;
  createdAt: Date;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Streams a workbook of text to `out`, holding no more than a few hundred rows at a time. Strings only:
 * no formulas, no hidden sheets, no defined names, no author.
 */
export async function xlsxFromRows(out: Writable, sheets: readonly Sheet[], options: XlsxOptions) {
  const zip = new ZipWriter(out, options.createdAt);
  for (const [index, sheet] of sheets.entries()) {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    await zip.addStream(name, sheetXml(sheet, options.marking), { compress: true });
  }
  for (const [name, xml] of Object.entries(workbookParts(sheets, options))) {
    await zip.addBytes(name, Buffer.from(XML + xml), { compress: true });
  }
  return zip.finish();
}

function workbookParts(sheets: readonly Sheet[], { title, createdAt }: XlsxOptions): Record<string, string> {
  const numbers = sheets.map((_, index) => index + 1);
  const overrides = numbers
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${MAIN}.worksheet+xml"/>`)
    .join('');
  const listed = sheets
    .map(
      (sheet, i) =>
        `<sheet name="${escapeMarkup(sheetName(sheet.name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
    )
    .join('');
  const relations = numbers
    .map((n) => relation(`rId${n}`, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${n}.xml`))
    .join('');
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/>${overrides}<Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml')}${relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(cleanText(title))}</dc:title><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${createdAt.toISOString()}</dcterms:created></cp:coreProperties>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations}${relation('rIdStyles', `${OFFICE}/relationships/styles`, 'styles.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
  };
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

function sheetName(name: string): string {
  return cleanText(name)
    .replace(/[:\\/?*[\]\n\t]/g, ' ')
    .slice(0, 31);
}

/** Format 49 is "text": what is typed over a cell later stays text too. Style 1 is body, 2 is header. */
const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4B7A"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`;
