/** Kinds of paper whose shape a trust can set. */
export const TEMPLATE_KINDS = ['BOARD_REPORT', 'STATEMENT_OF_ACTION'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Longest title and heading of a template, in characters. */
export const TEMPLATE_WORDS_MAX = 120;

/** Largest logo, in bytes, and its least and greatest side, in pixels. */
export const LOGO_MAX_BYTES = 200 * 1024;
export const LOGO_SIDE = { least: 20, most: 2_000 } as const;

/** What a title may ask for, in braces, with what stands for it. */
export const TEMPLATE_FIELDS = {
  number: 'the number of the paper',
  date: 'the day it tells of',
  plan: 'the name of the plan',
  council: 'the council',
  trust: 'the trust, or the council where there is none',
} as const;
export type TemplateField = keyof typeof TEMPLATE_FIELDS;

export interface TemplateSection {
  key: string;
  /** '' for the product's own heading. */
  heading: string;
  isIncluded: boolean;
}

/** How new papers of a kind are made: the order of `sections` is that of the paper. */
export interface ReportTemplate {
  /** With fields in braces; '' for the product's own title. */
  title: string;
  sections: TemplateSection[];
}
