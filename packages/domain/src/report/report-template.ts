import {
  type FieldProblem,
  type ReportContent,
  type ReportSection,
  type ReportTemplate,
  TEMPLATE_FIELDS,
  TEMPLATE_WORDS_MAX,
  type TemplateField,
  type TemplateKind,
} from '@gt/contracts/words';
import { listWords } from '../wording/index.ts';

/** The sections a template puts in order, with what each says. The recommendations of a statement move as one. */
export const TEMPLATE_SECTIONS: Record<TemplateKind, readonly { key: string; name: string }[]> = {
  BOARD_REPORT: [
    { key: 'summary', name: 'In short' },
    { key: 'exceptions', name: 'Exceptions' },
    { key: 'moved', name: 'What moved, and why' },
    { key: 'decisions', name: 'Decisions needed' },
    { key: 'measures', name: 'Measures' },
    { key: 'children', name: 'What changed for children' },
    { key: 'risks', name: 'Risks: what is in the way' },
    { key: 'dates', name: 'Dates that slipped' },
    { key: 'position', name: 'Position by recommendation' },
  ],
  STATEMENT_OF_ACTION: [
    { key: 'introduction', name: 'Introduction' },
    { key: 'recommendations', name: 'The recommendations, each with its actions and measures' },
    { key: 'oversight', name: 'How progress is overseen' },
  ],
};

/** A paper without these would not be one: they cannot be left out. */
const NEEDED: Record<TemplateKind, readonly string[]> = {
  BOARD_REPORT: ['exceptions', 'decisions'],
  STATEMENT_OF_ACTION: ['recommendations'],
};
export const isNeeded = (kind: TemplateKind, key: string): boolean => NEEDED[kind].includes(key);

/** The product's own: every section, in its order, under its heading. */
export function standardTemplate(kind: TemplateKind): ReportTemplate {
  const sections = TEMPLATE_SECTIONS[kind].map(({ key }) => ({ key, heading: '', isIncluded: true }));
  return { title: '', sections };
}

/** What is wrong with a template, by field: `title`, `sections`, or `heading-<key>`. */
export function templateProblems(kind: TemplateKind, { title, sections }: ReportTemplate): FieldProblem[] {
  const known = TEMPLATE_SECTIONS[kind];
  const named = sections.map(({ key }) => key);
  const missing = known.filter(({ key }) => !named.includes(key));
  const strange = named.filter(
    (key, at) => !known.some((one) => one.key === key) || named.indexOf(key) !== at,
  );
  const needed = sections.filter(({ key, isIncluded }) => !isIncluded && isNeeded(kind, key));
  return [
    ...titleProblems(title),
    ...(missing.length > 0
      ? [
          {
            field: 'sections',
            message: `The template does not say where ${listWords(missing.map(({ name }) => `“${name}”`))} stands. Put it in its place, or leave it out by its box.`,
          },
        ]
      : []),
    ...(strange.length > 0
      ? [{ field: 'sections', message: 'Each section stands once, and there are no others.' }]
      : []),
    ...needed.map(({ key }) => ({
      field: `heading-${key}`,
      message: `“${known.find((one) => one.key === key)?.name}” cannot be left out of this paper.`,
    })),
    ...sections
      .filter(({ heading }) => heading.length > TEMPLATE_WORDS_MAX)
      .map(({ key, heading }) => ({
        field: `heading-${key}`,
        message: `A heading has up to ${TEMPLATE_WORDS_MAX} characters. Shorten it by ${heading.length - TEMPLATE_WORDS_MAX}.`,
      })),
  ];
}

const FIELD = /\{([^{}]*)\}/g;
const isField = (name: string): name is TemplateField => name in TEMPLATE_FIELDS;

function titleProblems(title: string): FieldProblem[] {
  const unknown = [...title.matchAll(FIELD)].map(([, name = '']) => name).filter((name) => !isField(name));
  const fields = listWords(Object.keys(TEMPLATE_FIELDS).map((name) => `{${name}}`));
  const problems: string[] = [];
  if (title.length > TEMPLATE_WORDS_MAX) {
    problems.push(
      `A title has up to ${TEMPLATE_WORDS_MAX} characters. Shorten it by ${title.length - TEMPLATE_WORDS_MAX}.`,
    );
  }
  if (unknown.length > 0) {
    problems.push(`There is no field {${unknown[0]}}. The fields are ${fields}.`);
  } else if (/[{}]/.test(title.replace(FIELD, ''))) {
    problems.push(`A brace stands alone. A field is written with both, such as {date}.`);
  }
  return problems.map((message) => ({ field: 'title', message }));
}

/**
 * The title that a template asks for. A field that this plan does not have leaves no gap: what parted it from its
 * neighbours goes with it. '' when nothing is left, and then the product's own title stands.
 */
export function titleBy(
  template: Pick<ReportTemplate, 'title'>,
  values: Record<TemplateField, string>,
): string {
  return template.title
    .replace(FIELD, (_, name: string) => (isField(name) ? values[name] : '') || '\ue000')
    .replace(/[\s,:·–-]*\ue000/g, '')
    .replace(/^[\s,:·–-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A paper laid out by a template. Sections that the template does not know, because they came with a later version of
 * the product, follow at the end; what it names and the paper does not have is passed over.
 */
export function layOut(
  content: ReportContent,
  { sections }: Pick<ReportTemplate, 'sections'>,
): ReportContent {
  const placed = sections.flatMap(({ key, heading, isIncluded }) =>
    content.sections.filter(isOf(key)).map((section) => ({
      ...section,
      // Each recommendation is headed by its own words.
      heading: heading.trim() === '' || section.key !== key ? section.heading : heading.trim(),
      isIncluded: section.isIncluded && isIncluded,
    })),
  );
  const known = new Set(placed.map(({ key }) => key));
  return { ...content, sections: [...placed, ...content.sections.filter(({ key }) => !known.has(key))] };
}

const isOf = (key: string) => (section: ReportSection) =>
  section.key === key || (key === 'recommendations' && section.key.startsWith('recommendation-'));
