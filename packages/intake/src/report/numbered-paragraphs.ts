import type { ReportParagraph } from '@gt/contracts/words';
import { joinLines } from '@gt/domain/wording';
import type { DocLine } from '../layout/read-lines.ts';

/** Numbers may skip this far (one number swallowed by a figure) before they count as something else. */
const MAX_SKIP = 3;
/** Headings that stand inside a section and do not name it. */
const INNER_HEADING = /^(summary|inspection findings|key (strengths|findings)|what (works|inspectors))\b/i;
const GRADE_CELL = /^(outstanding|good|inadequate|requires improvement( to be good)?)$/i;

type Open = { number: number; page: number; section: string | null; parts: string[]; textX: number };

/**
 * The report's numbered paragraphs, each with its section's heading. `skip` marks lines that belong to the
 * list of improvements: their numbers count for the sequence, their text is not a paragraph.
 */
export function numberedParagraphs(lines: readonly DocLine[], skip: ReadonlySet<DocLine>): ReportParagraph[] {
  const found: ReportParagraph[] = [];
  let open: Open | null = null;
  let last = 0;
  let heading: { text: string; size: number } | null = null;
  let sinceHeading = false;
  const close = () => {
    if (open) found.push(toParagraph(open));
    open = null;
  };
  for (const [index, entry] of lines.entries()) {
    const { start } = entry;
    if (entry.isHeading) {
      close();
      if (GRADE_CELL.test(entry.line.text)) continue;
      heading = nextHeading(heading, entry, lines[index - 1]);
      sinceHeading = true;
      continue;
    }
    if (
      start.kind === 'number' &&
      isNext(start.number, last, sinceHeading, open?.textX ?? null, start.markX)
    ) {
      close();
      last = start.number;
      sinceHeading = false;
      if (!skip.has(entry))
        open = {
          number: start.number,
          page: entry.line.page,
          section: heading?.text ?? null,
          parts: [start.text],
          textX: start.textX,
        };
    } else if (open && !skip.has(entry)) {
      open.parts.push(entry.line.text);
    }
  }
  close();
  return found;
}

function toParagraph(open: Open): ReportParagraph {
  return { number: open.number, page: open.page, section: open.section, text: joinLines(open.parts) };
}

function isNext(number: number, last: number, fresh: boolean, openX: number | null, x: number): boolean {
  // A number that stands where the open paragraph's text stands is a figure at the head of a wrapped line.
  if (openX !== null && x > openX - 2) return false;
  if (fresh && number === 1) return true;
  if (last === 0) return number <= 2;
  return number > last && number <= last + MAX_SKIP;
}

/** Two heading lines below one another are one heading; an inner heading does not replace its section. */
function nextHeading(
  current: { text: string; size: number } | null,
  entry: DocLine,
  previous: DocLine | undefined,
): { text: string; size: number } | null {
  const text = headingText(entry);
  if (INNER_HEADING.test(text) && current) return current;
  const joins =
    current &&
    previous?.isHeading &&
    entry.leading !== null &&
    entry.leading < 1.8 &&
    current.size === entry.line.size;
  return joins
    ? { text: joinLines([current.text, text]), size: current.size }
    : { text, size: entry.line.size };
}

/** A heading set as a table row carries its grade in a cell beside it: leave that out. */
function headingText(entry: DocLine): string {
  const cells = entry.line.segments.filter((segment, index) => index === 0 || !GRADE_CELL.test(segment.text));
  return cells.map((cell) => cell.text).join(' ');
}
