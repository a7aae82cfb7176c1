/** What a made-up report says. */
export type SampleLayout = 'SIF' | 'ILACS_2018' | 'ILACS_2023' | 'ILACS_2026';
export type SampleItem = string | { leadIn: string; subItems: string[] };
export type SampleReport = {
  layout: SampleLayout;
  /** As the title prints it ("Northmoor City Council"). */
  authority: string;
  /** As printed ("3 December 2018 to 14 December 2018"). */
  startEnd: string;
  leadInspector: string;
  /** Words of the row → words of the grade, in order. */
  grades: [area: string, grade: string][];
  /** The sentence above the table of the older framework. */
  overall?: string;
  summary: string[];
  /** Null leaves the section out. */
  heading: string | null;
  items: SampleItem[];
  /** Stands under the heading in place of items. */
  prose?: string;
  paragraphs: { section: string; texts: string[] }[];
  published?: string;
  urn?: string;
};
