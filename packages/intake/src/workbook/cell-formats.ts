import { isDateFormat, isKnownDate } from '../preview/flat-workbook.ts';
import { readXml } from '../screening/read-xml.ts';
import { INDEXED_COLOURS, tinted } from './colours.ts';

/** How a cell of each style is shown: as what, and on which colour. */
export type CellFormat = { shows: 'PLAIN' | 'DATE' | 'PERCENT'; fill?: string };

const isKnownPercent = (id: number) => id === 9 || id === 10;

/** For each style of a cell by its number, what it shows and its fill as RRGGBB. `theme` is the theme's colours. */
export function readCellFormats(data: Uint8Array, theme: readonly string[]): CellFormat[] {
  const dates = new Set<number>();
  const percents = new Set<number>();
  const fills: (string | undefined)[] = [];
  const formats: CellFormat[] = [];
  let [isInFills, isInCells, isSolid] = [false, false, false];
  readXml(data, {
    open: (name, attributes) => {
      const { numFmtId = '0', formatCode = '', fillId = '0', patternType } = attributes;
      if (name === 'numFmt') {
        if (isDateFormat(formatCode)) dates.add(Number(numFmtId));
        else if (formatCode.includes('%')) percents.add(Number(numFmtId));
      }
      if (name === 'fills') isInFills = true;
      if (name === 'cellXfs') isInCells = true;
      if (name === 'fill' && isInFills) fills.push(undefined);
      if (name === 'patternFill') isSolid = patternType === 'solid';
      if (name === 'fgColor' && isInFills && isSolid) fills[fills.length - 1] = colourOf(attributes, theme);
      if (name === 'xf' && isInCells) {
        const id = Number(numFmtId);
        const fill = fills[Number(fillId)];
        const shows =
          isKnownDate(id) || dates.has(id)
            ? 'DATE'
            : isKnownPercent(id) || percents.has(id)
              ? 'PERCENT'
              : 'PLAIN';
        formats.push({ shows, ...(fill === undefined ? {} : { fill }) });
      }
    },
    close: (name) => {
      if (name === 'fills') isInFills = false;
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

/** A colour by itself, by its number in the old palette, or by its place in the theme with a tint. */
function colourOf(attributes: Record<string, string>, theme: readonly string[]): string | undefined {
  const { rgb, indexed, theme: place, tint = '0' } = attributes;
  const base =
    rgb !== undefined
      ? rgb.slice(-6)
      : indexed !== undefined
        ? INDEXED_COLOURS[Number(indexed)]
        : place === undefined
          ? undefined
          : theme[Number(place)];
  return base === undefined || !/^[0-9a-f]{6}$/i.test(base)
    ? undefined
    : tinted(base.toUpperCase(), Number(tint));
}

/**
 * The colours of a theme in the order in which cells name them: light before dark, unlike in the theme itself.
 * Answers Office's own colours for a workbook without a theme.
 */
export function readTheme(data: Uint8Array): string[] {
  const colours: string[] = [];
  let isInScheme = false;
  readXml(data, {
    open: (name, { val, lastClr }) => {
      if (name === 'clrScheme') isInScheme = true;
      if (isInScheme && (name === 'srgbClr' || name === 'sysClr'))
        colours.push((lastClr ?? val ?? '').slice(-6));
    },
    close: (name) => {
      if (name === 'clrScheme') isInScheme = false;
    },
  });
  const found = colours.length >= 12 ? colours : OFFICE;
  const [dark1 = '', light1 = '', dark2 = '', light2 = '', ...rest] = found;
  return [light1, dark1, light2, dark2, ...rest];
}

const OFFICE = [
  '000000',
  'FFFFFF',
  '44546A',
  'E7E6E6',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];
