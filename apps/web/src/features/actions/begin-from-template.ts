import type { IsoDate, Priority } from '@gt/contracts/words';
import { templateDueDate } from '@gt/domain/planning';
import type { Template } from '../templates/public.tsx';

type Begun = {
  templateId: string;
  /** Days from start to due that the template gave; null when it gives no due date. */
  days: number | null;
  title: string;
  detail: string;
  successMeasure: string;
  priority: Priority;
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
};

const WORDS = ['title', 'detail', 'successMeasure'] as const;

/**
 * What choosing a template fills in, `before` being the one chosen until now. Words that somebody typed stay; those
 * of the template before give way. Choosing none leaves the words and only brings no milestones.
 */
export function factsFrom(
  template: Template | null,
  values: Begun,
  today: IsoDate,
  before: Template | null = null,
): Partial<Begun> {
  if (!template) return { templateId: '', days: null };
  const filled = WORDS.filter((field) => values[field].trim() === '' || values[field] === before?.[field]);
  const words = Object.fromEntries(filled.map((field) => [field, template[field]]));
  const startDate = values.startDate ?? today;
  const { id: templateId, priority, days } = template;
  const dueDate = templateDueDate(template, startDate) ?? values.dueDate;
  return { templateId, ...words, priority, days, startDate, dueDate };
}

/** The due date follows the start as long as it is the one that the template gave. */
export function startMoved<T extends Partial<Begun>>(patch: T, values: Begun): T & Partial<Begun> {
  const { startDate } = patch;
  if (!startDate || values.days === null || values.startDate === null) return patch;
  const given = templateDueDate(values, values.startDate);
  return given === values.dueDate ? { ...patch, dueDate: templateDueDate(values, startDate) } : patch;
}
