import { BorderStyle, type IRunOptions, type IStylesOptions, TextRun } from 'docx';

export const INK = '1B2430';
export const MUTED = '566273';
export const THREAD = 'A87C12';
export const RULE = 'D5DAE1';
export const CANVAS = 'F6F7F9';
/** The one list style. */
export const BULLETS = 'bullets';

/** Arial, because the paper's own font is on few machines and Word would choose for itself. */
const FONT = 'Arial';
const LANGUAGE = { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'en-GB' };

/** Sizes are half-points, distances twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: INK, language: LANGUAGE },
      paragraph: { spacing: { after: 100, line: 264 } },
    },
    heading1: {
      run: { font: FONT, size: 40, bold: true, color: INK },
      paragraph: { spacing: { before: 0, after: 60 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 25, bold: true, color: INK },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { font: FONT, size: 22, color: INK },
      paragraph: { spacing: { after: 60 }, keepNext: true },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { font: FONT, size: 18, bold: true, color: MUTED },
      paragraph: { spacing: { before: 80, after: 60 }, keepNext: true },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { font: FONT, size: 22, italics: true, color: INK },
      paragraph: {
        indent: { left: 200 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: THREAD } },
      },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { font: FONT, size: 17, color: INK },
      paragraph: { spacing: { before: 0, after: 0, line: 240 } },
    },
  ],
};

/** People's text with its own line breaks kept. */
export function textRuns(text: string, more: Pick<IRunOptions, 'bold' | 'color' | 'size'> = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ ...more, text: line, ...(at > 0 ? { break: 1 } : {}) }));
}
