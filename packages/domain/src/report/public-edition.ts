import type { ReportBlock, ReportContent, ReportSection, ReportTable } from '@gt/contracts/words';
import { namesPattern } from './find-in-words.ts';
import { hideSmallFigures } from './hide-small-figures.ts';

/** One thing that the public edition does not say, in words for whoever issues it. */
export type LeftOut = {
  what: 'WORDS' | 'COLUMN' | 'FIGURE' | 'NAME';
  /** Heading of the section it stood in. */
  heading: string;
  /** What is gone. */
  words: string;
  why: string;
};

/** What stands in the place of a person's name. */
export const NAME_LEFT_OUT = '[name left out]';

const WHY = {
  words: 'Words for inside: what is in the way, notes and reasons',
  column: 'A column for inside: reasons and notes in the owners’ own words',
  small: 'A count of 1 to 5 may show who is meant',
  givesAway: 'A small count could be worked out from it',
  name: 'A person’s name; the post stays',
};

/**
 * The public edition of an issued paper: internal words and columns go, counts of 1 to 5 and what would give them
 * away go, names of people in tables and in the words are replaced. Answers the edition and everything that was left
 * out of it, one by one. Words that are typed afterwards are looked through by `findInWords`.
 * Source: the public edition leaves out names, internal notes and small numbers; posts stay.
 */
export function publicEdition(
  content: ReportContent,
  people: readonly string[],
  posts: readonly string[],
): { content: ReportContent; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const names = namesPattern(people, posts);
  const withoutNames = (text: string, heading: string): string =>
    names
      ? text.replace(names, (words) => {
          leftOut.push({ what: 'NAME', heading, words, why: WHY.name });
          return NAME_LEFT_OUT;
        })
      : text;

  const publicTable = (table: ReportTable, heading: string): ReportTable => {
    const { table: counted, hidden } = hideSmallFigures(withoutInternalColumns(table, heading, leftOut));
    for (const { row, column, was, why } of hidden) {
      const of = counted.rows[row]?.[0]?.text ?? '';
      const header = counted.columns[column]?.header ?? '';
      leftOut.push({
        what: 'FIGURE',
        heading,
        words: `${header} of ${of}: ${was}`,
        why: why === 'SMALL' ? WHY.small : WHY.givesAway,
      });
    }
    return {
      ...counted,
      caption: withoutNames(counted.caption, heading),
      note: withoutNames(counted.note, heading),
      rows: counted.rows.map((cells) =>
        cells.map((cell) => ({ ...cell, text: withoutNames(cell.text, heading) })),
      ),
    };
  };

  const publicBlock = (block: ReportBlock, heading: string): ReportBlock[] => {
    if (block.kind === 'TABLE') {
      const table = publicTable(block, heading);
      return table.columns.length > 0 ? [table] : [];
    }
    if (block.text.trim() === '') return [];
    if (block.isInternal) {
      leftOut.push({ what: 'WORDS', heading, words: block.text, why: WHY.words });
      return [];
    }
    const text = withoutNames(block.text, heading);
    return [{ ...block, text, written: text }];
  };

  const sections = content.sections
    .filter(({ isIncluded }) => isIncluded)
    .map(
      (section): ReportSection => ({
        ...section,
        heading: withoutNames(section.heading, section.heading),
        blocks: section.blocks.flatMap((block) => publicBlock(block, section.heading)),
      }),
    )
    .filter(({ blocks }) => blocks.length > 0);
  const facts = content.facts.map(({ label, value }) => ({ label, value: withoutNames(value, label) }));
  const subtitle = withoutNames(content.subtitle, 'Title');
  return { content: { formatVersion: 1, subtitle, facts, sections }, leftOut };
}

function withoutInternalColumns(table: ReportTable, heading: string, leftOut: LeftOut[]): ReportTable {
  const kept = table.columns.map(({ isInternal }) => !isInternal);
  for (const { header } of table.columns.filter(({ isInternal }) => isInternal)) {
    const words = `${table.caption}: the column “${header}”`;
    leftOut.push({ what: 'COLUMN', heading, words, why: WHY.column });
  }
  return {
    ...table,
    columns: table.columns.filter((_, index) => kept[index]),
    rows: table.rows.map((cells) => cells.filter((_, index) => kept[index])),
  };
}
