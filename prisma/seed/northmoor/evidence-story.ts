import type { EvidenceKind } from '@gt/contracts/words';
import type { Paper } from '../documents/paper.ts';
import type { AccountKey } from './people.ts';
import type { AnyRecommendationKey } from './recommendations.ts';

/** "R3.A2". */
export type ActionReference = `${AnyRecommendationKey}.A${number}`;

/** What happens to an item of evidence after its upload, `at` so many working days ago. */
export type EvidenceStep = { at: number } & (
  | { does: 'ACCEPT' }
  | { does: 'RETURN'; reason: string }
  | { does: 'NEW_VERSION'; paper: Paper }
  | { does: 'WITHDRAW'; reason: string }
);

/** One item of evidence. `period` is in working days ago, from and to. */
export type EvidenceStory = {
  title: string;
  kind: EvidenceKind;
  shows: string;
  /** What is different for children. */
  impact?: string;
  period: readonly [from: number, to: number] | null;
  source: string;
  /** Post of whoever wrote or gathered it. */
  author?: string;
  sensitive?: boolean;
  by: AccountKey;
  at: number;
  on: readonly ActionReference[];
  paper: Paper;
  steps?: readonly EvidenceStep[];
};

export const accepted = (at: number): EvidenceStep => ({ does: 'ACCEPT', at });
export const returned = (at: number, reason: string): EvidenceStep => ({ does: 'RETURN', at, reason });
export const newVersion = (at: number, paper: Paper): EvidenceStep => ({ does: 'NEW_VERSION', at, paper });
export const withdrawn = (at: number, reason: string): EvidenceStep => ({ does: 'WITHDRAW', at, reason });
