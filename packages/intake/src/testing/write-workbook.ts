import { strToU8, zipSync } from 'fflate';

/** A cell of a made-up workbook: words, a figure, or either with a look. */
export type MadeCell =
  | string
  | number
  | null
  | {
      value: string | number | null;
      shows?: 'date' | 'percent';
      /** RRGGBB, a place in the theme with a tint, or a number of the old palette. */
      fill?: string | { theme: number; tint?: number } | { indexed: number };
    };
export type MadeSheet = {
  name: string;
  rows: readonly (readonly MadeCell[])[];
  merges?: readonly string[];
  hiddenRows?: readonly number[];
  isHidden?: boolean;
  /** Words by cell: notes of the old kind, or comments in a conversation, each with the stand-in that old readers see. */
  notes?: Readonly<Record<string, string>>;
  comments?: Readonly<Record<string, readonly string[]>>;
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of an XLSX workbook as Excel writes one: shared strings, styles and merged cells. */
export function writeWorkbook(sheets: readonly MadeSheet[], { is1904 = false } = {}): Uint8Array {
  const strings: string[] = [];
  const styles = [''];
  const parts: Record<string, Uint8Array> = {};
  const add = (name: string, xml: string) => {
    parts[name] = strToU8(HEAD + xml);
  };
  for (const [at, sheet] of sheets.entries()) {
    add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, strings, styles));
    for (const [name, xml] of notesOf(sheet, at + 1)) add(name, xml);
  }
  const listed = sheets
    .map(
      ({ name, isHidden }, at) =>
        `<sheet name="${escaped(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
    )
    .join('');
  const from = is1904 ? '<workbookPr date1904="1"/>' : '';
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELS}">${from}<sheets>${listed}</sheets></workbook>`,
  );
  const related = sheets
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('');
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}</Relationships>`,
  );
  const items = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  add('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${items}</sst>`);
  add('xl/styles.xml', stylesXml(styles));
  return zipSync(parts, { level: 1 });
}

/** The parts that hold a sheet's notes, and the one that ties them to it. */
function notesOf({ notes = {}, comments = {} }: MadeSheet, number: number): [name: string, xml: string][] {
  const conversations = Object.entries(comments);
  const old = [
    ...Object.entries(notes),
    ...conversations.map(([ref, said]) => [
      ref,
      `[Threaded comment]\n\nYour version of Excel shows comments only.\n\nComment:\n    ${said.join('\nReply:\n    ')}`,
    ]),
  ];
  if (old.length === 0) return [];
  const listed = old
    .map(
      ([ref, text = '']) =>
        `<comment ref="${ref}" authorId="0"><text><r><t>${escaped(text)}</t></r></text></comment>`,
    )
    .join('');
  const said = conversations
    .flatMap(([ref, words]) => words.map((text) => ({ ref, text })))
    .map(({ ref, text }) => `<threadedComment ref="${ref}"><text>${escaped(text)}</text></threadedComment>`)
    .join('');
  const target = (type: string, to: string, id: number) =>
    `<Relationship Id="rId${id}" Type="${type}" Target="${to}"/>`;
  return [
    [
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
        target(`${RELS}/comments`, `../comments${number}.xml`, 1) +
        target(
          'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
          `../threadedComments/threadedComment${number}.xml`,
          2,
        )
      }</Relationships>`,
    ],
    [
      `xl/comments${number}.xml`,
      `<comments xmlns="${MAIN}"><authors><author>Holder</author></authors><commentList>${listed}</commentList></comments>`,
    ],
    [
      `xl/threadedComments/threadedComment${number}.xml`,
      `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">${said}</ThreadedComments>`,
    ],
  ];
}

function sheetXml(sheet: MadeSheet, strings: string[], styles: string[]): string {
  const known = new Map(strings.map((text, at) => [text, at]));
  const rows = sheet.rows.map((cells, at) => {
    const written = cells.map((cell, column) => {
      const { value, ...look } = typeof cell === 'object' && cell !== null ? cell : { value: cell };
      const style = styleOf(look, styles);
      const place = `r="${letters(column)}${at + 1}"${style === 0 ? '' : ` s="${style}"`}`;
      if (value === null || value === '') return style === 0 ? '' : `<c ${place}/>`;
      if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
      const number = known.get(value) ?? strings.push(value) - 1;
      known.set(value, number);
      return `<c ${place} t="s"><v>${number}</v></c>`;
    });
    const hidden = sheet.hiddenRows?.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${written.join('')}</row>`;
  });
  const merged = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const merges = merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`;
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`;
}

type Look = Omit<Extract<MadeCell, { value: unknown }>, 'value'>;

/** The number of the style with this look, added when it is new. */
function styleOf(look: Look, styles: string[]): number {
  const { shows, fill } = look;
  if (shows === undefined && fill === undefined) return 0;
  const key = JSON.stringify({ shows, fill });
  const at = styles.indexOf(key);
  return at >= 0 ? at : styles.push(key) - 1;
}

function stylesXml(styles: readonly string[]): string {
  const looks = styles.map((key): Look => (key === '' ? {} : JSON.parse(key)));
  const fills = looks.map(({ fill }) => {
    if (fill === undefined) return '<fill><patternFill patternType="none"/></fill>';
    const colour =
      typeof fill === 'string'
        ? `rgb="FF${fill}"`
        : 'indexed' in fill
          ? `indexed="${fill.indexed}"`
          : `theme="${fill.theme}" tint="${fill.tint ?? 0}"`;
    return `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`;
  });
  const formats = looks.map(
    ({ shows }, at) =>
      `<xf numFmtId="${shows === 'date' ? 164 : shows === 'percent' ? 9 : 0}" fillId="${at}"/>`,
  );
  return (
    `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts>` +
    `<fills>${fills.join('')}</fills><cellStyleXfs><xf numFmtId="0" fillId="0"/></cellStyleXfs>` +
    `<cellXfs>${formats.join('')}</cellXfs></styleSheet>`
  );
}
