import { joinLines } from '@gt/domain/wording';

/**
 * The words selected within a layer of lines, joined as a paragraph is: the first and the last line only so far as
 * they are selected. '' when nothing of the layer is selected.
 */
export function selectedWords(layer: HTMLElement | null, selection: Selection | null): string {
  if (!layer || !selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  const parts: string[] = [];
  for (const line of layer.querySelectorAll<HTMLElement>('[data-line]')) {
    if (!range.intersectsNode(line)) continue;
    const own = range.cloneRange();
    if (!line.contains(range.startContainer)) own.setStart(line, 0);
    if (!line.contains(range.endContainer)) own.setEnd(line, line.childNodes.length);
    const text = own.toString().trim();
    if (text !== '') parts.push(text);
  }
  return withoutMark(joinLines(parts));
}

/** A bullet or a number in front of an item is no word of it. */
export function withoutMark(text: string): string {
  return text.replace(/^(?:[^\p{L}\p{N}\s‘“"'(£]+|o|\(?[a-z]\)|\d{1,2}[.)])\s+/u, '');
}
