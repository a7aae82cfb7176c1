import { IMPACT_EVIDENCE_KINDS } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';
import type { Scope } from './scope.ts';

/**
 * `countEvidence` of the domain as conditions over `e` ("evidence"), so that a list, its filter and its counts say the
 * same as a recommendation's test. A test holds both together on random records.
 */

/** Equals `isOnRecord`: neither withdrawn, nor in the bin, nor destroyed, nor superseded. */
export const IS_ON_RECORD = sql`e."deletedAt" IS NULL AND e."redactedAt" IS NULL AND e."state" <> 'WITHDRAWN'
  AND e."supersededById" IS NULL`;

/** Of what is on record, equals `countsAsProof`: accepted and still valid. */
export function isAccepted({ today }: Pick<Scope, 'today'>): Sql {
  return sql`(e."state" = 'ACCEPTED' AND COALESCE(e."validUntil" >= ${today}::date, true))`;
}

/** Of what is on record: accepted, and past the last day on which it said how things are. */
export function isExpired({ today }: Pick<Scope, 'today'>): Sql {
  return sql`(e."state" = 'ACCEPTED' AND COALESCE(e."validUntil" < ${today}::date, false))`;
}

/** Equals `showsDifference`. */
export const SHOWS_DIFFERENCE = sql`(e."showsImpact" AND e."kind" = ANY(${[...IMPACT_EVIDENCE_KINDS]}::"EvidenceKind"[]))`;
