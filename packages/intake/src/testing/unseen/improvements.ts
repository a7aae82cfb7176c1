import type { Mark } from './paper.ts';
import { findings } from './phrases.ts';
import type { Making } from './report-parts.ts';

const BODY = 12;
const SIGNS = { bullet: '•', square: 'n', private: 'n', hyphen: '-', dash: '–', o: 'o' } as const;

/** The section that says what must improve, in the manner that this writer has. */
export function setImprovements(made: Making): void {
  const { manner, truth, sheet } = made;
  if (manner.list === 'absent') return;
  if (manner.listLow) sheet.lower(260);
  const urgent = truth.items.filter(({ isPriority }) => isPriority);
  const rest = truth.items.filter(({ isPriority }) => !isPriority);
  if (truth.layout === 'SIF_JOINT') {
    heading(made, manner.heading);
    if (urgent.length > 0) subHeading(made, 'Priority and immediate action');
    setItems(made, urgent, 0);
    subHeading(made, 'Areas for improvement');
    setItems(made, rest, urgent.length);
    return;
  }
  if (urgent.length > 0) {
    heading(made, urgent.length === 1 ? 'Area for priority action' : 'Areas for priority action');
    paragraph(made, 'The local authority needs to take swift and decisive action to address the following:');
    setItems(made, urgent, 0);
  }
  heading(made, manner.heading);
  if (manner.list === 'prose') {
    paragraph(made, findings(made.pick, 3));
    return;
  }
  if (manner.leadSentence) paragraph(made, manner.leadSentence);
  setItems(made, rest, 0);
}

function heading({ sheet, manner, truth }: Making, words: string): void {
  sheet.space(20);
  sheet.keep(170);
  if (truth.layout === 'ILACS_2026' && manner.breaks === 'none')
    sheet.notedHeading(words, manner.headingSize);
  else sheet.text(words, { size: manner.headingSize, bold: true });
}

function subHeading({ sheet }: Making, words: string): void {
  sheet.space(14);
  sheet.keep(150);
  sheet.text(words, { size: BODY, bold: true });
}

function paragraph({ sheet }: Making, words: string): void {
  sheet.space(10);
  sheet.text(words, { size: BODY });
}

function setItems(made: Making, items: readonly { text: string }[], before: number): void {
  const { sheet, manner } = made;
  sheet.space(6);
  for (const [index, { text }] of items.entries()) {
    sheet.space(Math.max(manner.itemGap, manner.mark === 'none' ? 12 : 0));
    const [lead = '', ...subs] = text.split(/ (?=– )/u);
    const isNested = subs.length > 0 && lead.endsWith(':');
    const mark = markOf(made, before + index);
    const style = {
      size: BODY,
      indent: mark ? mark.x + 18 + (before + index > 8 ? 4 : 0) : manner.listIndent,
      hang: manner.hangs,
    };
    sheet.text(isNested ? lead : text, style, mark);
    if (!isNested) continue;
    for (const sub of subs)
      sheet.text(
        sub.slice(2),
        { size: BODY, indent: style.indent + 36 },
        { text: '–', x: style.indent + 18 },
      );
  }
}

function markOf({ truth, manner }: Making, index: number): Mark | undefined {
  const x = manner.listIndent;
  const one = manner.inOneRun ? { inOneRun: true } : {};
  if (truth.kind === 'SIF') return { text: `${index + 1}.`, x, ...one };
  if (manner.mark === 'none') return undefined;
  if (manner.mark === 'letters') return { text: `(${'abcdefghijklmnopq'[index]})`, x };
  const isSigns = manner.mark === 'square' || manner.mark === 'private';
  const signs = manner.mark === 'square' ? 'dingbats' : 'private';
  return { text: SIGNS[manner.mark], x, ...(isSigns ? { signs } : manner.mark === 'bullet' ? one : {}) };
}
