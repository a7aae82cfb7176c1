import type { ReportContent, ReportWords } from '@gt/contracts/words';

/** Whether somebody changed the words from what was written for them. */
export const isEdited = ({ text, written }: Pick<ReportWords, 'text' | 'written'>) =>
  text.trim() !== written.trim();

/** Headings of the sections in which somebody changed words, each once, in order. */
export function editedHeadings({ sections }: Pick<ReportContent, 'sections'>): string[] {
  return sections
    .filter(({ blocks }) => blocks.some((block) => block.kind === 'WORDS' && isEdited(block)))
    .map(({ heading }) => heading);
}

/**
 * A paper written afresh from its snapshot: tables and words as the snapshot has them, in the order, with the
 * headings and the choice of sections that the paper had. With `keepEdits`, words that somebody changed stay, also
 * those in sections that the fresh paper does not have.
 */
export function regenerate(old: ReportContent, fresh: ReportContent, keepEdits: boolean): ReportContent {
  const edited = new Map(
    old.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === 'WORDS' && isEdited(block) ? [[block.key, block.text] as const] : [],
      ),
  );
  const freshByKey = new Map(fresh.sections.map((section) => [section.key, section]));
  const kept = old.sections.flatMap((section) => {
    const now = freshByKey.get(section.key);
    if (!now) {
      const isWorthKeeping =
        keepEdits && section.blocks.some((block) => block.kind === 'WORDS' && isEdited(block));
      return isWorthKeeping
        ? [{ ...section, blocks: section.blocks.filter(({ kind }) => kind === 'WORDS') }]
        : [];
    }
    const blocks = now.blocks.map((block) => {
      const text = block.kind === 'WORDS' && keepEdits ? edited.get(block.key) : undefined;
      return block.kind === 'WORDS' && text !== undefined ? { ...block, text } : block;
    });
    return [
      { ...now, heading: keepEdits ? section.heading : now.heading, isIncluded: section.isIncluded, blocks },
    ];
  });
  const known = new Set(old.sections.map(({ key }) => key));
  return { ...fresh, sections: [...kept, ...fresh.sections.filter(({ key }) => !known.has(key))] };
}
