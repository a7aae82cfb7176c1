import { classifyLine, type LineStart } from './classify-line.ts';
import { dropFurniture, usualFont, usualSize } from './drop-furniture.ts';
import { groupLines, type Line } from './group-lines.ts';
import type { PageText } from './text-run.ts';

/** A line of running text with what its place and type say about it. */
export type DocLine = {
  line: Line;
  start: LineStart;
  isHeading: boolean;
  /** Distance to the line above in ems of this line; null for the first line of a page. */
  leading: number | null;
};

/** A heading is set at least this much larger than the body. */
const HEADING_SIZE = 1.1;
/** In body size and another font, only words like these make a heading (and not an emphasised sentence). */
const HEADING_WORDS =
  /^(what (needs?|does|do)\b.*\bimprove|recommendations?\b|areas? for (improvement|development|priority)|the (experiences?|impact|effectiveness) (and|of)\b|overall effectiveness|summary$|inspection findings|executive summary|information about|leadership, management)/i;

/** All lines of the document in reading order, without page furniture. */
export function readLines(pages: readonly PageText[]): DocLine[] {
  const kept = dropFurniture(pages.map(groupLines));
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
        leading: above ? (above.y - line.y) / line.size : null,
      };
    }),
  );
}

function isHeading(line: Line, bodySize: number, bodyFont: string): boolean {
  if (!/\p{L}{2}/u.test(line.text)) return false;
  if (line.size >= bodySize * HEADING_SIZE) return true;
  return line.runs.every((run) => run.font !== bodyFont) && HEADING_WORDS.test(line.text);
}
