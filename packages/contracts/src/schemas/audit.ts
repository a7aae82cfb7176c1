import { z } from 'zod';
import { id, instant } from './base.ts';

/** A kind of record as the history names it, such as "ACTION". */
const entityType = z.string().regex(/^[A-Z_]{2,40}$/, 'This kind of record is not known.');

export const auditListInput = z.object({
  planId: id.nullable().default(null),
  entityId: id.nullable().default(null),
  /** Any of these kinds; empty is all. */
  entityTypes: z.array(entityType).max(20).default([]),
  /** Rows before this one: the next page. */
  before: z.int().nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});

export const auditListOutput = z.object({
  rows: z.array(
    z.object({
      id: z.int(),
      at: instant,
      actorName: z.string(),
      action: z.string(),
      entityType: z.string(),
      entityId: z.string(),
      planId: z.string().nullable(),
      /** How people call the record: "R3.A2", a team's name. Null when nobody may see it or it is gone. */
      about: z.string().nullable(),
      /** The action to open, when the row is about one or an update to one. */
      actionId: z.string().nullable(),
      sealed: z.boolean(),
      redactedAt: instant.nullable(),
      changes: z.unknown(),
    }),
  ),
  nextBefore: z.int().nullable(),
});

export const auditVerdict = z.object({
  ok: z.boolean(),
  rows: z.int(),
  head: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
  problem: z.string().nullable(),
  redacted: z.array(z.string()),
});
