import { z } from 'zod';
import { PRIORITIES } from '../words/index.ts';
import { id, idempotencyKey, text, version } from './base.ts';

// Lengths and sentences are the domain's (domain/planning); these only bound the body.
const name = text(1000, 'Name');
const facts = {
  name,
  title: text(1000, 'Title'),
  detail: text(100_000, 'Detail').default(''),
  successMeasure: text(5000, 'Success measure').default(''),
  priority: z.enum(PRIORITIES).default('MEDIUM'),
  /** From start to due; null gives no due date. */
  days: z.int().nullable().default(null),
  milestones: z
    .array(z.object({ title: text(1000, 'Title'), days: z.int() }))
    .max(100)
    .default([]),
};

/** READY ones come with the product; PLAN ones belong to one plan; EVERY ones stand in every plan. */
const TEMPLATE_KINDS = ['READY', 'PLAN', 'EVERY'] as const;

export const templateOut = z.object({
  id: z.string(),
  kind: z.enum(TEMPLATE_KINDS),
  name: z.string(),
  title: z.string(),
  detail: z.string(),
  successMeasure: z.string(),
  priority: z.enum(PRIORITIES),
  days: z.int().nullable(),
  /** In days after the start, earliest first. */
  milestones: z.array(z.object({ title: z.string(), days: z.int() })),
  mayChange: z.boolean(),
  version: z.int(),
});

export const templateListInput = z.object({ planId: id });
export const templateListOutput = z.object({
  templates: z.array(templateOut),
  /** Whether the person may make one that stands in every plan. */
  mayMakeForEveryPlan: z.boolean(),
});
export const templateCreateInput = z.object({
  planId: id,
  forEveryPlan: z.boolean().default(false),
  ...facts,
  idempotencyKey,
});
/** Keeps an action's words and dates as a template. */
export const templateKeepInput = z.object({
  actionId: id,
  name,
  forEveryPlan: z.boolean().default(false),
  idempotencyKey,
});
export const templateEditInput = z.object({ templateId: id, version, ...facts });
export const templateVersionInput = z.object({ templateId: id, version });
/** What a write to a template answers. */
export const templateRef = z.object({ id: z.string(), version: z.int() });

export type TemplateOut = z.infer<typeof templateOut>;
export type TemplateListOut = z.infer<typeof templateListOutput>;
export type TemplateCreateInput = z.infer<typeof templateCreateInput>;
export type TemplateKeepInput = z.infer<typeof templateKeepInput>;
export type TemplateEditInput = z.infer<typeof templateEditInput>;
export type TemplateVersionInput = z.infer<typeof templateVersionInput>;
export type TemplateRef = z.infer<typeof templateRef>;
