import type { ClockOut, InspectionOut, PackReadinessInput } from '@gt/contracts/schemas';
import type { IsoDate, PackAuditCheckpoint, PackSignOff, SnapshotContent } from '@gt/contracts/words';
import type { Figure } from '@gt/domain/measure';
import type { Scope } from '../../core/scope.ts';
import type { ActionTexts } from './action-texts.ts';
import type { PackFacts } from './pack-facts.ts';
import type { PackPeople } from './pack-people.ts';

/** What was asked for, and the end of the sealed history when it was frozen. */
export type PackRequest = {
  packId: string;
  planId: string;
  /** Empty for the whole plan. */
  recommendationIds: readonly string[];
  marking: PackReadinessInput['marking'];
  audience: PackReadinessInput['audience'];
  coverNote: string;
  /** The last day it tells of; null for no limit. */
  cutOff: IsoDate | null;
  /** The plan as a frozen review left it: dates, statuses and colours are its. */
  snapshot: SnapshotContent | null;
  audit: PackAuditCheckpoint;
};

/** Everything that the content of a pack is put together from, loaded at one moment. */
export type PackSources = {
  request: PackRequest;
  facts: PackFacts;
  texts: ReadonlyMap<string, ActionTexts>;
  inspection: InspectionOut | null;
  clocks: readonly ClockOut[];
  people: PackPeople;
  /** All figures of a measure, oldest first, by its id. */
  figures: ReadonlyMap<string, Figure[]>;
  /** How a recommendation was closed, by its id. */
  signOffs: ReadonlyMap<string, PackSignOff>;
  /** "Raised in 2016 and 2018", of a recommendation that a person confirmed as said before, by its id. */
  raisedBefore: ReadonlyMap<string, string>;
  scope: Scope;
};
