import { classifyLine, type LineStart } from './classify-line.ts';
import { dropFurniture, usualFont, usualSize } from './drop-furniture.ts';
import { groupLines, type Line } from './group-lines.ts';
import { mendHyphens } from './mend-hyphens.ts';
import { splitColumns } from './split-columns.ts';
import type { PageText } from './text-run.ts';

/** A line of running text with what its place and type say about it. */
export type DocLine = {
  line: Line;
  start: LineStart;
  isHeading: boolean;
  /** Distance to the line above in ems of this line; null for the first line of a page or column. */
  leading: number | null;
};

/** A heading is set at least this much larger than the body. */
const HEADING_SIZE = 1.1;
/** In body size and another font, only words like these make a heading (and not an emphasised sentence). */
const HEADING_WORDS =
  /^(what\b.{0,80}\bimprov(e|ed|ing)\b|recommendations?\b|areas? (for|requiring|of) (improvement|development|priority)|priority (and|for) immediate|the (experiences?|impact|effectiveness) (and|of)\b|overall effectiveness|summary\b.{0,24}$|(main |inspection |headline |key )?findings\b.{0,40}$|executive summary|information about|leadership, management|overview$|areas covered by|next steps$|(key )?strengths$|case study|evaluation of progress|progress since)/i;

/** All lines of the document in reading order, without page furniture. */
export function readLines(pages: readonly PageText[]): DocLine[] {
  const kept = mendHyphens(dropFurniture(pages.map((page) => splitColumns(page).flatMap(groupLines))));
  const all = kept.flat();
  const size = usualSize(all);
  const font = usualFont(all);
  return kept.flatMap((lines) =>
    lines.map((line, index) => {
      const above = lines[index - 1];
      return {
        line,
        start: classifyLine(line),
        isHeading: isHeading(line, size, font),
        leading: above && above.y > line.y ? (above.y - line.y) / line.size : null,
      };
    }),
  );
}

function isHeading(line: Line, bodySize: number, bodyFont: string): boolean {
  if (!/\p{L}{2}/u.test(line.text)) return false;
  if (line.size >= bodySize * HEADING_SIZE) return true;
  return line.runs.every((run) => run.font !== bodyFont) && HEADING_WORDS.test(line.text);
}
