import type { ReportBlock, ReportContent, ReportSection, ReportTable } from '@gt/contracts/words';
import { TELLING_LENGTH } from '../redaction/index.ts';

/** What is destroyed, as a paper may repeat it. */
export type DestroyedWords = {
  texts: readonly string[];
  /** Of the record they belong to, as papers print it: "R1.A2", "M4"; '' when papers print none. */
  reference: string;
  /** The record itself is destroyed, so that whatever a paper says of it goes, as it may have said otherwise then. */
  isWholeRecord: boolean;
  /** The paper is this record's own, such as the minutes of a destroyed review: short words of it go too. */
  isOwnPaper: boolean;
  /** What stands in the place of destroyed words. */
  destroyed: string;
};
type Paper = { title: string; content: ReportContent };

/** A paper prints the beginning of what it has no room for, so this much of a text is enough to know it by. */
const KNOWN_BY = 30;
/** Shorter texts ("None") are everybody's words. */
const SHORT = 4;

/**
 * A paper without words that were destroyed; null when none of them stand in it. Line by line: a line that holds a
 * telling text, or the beginning of one that was cut, is replaced; so is a short text where the record itself is named.
 * Of a destroyed record goes everything that is said beside its reference; dates, colours and counts stay.
 * Example: with the update "Ada Brook ran away from home" of R1.A2 destroyed, the line "R1.A2: Ada Brook ran…" reads
 * "R1.A2: [destroyed]".
 */
export function blankWords(paper: Paper, target: DestroyedWords): Paper | null {
  const blank = blanker(target);
  const before = JSON.stringify(paper);
  const { subtitle, facts, sections, allowed, leftOut } = paper.content;
  const after: Paper = {
    title: blank.text(paper.title),
    content: {
      // Over what was there, so that keys keep their order and an unchanged paper compares equal.
      ...paper.content,
      subtitle: blank.text(subtitle),
      facts: facts.map((fact) => ({ ...fact, value: blank.text(fact.value) })),
      sections: sections.map((section) => blankSection(section, blank)),
      ...(allowed
        ? {
            allowed: allowed.map((one) => ({
              ...one,
              words: blank.text(one.words),
              why: blank.text(one.why),
            })),
          }
        : {}),
      ...(leftOut
        ? {
            leftOut: leftOut.map((one) => ({
              ...one,
              heading: blank.text(one.heading),
              words: blank.text(one.words),
            })),
          }
        : {}),
    },
  };
  return JSON.stringify(after) === before ? null : after;
}

type Blanker = {
  /** Any text of the paper. */
  text(text: string): string;
  /** A text that stands beside the record's own reference. */
  near(text: string): string;
  /** Whether a text begins with the record's own reference. */
  isNamed(text: string): boolean;
  /** What is left of a text that begins with the reference of a destroyed record. */
  named(text: string): string;
  isWholeRecord: boolean;
  reference: string;
  destroyed: string;
};

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

function blanker({ texts, reference, isWholeRecord, isOwnPaper, destroyed }: DestroyedWords): Blanker {
  const lines = [...new Set(texts.flatMap((text) => [text, ...text.split('\n')]).map(plain))];
  const telling = lines
    .filter((line) => line.length >= TELLING_LENGTH)
    .map((line) => line.slice(0, KNOWN_BY));
  const short = lines.filter((line) => line.length >= SHORT && line.length < TELLING_LENGTH);
  const isTelling = (line: string) => telling.some((text) => line.includes(text));
  const isShort = (line: string) => short.some((text) => line === text || line.endsWith(` ${text}`));
  const isNamed = (text: string) => {
    const next = text.charAt(reference.length);
    return reference !== '' && text.startsWith(reference) && !/[\p{L}\p{N}.]/u.test(next);
  };
  const named = (text: string) => {
    const mark = text.charAt(reference.length) === ':' ? ':' : '';
    return text === reference ? text : `${reference}${mark} ${destroyed}`;
  };
  const eachLine = (text: string, isGone: (line: string) => boolean) =>
    text
      .split('\n')
      .map((line) => blankLine(line, isGone))
      .join('\n');
  const blankLine = (line: string, isGone: (line: string) => boolean): string => {
    const bullet = /^\s*[-•*]\s+/.exec(line)?.[0] ?? '';
    const words = line.slice(bullet.length);
    if (isNamed(words)) {
      const isHit = isWholeRecord || isGone(plain(words)) || isShort(plain(words));
      return isHit ? `${bullet}${named(words)}` : line;
    }
    return isGone(plain(words)) ? `${bullet}${destroyed}` : line;
  };
  const isNear = (line: string) => isTelling(line) || isShort(line);
  return {
    text: (text) => eachLine(text, isOwnPaper ? isNear : isTelling),
    near: (text) => eachLine(text, isNear),
    isNamed,
    named,
    isWholeRecord,
    reference,
    destroyed,
  };
}

function blankSection(section: ReportSection, blank: Blanker): ReportSection {
  const isOfRecord = blank.reference !== '' && section.key === `recommendation-${blank.reference}`;
  const heading = blank.text(section.heading);
  const blocks = section.blocks.map((block) => blankBlock(block, blank, isOfRecord));
  return { ...section, heading, blocks };
}

function blankBlock(block: ReportBlock, blank: Blanker, isOfRecord: boolean): ReportBlock {
  if (block.kind === 'TABLE') return blankTable(block, blank);
  if (isOfRecord && blank.isWholeRecord && block.text !== '') {
    return { ...block, text: blank.destroyed, written: blank.destroyed };
  }
  return { ...block, text: blank.text(block.text), written: blank.text(block.written) };
}

function blankTable(table: ReportTable, blank: Blanker): ReportTable {
  const { caption, note, columns } = table;
  const rows = table.rows.map((cells) => {
    const isNamed = cells[0] !== undefined && blank.isNamed(cells[0].text);
    return cells.map((cell, at) => {
      if (!isNamed) return { ...cell, text: blank.text(cell.text) };
      if (!blank.isWholeRecord) return { ...cell, text: blank.near(cell.text) };
      if (at === 0) return { ...cell, text: blank.named(cell.text) };
      const isWords = columns[at]?.isInternal === true && cell.text !== '';
      return { ...cell, text: isWords ? blank.destroyed : blank.near(cell.text) };
    });
  });
  return { ...table, caption: blank.text(caption), note: blank.text(note), rows };
}
