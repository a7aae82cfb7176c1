import { z } from 'zod';
import { type IsoDate, isIsoDate } from '../words/index.ts';

/** An identifier. Wrong shapes are refused before they reach a query. */
export const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'This link is not complete.');

/** The version that the person was looking at; every write carries it. */
export const version = z.int().min(1);

/** One intent, one effect: made by the client once per press of a button. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x20-\x7e]{8,80}$/, 'This request is not complete. Reload the page and try again.');

/** A calendar date "YYYY-MM-DD". */
export const isoDate = z
  .string()
  .refine((value): value is IsoDate => isIsoDate(value), 'Enter a real date, such as 12 March 2026.')
  .transform((value) => value as IsoDate);

/** A calendar date on its way out. */
export const isoDateOut = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

/** An instant on its way out, ISO 8601 in UTC. */
export const instant = z.string();

const CONTROL = /(?![\n\r\t])\p{Cc}/gu;

/**
 * Optional text up to `max` characters; control characters and half characters go, line breaks stay. `what` names it
 * in the message.
 */
export const text = (max: number, what: string) =>
  z
    .string()
    .max(max, `${what} is too long. The limit is ${max.toLocaleString('en-GB')} characters.`)
    .transform((value) => value.replace(CONTROL, '').toWellFormed().trim());

/** Text that must say something. */
export const requiredText = (max: number, what: string) =>
  text(max, what).refine(
    (value) => value.length > 0,
    `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
  );

/** A person as named on screen. */
export const personRef = z.object({ id: z.string(), name: z.string() });
export const teamRef = z.object({ id: z.string(), name: z.string() });
export const postRef = z.object({ id: z.string(), title: z.string(), holder: z.string().nullable() });
