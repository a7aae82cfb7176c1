import type { ClockOut, InspectionOut, PackReadinessInput } from '@gt/contracts/schemas';
import type { PackAuditCheckpoint } from '@gt/contracts/words';
import type { Scope } from '../../core/scope.ts';
import type { ActionTexts } from './action-texts.ts';
import type { PackFacts } from './pack-facts.ts';

/** What was asked for, and the end of the sealed history when the building began. */
export type PackRequest = {
  packId: string;
  planId: string;
  /** Empty for the whole plan. */
  recommendationIds: readonly string[];
  marking: PackReadinessInput['marking'];
  audit: PackAuditCheckpoint;
};

/** Everything that the content of a pack is put together from, loaded at one moment. */
export type PackSources = {
  request: PackRequest;
  facts: PackFacts;
  texts: ReadonlyMap<string, ActionTexts>;
  inspection: InspectionOut | null;
  clocks: readonly ClockOut[];
  /** Names of people by id. */
  names: ReadonlyMap<string, string>;
  scope: Scope;
};
