import type { PaperKind } from '@gt/contracts/words';

export const UNSEEN_LAYOUTS = [
  'SIF_JOINT',
  'SIF_2016',
  'ILACS_2018',
  'ILACS_2022',
  'ILACS_2023',
  'ILACS_2026',
  'FOCUSED_2018',
  'FOCUSED_2023',
  'MONITORING_2017',
  'MONITORING_2023',
  'JTAI_2017',
  'JTAI_2023',
] as const;
export type UnseenLayout = (typeof UNSEEN_LAYOUTS)[number];

/** What a made-up report says: what a careful reader would write down of it. */
export type Truth = {
  layout: UnseenLayout;
  kind: PaperKind;
  authority: string;
  authorityPrinted: string;
  dates: { text: string; start: string; end: string };
  leadInspector: string;
  publicationDate: string | null;
  grades: [area: string, gradeText: string][];
  /** In the order printed; words as they are read aloud, sub-items with their marks. */
  items: { text: string; isPriority: boolean }[];
};

/** How the truth is set: everything that differs from one writer's file to the next. */
export type Manner = {
  seed: number;
  mark: 'bullet' | 'square' | 'private' | 'hyphen' | 'dash' | 'o' | 'letters' | 'none';
  inOneRun: boolean;
  hangs: boolean;
  itemGap: number;
  listIndent: number;
  heading: string;
  headingSize: number;
  leadSentence: string | null;
  list: 'list' | 'prose' | 'absent';
  footers: boolean;
  runningHead: string | null;
  footnote: boolean;
  listLow: boolean;
  breaks: 'none' | 'soft' | 'hard';
  columns: 1 | 2;
  turned: boolean;
  shuffled: boolean;
  margins: [left: number, right: number];
  tableCentred: boolean;
};

export type MadeReport = { name: string; truth: Truth; manner: Manner; file: Uint8Array };
