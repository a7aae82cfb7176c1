import type { ReportContent, ReportSection, ReportWords, Sensitivity } from '@gt/contracts/words';

/**
 * What somebody changed in a draft and has not saved yet: only that, by the key of what was changed. It is kept as
 * text in the browser, and laid over whatever the server has.
 */
export type ReportEdits = {
  title?: string;
  marking?: Sensitivity;
  /** Keys of all sections in their new order. */
  order?: string[];
  headings?: Record<string, string>;
  included?: Record<string, boolean>;
  words?: Record<string, string>;
};

/** The parts of a paper that can be edited. */
export type Editable = { title: string; marking: Sensitivity; content: ReportContent };

export const NO_EDITS: ReportEdits = {};

/** Edits as they were kept; what cannot be read any more is none. */
export function readEdits(text: string): ReportEdits {
  if (text === '') return NO_EDITS;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as ReportEdits) : NO_EDITS;
  } catch {
    return NO_EDITS;
  }
}

/** Edits as they are kept; '' for none. */
export const writeEdits = (edits: ReportEdits): string =>
  editNames(edits).length === 0 ? '' : JSON.stringify(edits);

type Named = 'headings' | 'included' | 'words';
const NAMED = ['headings', 'included', 'words'] as const;

/** One edit as a name: "title", "order", "words exceptions". */
export function editNames(edits: ReportEdits): string[] {
  const single = (['title', 'marking', 'order'] as const).filter((name) => edits[name] !== undefined);
  return [
    ...single,
    ...NAMED.flatMap((kind) => Object.keys(edits[kind] ?? {}).map((key) => `${kind} ${key}`)),
  ];
}

function splitName(name: string): [kind: Named, key: string] | null {
  const kind = NAMED.find((candidate) => name.startsWith(`${candidate} `));
  return kind ? [kind, name.slice(kind.length + 1)] : null;
}

/** Edits without the one of this name. */
export function withoutEdit(edits: ReportEdits, name: string): ReportEdits {
  const named = splitName(name);
  if (!named) {
    const { [name as 'title']: _gone, ...rest } = edits;
    return rest;
  }
  const [kind, key] = named;
  const { [key]: _gone, ...others } = edits[kind] ?? {};
  const { [kind]: _all, ...rest } = edits;
  return Object.keys(others).length > 0 ? { ...rest, [kind]: others } : rest;
}

/** The edit of this name, undefined when there is none. */
export function editOf(edits: ReportEdits, name: string): unknown {
  const named = splitName(name);
  return named ? edits[named[0]]?.[named[1]] : edits[name as 'title'];
}

/** What a paper has where the edit of this name would go; undefined when there is no such place (any more). */
export function valueIn({ title, marking, content }: Editable, name: string): unknown {
  if (name === 'title') return title;
  if (name === 'marking') return marking;
  if (name === 'order') return content.sections.map(({ key }) => key);
  const [kind, key] = splitName(name) ?? [];
  if (kind === 'words') return wordsOf(content).find((block) => block.key === key)?.text;
  const section = content.sections.find((candidate) => candidate.key === key);
  return kind === 'headings' ? section?.heading : section?.isIncluded;
}

const wordsOf = ({ sections }: ReportContent): ReportWords[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'WORDS' ? [block] : [])));

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Sets one value; an edit that says what the paper says already is none. */
export function withEdit(edits: ReportEdits, paper: Editable, name: string, value: unknown): ReportEdits {
  const rest = withoutEdit(edits, name);
  if (same(valueIn(paper, name), value)) return rest;
  const named = splitName(name);
  if (!named) return { ...rest, [name]: value };
  const [kind, key] = named;
  return { ...rest, [kind]: { ...rest[kind], [key]: value } };
}

/** What was typed since `sent` went to the server: what is left to save once it has answered. */
export function editsSince(edits: ReportEdits, sent: ReportEdits): ReportEdits {
  return editNames(edits)
    .filter((name) => same(editOf(edits, name), editOf(sent, name)))
    .reduce(withoutEdit, edits);
}

/** The paper as it is with the edits. Sections and blocks that are not touched stay the same objects. */
export function withEdits<T extends Editable>(paper: T, edits: ReportEdits): T {
  const { title = paper.title, marking = paper.marking } = edits;
  const inOrder = orderedSections(paper.content.sections, edits.order);
  const sections = inOrder.map((section) => editedSection(section, edits));
  return { ...paper, title, marking, content: { ...paper.content, sections } };
}

function editedSection(section: ReportSection, edits: ReportEdits): ReportSection {
  const heading = edits.headings?.[section.key] ?? section.heading;
  const isIncluded = edits.included?.[section.key] ?? section.isIncluded;
  const texts = edits.words ?? {};
  const isTouched = section.blocks.some(({ key }) => texts[key] !== undefined);
  const blocks = isTouched
    ? section.blocks.map((block) =>
        block.kind === 'WORDS' ? { ...block, text: texts[block.key] ?? block.text } : block,
      )
    : section.blocks;
  const isSame = heading === section.heading && isIncluded === section.isIncluded && !isTouched;
  return isSame ? section : { ...section, heading, isIncluded, blocks };
}

/** Sections in the order of these keys; one that the order does not know stands after the one it followed. */
function orderedSections(sections: readonly ReportSection[], order: readonly string[] | undefined) {
  if (!order) return sections;
  const byKey = new Map(sections.map((section) => [section.key, section]));
  const ordered = order.flatMap((key) => byKey.get(key) ?? []);
  sections.forEach((section, index) => {
    if (order.includes(section.key)) return;
    const before = sections[index - 1];
    ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, section);
  });
  return ordered;
}

/** The keys of all sections after one of them moved by one place; unchanged at either end. */
export function movedOrder(sections: readonly ReportSection[], key: string, by: -1 | 1): string[] {
  const keys = sections.map((section) => section.key);
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return keys;
  keys.splice(to, 0, ...keys.splice(from, 1));
  return keys;
}

/** What is sent to be saved: every section in order, with the wording that may be changed. */
export function saveInput({ title, marking, content }: Editable) {
  return {
    title,
    marking,
    sections: content.sections.map(({ key, heading, isIncluded, blocks }) => ({
      key,
      heading,
      isIncluded,
      words: blocks.flatMap((block) =>
        block.kind === 'WORDS' && !block.isFixed ? [{ key: block.key, text: block.text }] : [],
      ),
    })),
  };
}

/**
 * Names of edits about which somebody else said something else in the meantime. `base` is the paper that the edits
 * were begun on; when it is not known any more, whatever differs is asked about.
 */
export function contested(edits: ReportEdits, base: Editable | null, theirs: Editable): string[] {
  return editNames(edits).filter((name) => {
    const now = valueIn(theirs, name);
    if (now === undefined || same(now, editOf(edits, name))) return false;
    return base === null || !same(valueIn(base, name), now);
  });
}

/** Words typed for a place that the paper does not have any more: shown, so that they can be copied. */
export function homelessWords(edits: ReportEdits, theirs: Editable): string[] {
  return Object.entries(edits.words ?? {}).flatMap(([key, text]) =>
    valueIn(theirs, `words ${key}`) === undefined && text.trim() !== '' ? [text] : [],
  );
}
