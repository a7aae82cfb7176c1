import { z } from 'zod';
import { id, instant } from './base.ts';

export const auditListInput = z.object({
  planId: id.nullable().default(null),
  entityId: id.nullable().default(null),
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
