import type { ReportBlock, ReportContent, ReportSection } from '@gt/contracts/words';

/** One section as somebody worded it. */
export type SectionEdit = {
  key: string;
  heading: string;
  isIncluded: boolean;
  words: readonly { key: string; text: string }[];
};

/**
 * A paper with somebody's wording: headings, which sections are printed and in which order, and the words that are not
 * somebody else's. Tables stay as the snapshot has them. A section that is not named keeps its place after the others,
 * and one that the paper does not have is passed over, so that nothing is lost to a page opened long ago.
 */
export function editContent(content: ReportContent, edits: readonly SectionEdit[]): ReportContent {
  const byKey = new Map(content.sections.map((section) => [section.key, section]));
  const named = [...new Map(edits.map((edit) => [edit.key, edit])).values()].flatMap((edit) => {
    const section = byKey.get(edit.key);
    return section ? [editSection(section, edit)] : [];
  });
  const known = new Set(named.map(({ key }) => key));
  const others = content.sections.filter(({ key }) => !known.has(key));
  return { ...content, sections: [...named, ...others] };
}

function editSection(section: ReportSection, { heading, isIncluded, words }: SectionEdit): ReportSection {
  const textOf = new Map(words.map(({ key, text }) => [key, text]));
  const blocks = section.blocks.map((block): ReportBlock => {
    const text = block.kind === 'WORDS' && !block.isFixed ? textOf.get(block.key) : undefined;
    return text === undefined ? block : ({ ...block, text } as ReportBlock);
  });
  return { ...section, heading, isIncluded, blocks };
}
